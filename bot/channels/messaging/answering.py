"""What a messenger does with a message, once its origin is certain: answer it, even if whoever brought it hangs up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from bot.channels.conversation import Said, content_message
from bot.channels.desk import Forget
from bot.channels.messaging.deliveries import Deliveries, Part, Send
from bot.channels.messaging.door import Door, Incoming

logger = logging.getLogger(__name__)

FAILED = "panne"

Render = Callable[[list[Said]], Iterable[Part]]


class Answering:
    """The way of each message of one messenger, from its door to its last part sent."""

    def __init__(self, door: Door, deliveries: Deliveries | None = None) -> None:
        self._door, self._deliveries = door, deliveries or Deliveries()
        self._under_way: set[asyncio.Task[None]] = set()

    async def answer(self, incoming: Incoming, forget: Forget, render: Render, send: Send) -> None:
        """Answer a message, once; `render` makes its parts, `send` sends one.

        Raises:
            Away: not all could be sent.
        """

        async def _parts() -> Iterable[Part]:
            try:
                return list(render(await self._door.answer(incoming, forget)))
            except Exception as error:  # noqa: BLE001 - nobody is left without a word
                logger.error("answer failed: %s", type(error).__name__)
                return render([content_message(FAILED)])

        task = asyncio.create_task(self._deliveries.deliver(incoming.peer, incoming.identifier, _parts, send))
        self._under_way.add(task)
        task.add_done_callback(self._done)
        # A part is sent and counted as sent, or neither: a connection closed meanwhile must not come between.
        await asyncio.shield(task)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            task.exception()  # seen: nobody may be waiting for it any more
