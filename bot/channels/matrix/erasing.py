"""Deleting what was said in a room before it was asked to forget: our own messages always, the person's if we may."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence

from bot.channels.matrix.entries import Entry, Event, Heard, Spoken, arrived, entries
from bot.channels.matrix.errors import HomeserverAway, Refused, SignedOut
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.marks import transaction
from bot.channels.matrix.patience import Patience

logger = logging.getLogger(__name__)


class Erasing:
    """Deletes in the background, one task a room; what is still to be done stands in the room's account data."""

    def __init__(self, homeserver: Homeserver) -> None:
        self._homeserver = homeserver
        self._until: dict[str, dict[str, str]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def begin(self, room_id: str, event_id: str, sender: str) -> None:
        """Delete what was said with `sender` before and by the answer to `event_id`, but for that answer.

        Raises:
            HomeserverAway: the homeserver could not be asked to remember it.
        """
        wanted = {**self._until.get(room_id, {}), event_id: sender}
        await self._homeserver.keep_erasing(room_id, wanted)
        self.resume(room_id, wanted)

    def resume(self, room_id: str, until: Mapping[str, str]) -> None:
        """Go on with what the account data of a room say."""
        known = self._until.setdefault(room_id, {})
        known.update(until)
        if known and room_id not in self._tasks:
            task = asyncio.create_task(self._run(room_id))
            self._tasks[room_id] = task

    def stop(self) -> None:
        """Stop; the next start goes on."""
        for task in self._tasks.values():
            task.cancel()

    async def _run(self, room_id: str) -> None:
        patience = Patience()
        while known := self._until.get(room_id):
            event_id, sender = next(iter(known.items()))
            try:
                await self._erase(room_id, event_id, sender)
                left = {event: who for event, who in known.items() if event != event_id}
                await self._homeserver.keep_erasing(room_id, left)
                known.pop(event_id)
                patience = Patience()
            except HomeserverAway as away:
                await patience.wait(away)
            except (Refused, SignedOut) as error:  # the next start tries again
                logger.warning("erasing stopped: %s", type(error).__name__)
                break
            except Exception as error:  # noqa: BLE001 - one room must not end the others
                logger.warning("erasing failed: %s", type(error).__name__)
                await patience.wait()
        self._tasks.pop(room_id, None)

    async def _erase(self, room_id: str, event_id: str, sender: str) -> None:
        me, joined = self._homeserver.me(room_id), self._homeserver.members(room_id)
        found = entries(await self._history(room_id), me, joined)
        may_redact = self._homeserver.may_redact(room_id)
        for target in to_redact(found, event_id, sender):
            if not (may_redact or isinstance(target, Spoken)):
                continue
            try:
                await self._redact(room_id, target.id)
            except Refused as error:
                logger.warning("a message could not be deleted: %s", error.code)

    async def _redact(self, room_id: str, event_id: str) -> None:
        patience = Patience()
        while True:
            try:
                return await self._homeserver.redact(room_id, event_id, transaction(event_id, "redact"))
            except HomeserverAway as away:
                await patience.wait(away)

    async def _history(self, room_id: str) -> list[Event]:
        """Everything since we were invited, oldest first."""
        events: list[Event] = []
        start, me = "", self._homeserver.me(room_id)
        while True:
            page, start = await self._homeserver.page(room_id, start)
            events = [*reversed(page), *events]
            if not start or arrived(events, me):
                return events


def to_redact(found: Sequence[Entry], until: str, sender: str) -> list[Entry]:
    """What to delete, oldest first: what `sender` wrote to us up to the event `until`, and what we said to it.

    The answer to `until` itself stays. What people wrote to each other is not ours to delete.
    """
    place = next((place for place, entry in enumerate(found) if entry.id == until), len(found) - 1)
    answered = {entry.mark.event for entry in found if isinstance(entry, Spoken) and entry.mark}
    about = {
        entry.id
        for entry in found[: place + 1]
        if isinstance(entry, Heard) and (entry.kind == "arrival" or entry.sender == sender)
        if entry.direct or entry.id in answered
    }

    about |= {entry.edited for entry in found if isinstance(entry, Heard) and entry.id in about and entry.edited}

    def is_meant(entry: Entry) -> bool:
        if isinstance(entry, Heard):
            return entry.id in about and entry.sender == sender and entry.kind not in {"arrival", "gone"}
        return entry.waits in about or bool(entry.mark and entry.mark.event in about and entry.mark.event != until)

    return [entry for entry in found if is_meant(entry)]
