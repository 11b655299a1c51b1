"""Saying an answer in a room: each part once, whatever happens in between, and signs that it is on its way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager, suppress
from itertools import count
from typing import Any

from bot.channels.matrix.assistant import Reply
from bot.channels.matrix.entries import Heard
from bot.channels.matrix.errors import HomeserverAway, Refused, SignedOut
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.marks import Mark, transaction, wait_mark
from bot.channels.matrix.parts import File, Part, answering, parts_of, text
from bot.channels.matrix.words import FAILED, NO_FILE, WAIT

TYPING_AGAIN = 20.0  # seconds; the homeserver forgets it after thirty
NO_LONGER = 5.0  # seconds to say that nothing is written any more
NOT_ALLOWED = "M_FORBIDDEN"  # we may not speak there; every other refusal is about what is sent
UNSEEN = (HomeserverAway, Refused, SignedOut, asyncio.TimeoutError)  # without these signs, an answer is still one


class Sending:
    """The answer to one message; `sent`: the parts of it that are in the room already."""

    def __init__(self, homeserver: Homeserver, room_id: str, heard: Heard, sent: Collection[int]) -> None:
        self._homeserver, self._room_id = homeserver, room_id
        self._heard, self._sent = heard, set(sent)

    async def say(self, reply: Reply) -> None:
        """Send the parts that are missing, in order; a sentence in the place of one that the homeserver does not take.

        Raises:
            HomeserverAway: the homeserver does not answer; what was sent stays.
            Refused: it does not let us speak here.
        """
        parts = parts_of(reply.messages, reply.more)
        for number, part in enumerate(parts, 1):
            if number not in self._sent:
                mark = Mark(self._heard.id, number, len(parts), reply.erased)
                try:
                    await self._send(await self._content(part), mark)
                except Refused as refusal:
                    if refusal.code == NOT_ALLOWED:
                        raise
                    await self._send(text(FAILED), mark)

    async def cut_short(self, reply: Reply) -> None:
        """End an answer that cannot be said: a sentence is its last part.

        Raises:
            HomeserverAway: the homeserver does not answer.
            Refused: it does not let us speak here.
        """
        number = next(number for number in count(1) if number not in self._sent)
        await self._send(text(FAILED), Mark(self._heard.id, number, number, reply.erased))

    async def _content(self, part: Part) -> Mapping[str, Any]:
        if not isinstance(part, File):
            return part
        try:
            return await self._homeserver.upload(self._room_id, part)
        except Refused:  # too large, or no files there at all
            return text(NO_FILE)

    async def _send(self, content: Mapping[str, Any], mark: Mark) -> None:
        marked = {**answering(content, self._heard), **mark.as_content()}
        await self._homeserver.send(self._room_id, marked, mark.transaction)
        self._sent.add(mark.part)

    async def say_wait(self) -> None:
        """Say that the answer comes later."""
        marked = {**answering(text(WAIT), self._heard), **wait_mark(self._heard.id)}
        await self._homeserver.send(self._room_id, marked, transaction(self._heard.id, "wait"))


@asynccontextmanager
async def shown_busy(homeserver: Homeserver, room_id: str, heard: Heard) -> AsyncIterator[None]:
    """Meanwhile people see that the message is read, and that an answer is written."""
    task = asyncio.create_task(_show(homeserver, room_id, heard))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        with suppress(*UNSEEN):
            await asyncio.wait_for(homeserver.typing(room_id, False), NO_LONGER)


async def _show(homeserver: Homeserver, room_id: str, heard: Heard) -> None:
    with suppress(*UNSEEN):
        if heard.kind != "arrival":
            await homeserver.read(room_id, heard.id)
        while True:
            await homeserver.typing(room_id, True)
            await asyncio.sleep(TYPING_AGAIN)
