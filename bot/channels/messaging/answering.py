"""What a messenger does with a message, once its origin is certain: answer it, even if whoever brought it hangs up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from bot.channels.conversation import Said, content_message
from bot.channels.desk import Forget
from bot.channels.messaging.deliveries import Answered, Deliveries, Part, Send
from bot.channels.messaging.door import Door, Incoming

logger = logging.getLogger(__name__)

FAILED = "panne"
LONGEST_SIGN = 0.5  # seconds: an answer never waits longer for a sign that it is coming

Render = Callable[[list[Said]], Iterable[Part]]
Sign = Callable[[], Coroutine[Any, Any, None]]


class Answering:
    """The way of each message of one messenger, from its door to its last part sent."""

    def __init__(self, door: Door, deliveries: Deliveries | None = None) -> None:
        self._door, self._deliveries = door, deliveries or Deliveries()
        self._under_way: set[asyncio.Task[None]] = set()

    async def answer(self, incoming: Incoming, forget: Forget, render: Render, send: Send, sign: Sign) -> None:
        """Answer a message, once; `render` makes its parts, `send` sends one, `sign` shows that they are coming.

        Raises:
            Away: not all could be sent.
        """

        erased: list[str] = []

        def _forget(sender_id: str) -> None:
            erased.append(sender_id)
            forget(sender_id)

        async def _answered() -> Answered:
            # Before the turn, which lets nothing else run until it ends.
            await asyncio.wait({self._begun(sign())}, timeout=LONGEST_SIGN)
            try:
                parts = list(render(await self._door.answer(incoming, _forget)))
            except Exception as error:  # noqa: BLE001 - nobody is left without a word
                logger.error("answer failed: %s", type(error).__name__)
                parts = list(render([content_message(FAILED)]))
            return Answered(parts, bool(erased))

        # A part is sent and counted as sent, or neither: a connection closed meanwhile must not come between.
        await asyncio.shield(self._begun(self._deliveries.deliver(incoming.peer, incoming.identifier, _answered, send)))

    def _begun(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            task.exception()  # seen: nobody may be waiting for it any more
