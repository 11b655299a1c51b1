"""Reading a room backwards, as far as it takes to know what to answer, or what was said before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from bot.channels.matrix.entries import Entry, Event, Heard, arrived, entries
from bot.channels.matrix.errors import Refused
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.record import SaidBefore, reaches_answered, said_before, spoken


@dataclass
class Window:
    """The newest events of a room, as they were when it was first read; it grows backwards."""

    homeserver: Homeserver
    room_id: str
    events: list[Event] = field(default_factory=list)
    entries: tuple[Entry, ...] = ()
    own: frozenset[str] = frozenset()
    _start: str = ""
    _ended: bool = False

    async def read_pending(self, answered: Collection[str]) -> None:
        """Read until nothing older can be pending.

        Raises:
            HomeserverAway: the homeserver does not answer now.
        """
        await self._read(lambda found: reaches_answered(found, answered))
        await self._own_replied_to()

    async def said_before(self, heard: Heard) -> SaidBefore:
        """What the sender had said in the conversation of `heard`, oldest first.

        Raises:
            HomeserverAway: the homeserver does not answer now.
        """
        await self._read(lambda found: said_before(found, heard, self.own).whole)
        return said_before(self.entries, heard, self.own)

    async def _read(self, enough: Callable[[Sequence[Entry]], bool]) -> None:
        while not self._ended and not (self.events and enough(self.entries)):
            me, joined = self.homeserver.me(self.room_id), self.homeserver.members(self.room_id)
            page, self._start = await self.homeserver.page(self.room_id, self._start)
            self.events = [*reversed(page), *self.events]
            self._ended = not self._start or arrived(self.events, me)
            self.entries = entries(self.events, me, joined)

    async def _own_replied_to(self) -> None:
        """Find out which older messages of the group, that others reply to, are ours."""
        known = spoken(self.entries)
        asked_for = {
            entry.replies_to
            for entry in self.entries
            if isinstance(entry, Heard) and not entry.direct and not entry.mentioned and entry.replies_to
        }
        me, found = self.homeserver.me(self.room_id), set()
        for event_id in sorted(asked_for - known):
            try:
                event = await self.homeserver.event(self.room_id, event_id)
            except Refused:  # deleted, or of before our time
                continue
            found |= {event_id} if event.get("sender") == me.id else set()
        self.own = frozenset(found)
