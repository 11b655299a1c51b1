"""The rooms: one worker each while there is something to do, so that none waits for another."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from bot.channels.matrix.assistant import Assistant
from bot.channels.matrix.erasing import Erasing
from bot.channels.matrix.errors import HomeserverAway, Refused, SignedOut
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.patience import Patience
from bot.channels.matrix.talk import Talk

logger = logging.getLogger(__name__)

FORGETTING = 4.0  # seconds at the end, for the assistant to forget what nobody can go on with


class Rooms:
    """Wakes a worker for each room that has news."""

    def __init__(self, homeserver: Homeserver, assistant: Assistant, erasing: Erasing) -> None:
        self._homeserver, self._assistant, self._erasing = homeserver, assistant, erasing
        self._talks: dict[str, Talk] = {}
        self._workers: dict[str, asyncio.Task[None]] = {}
        self._woken: set[str] = set()
        self._invitations: dict[str, asyncio.Task[None]] = {}
        self._invited: set[str] = set()

    def wake(self, room_id: str) -> None:
        """There may be something to answer in the room."""
        self._woken.add(room_id)
        if room_id not in self._workers:
            self._talks.setdefault(room_id, Talk(room_id, self._homeserver, self._assistant, self._erasing))
            self._workers[room_id] = asyncio.create_task(self._work(room_id))

    def wake_all(self) -> None:
        """There may be something to answer anywhere."""
        for room_id in tuple(self._talks):
            self.wake(room_id)

    def invited(self, room_id: str, *, welcome: bool) -> None:
        """Accept the invitation, or refuse it."""
        self._invited.add(room_id)
        if room_id not in self._invitations:
            self._invitations[room_id] = asyncio.create_task(self._reply_to_invitation(room_id, welcome))

    def left(self, room_id: str) -> None:
        """Forget a room that we are not in any more, or an invitation that was withdrawn."""
        self._invited.discard(room_id)
        self._woken.discard(room_id)
        self._talks.pop(room_id, None)
        if worker := self._workers.pop(room_id, None):
            worker.cancel()

    def stop(self) -> None:
        """Stop every worker; the rooms themselves hold what is left to do."""
        for task in (*self._workers.values(), *self._invitations.values()):
            task.cancel()

    async def forget(self) -> None:
        """The tokens end with this process: let the assistant forget their conversations, in a few seconds at most."""
        with suppress(asyncio.TimeoutError):
            conversations = (talk.forget() for talk in self._talks.values())
            await asyncio.wait_for(asyncio.gather(*conversations, return_exceptions=True), FORGETTING)

    async def _work(self, room_id: str) -> None:
        patience, talk = Patience(), self._talks[room_id]
        while room_id in self._woken:
            self._woken.discard(room_id)
            try:
                if self._is_alone(room_id):
                    await self._homeserver.leave(room_id)
                    self._talks.pop(room_id, None)
                else:
                    await talk.catch_up()
                patience = Patience()
            except HomeserverAway as away:
                self._woken.add(room_id)
                await patience.wait(away)
            except (Refused, SignedOut) as error:  # nothing can be said there, until there are other news
                logger.warning("a room was given up: %s", type(error).__name__)
            except Exception as error:  # noqa: BLE001 - one room must not end the others
                logger.warning("a room failed: %s", type(error).__name__)
                self._woken.add(room_id)
                await patience.wait()
        self._workers.pop(room_id, None)

    def _is_alone(self, room_id: str) -> bool:
        me = self._homeserver.me(room_id).id
        return self._homeserver.members(room_id) == {me} and not self._homeserver.invited(room_id)

    async def _reply_to_invitation(self, room_id: str, welcome: bool) -> None:
        patience = Patience()
        while room_id in self._invited:
            try:
                await (self._homeserver.join(room_id) if welcome else self._homeserver.leave(room_id))
                break
            except HomeserverAway as away:
                await patience.wait(away)
            except Refused:
                if not welcome:
                    break
                welcome = False  # the room is gone, or closed to us
            except SignedOut:  # the next start hears of it again
                break
            except Exception as error:  # noqa: BLE001 - nobody would tell of the invitation a second time
                logger.warning("an invitation failed: %s", type(error).__name__)
                await patience.wait()
        self._invited.discard(room_id)
        self._invitations.pop(room_id, None)
