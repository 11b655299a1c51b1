"""The loop of the gateway: news of the homeserver wake the rooms that they are about, and each works on its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from bot.channels.matrix.assistant import Assistant
from bot.channels.matrix.erasing import Erasing
from bot.channels.matrix.errors import HomeserverAway, SignedOut
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.marks import ERASING
from bot.channels.matrix.patience import Patience
from bot.channels.matrix.rooms import Rooms

logger = logging.getLogger(__name__)


class Gateway:
    """Both servers, and the rooms between them; `servers`: whose people may invite us, everybody's when empty."""

    def __init__(self, homeserver: Homeserver, assistant: Assistant, servers: frozenset[str]) -> None:
        self._homeserver, self._servers = homeserver, servers
        self._erasing = Erasing(homeserver)
        self._rooms = Rooms(homeserver, assistant, self._erasing)

    async def run(self, ready: Callable[[], None]) -> None:
        """Work until cancelled; `ready` is called after the first sync.

        Raises:
            SignedOut: the homeserver does not know our token any more.
        """
        patience, is_first = Patience(), True
        try:
            while True:
                try:
                    news = await self._homeserver.sync()
                    self._take(news)
                except HomeserverAway as away:
                    await patience.wait(away)
                    continue
                except (SignedOut, asyncio.CancelledError):
                    raise
                except Exception as error:  # noqa: BLE001 - news that cannot be read must not end everything
                    logger.warning("a sync failed: %s", type(error).__name__)
                    # A first sync tells of every room and invitation; when it is what fails, what can be woken is.
                    if not self._homeserver.start_over():
                        self._rooms.wake_all()
                    await patience.wait()
                    continue
                patience = Patience()
                if is_first:
                    is_first = False
                    ready()
        finally:
            self._rooms.stop()
            self._erasing.stop()
            await self._rooms.forget()

    def _take(self, news: Any) -> None:
        for room_id, invitation in news.rooms.invite.items():
            inviter = next(
                (event.sender for event in invitation.invite_state if getattr(event, "membership", "") == "invite"), ""
            )
            self._rooms.invited(room_id, welcome=self._may_invite(inviter))
        for room_id, room in news.rooms.join.items():
            for data in room.account_data:
                if getattr(data, "type", "") == ERASING:
                    self._resume_erasing(room_id, data.content.get("until"))
            self._rooms.wake(room_id)
        for room_id in news.rooms.leave:
            self._rooms.left(room_id)

    def _may_invite(self, inviter: str) -> bool:
        return not self._servers or inviter.partition(":")[2] in self._servers

    def _resume_erasing(self, room_id: str, until: object) -> None:
        if isinstance(until, dict) and until:
            self._erasing.resume(room_id, {str(event): str(sender) for event, sender in until.items()})
