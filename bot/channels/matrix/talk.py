"""The worker of one room: what is not answered yet is answered, oldest first, one message after the other."""

from __future__ import annotations

import asyncio
import logging
import time

from bot.channels.matrix.assistant import Assistant, Reply
from bot.channels.matrix.entries import Heard
from bot.channels.matrix.erasing import Erasing
from bot.channels.matrix.errors import AssistantAway, Away, NotTaken, Refused, SignedOut
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.patience import Patience
from bot.channels.matrix.reading import Window
from bot.channels.matrix.record import Pending, erasures, pending
from bot.channels.matrix.replies import Replies
from bot.channels.matrix.sending import Sending, shown_busy
from bot.channels.matrix.words import FAILED, sentence

logger = logging.getLogger(__name__)

TELL_AFTER = 30.0  # seconds without the assistant, before the person is told that the answer comes later
KEY_WAITS, KEY_WAIT = 5, 2.0  # how often, and how many seconds, the key of a message is waited for
MOST_FAILURES = 3
REMEMBERED = 500  # events of a room whose answers the last sync may not know of yet


class Talk:
    """What the gateway remembers of a room: who speaks with the assistant, and what it has just answered."""

    def __init__(self, room_id: str, homeserver: Homeserver, assistant: Assistant, erasing: Erasing) -> None:
        self._room_id, self._homeserver, self._erasing = room_id, homeserver, erasing
        self._replies = Replies(room_id, homeserver, assistant)
        self._answered: dict[str, None] = {}
        self._failures: dict[str, int] = {}
        self._is_new = True
        self._ready: tuple[str, Reply] | None = None

    async def forget(self) -> None:
        """Let the assistant forget the conversations of the room; the room itself can take them up again."""
        await self._replies.forget()

    async def catch_up(self) -> None:
        """Answer everything that waits.

        Raises:
            HomeserverAway: the homeserver does not answer; what is left is answered at the next call.
            Refused: it does not let us speak here.
        """
        while True:
            window = await self._window()
            await self._go_on_erasing(window)
            waiting = self._pending(window)
            if waiting is None:
                return
            await self._answer(*await self._readable(waiting, window))
            self._answered[waiting.heard.id] = None
            while len(self._answered) > REMEMBERED:
                del self._answered[next(iter(self._answered))]

    async def _go_on_erasing(self, window: Window) -> None:
        """At the start: what the last answer has promised to delete may still be there."""
        if self._is_new:
            for event_id, sender in erasures(window.entries).items():
                await self._erasing.begin(self._room_id, event_id, sender)
        self._is_new = False

    async def _window(self) -> Window:
        window = Window(self._homeserver, self._room_id)
        await window.read_pending(self._answered)
        return window

    def _pending(self, window: Window) -> Pending | None:
        return pending(window.entries, self._answered, window.own, [self._ready[0]] if self._ready else ())

    async def _readable(self, waiting: Pending, window: Window) -> tuple[Pending, Window]:
        """The same once its key has come, if it comes soon."""
        heard = waiting.heard
        for attempt in range(KEY_WAITS if heard.kind == "unreadable" else 0):
            if attempt == 1:
                await self._homeserver.ask_for_key(self._room_id, heard.id)
            await asyncio.sleep(KEY_WAIT)
            window = await self._window()
            again = self._pending(window)
            if again and again.heard.id == heard.id and again.heard.kind != "unreadable":
                return again, window
        return waiting, window

    async def _answer(self, waiting: Pending, window: Window) -> None:
        heard = waiting.heard
        sending = Sending(self._homeserver, self._room_id, heard, waiting.sent)
        if self._ready is None or self._ready[0] != heard.id:
            self._ready = heard.id, await self._reply(waiting, window, sending)
        reply = self._ready[1]
        await self._say(reply, sending, heard)
        self._replies.answered(heard, reply)
        if reply.erased:
            await self._erasing.begin(self._room_id, heard.id, heard.sender)
        self._ready = None

    async def _say(self, reply: Reply, sending: Sending, heard: Heard) -> None:
        try:
            await sending.say(reply)
        except Exception as error:
            if not self._has_failed_often(error, heard):
                raise
            await sending.cut_short(reply)

    async def _reply(self, waiting: Pending, window: Window, sending: Sending) -> Reply:
        try:
            return await self._patiently(waiting, window, sending)
        except NotTaken as refusal:
            return Reply((sentence(refusal.words),))
        except Exception as error:
            if not self._has_failed_often(error, waiting.heard):
                raise
            return Reply((sentence(FAILED),))

    def _has_failed_often(self, error: Exception, heard: Heard) -> bool:
        if isinstance(error, (Away, Refused, SignedOut)):
            return False
        logger.warning("an answer failed: %s", type(error).__name__)
        self._failures[heard.id] = self._failures.get(heard.id, 0) + 1
        return self._failures[heard.id] >= MOST_FAILURES

    async def _patiently(self, waiting: Pending, window: Window, sending: Sending) -> Reply:
        """The reply, however long the assistant is away; the person is told once that it comes later."""
        patience, since, told = Patience(), time.monotonic(), waiting.told_to_wait
        while True:
            try:
                async with shown_busy(self._homeserver, self._room_id, waiting.heard):
                    return await self._replies.reply_to(waiting.heard, window)
            except AssistantAway as away:
                if not told and time.monotonic() - since >= TELL_AFTER:
                    await sending.say_wait()
                    told = True
                await patience.wait(away)
