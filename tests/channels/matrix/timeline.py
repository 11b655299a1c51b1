"""A room in memory: events as a homeserver gives them, for the tests of what is read from them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from bot.channels.matrix.addressing import Me
from bot.channels.matrix.entries import Entry, Event, entries
from bot.channels.matrix.marks import Mark, wait_mark

ME = Me("@assistant:exemple.fr", "Assistant pension")
CAMILLE, DENIS = "@camille:exemple.fr", "@denis:exemple.fr"
MINUTE = 60_000


class Timeline:
    """Events of one room, oldest first; each comes a minute after the one before."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.now = 0
        self._numbers = itertools.count(1)

    def add(self, kind: str, sender: str, content: Mapping[str, Any], **more: Any) -> str:
        """Add an event; gives its id."""
        self.now += MINUTE
        event_id = f"${next(self._numbers)}"
        self.events.append(
            {"type": kind, "sender": sender, "content": content, "event_id": event_id, "origin_server_ts": self.now}
            | more
        )
        return event_id

    def member(self, who: str, membership: str, before: str = "") -> str:
        """Somebody is invited, comes or goes."""
        unsigned = {"prev_content": {"membership": before}} if before else {}
        content = {"membership": membership}
        return self.add("m.room.member", who, content, state_key=who, unsigned=unsigned)

    def meet(self) -> str:
        """Camille invites us, and we come; gives the id of our coming."""
        self.member(CAMILLE, "join")
        self.member(ME.id, "invite")
        return self.member(ME.id, "join", "invite")

    def write(self, text: str, sender: str = CAMILLE, **more: Any) -> str:
        """Somebody writes."""
        return self.add("m.room.message", sender, {"msgtype": "m.text", "body": text, **more})

    def answer(self, event_id: str, part: int = 1, of: int = 1, *, erased: bool = False) -> str:
        """We say a part of an answer."""
        return self.add("m.room.message", ME.id, {"body": "…", **Mark(event_id, part, of, erased).as_content()})

    def ask_to_wait(self, event_id: str) -> str:
        """We say that the answer comes later."""
        return self.add("m.room.message", ME.id, {"body": "…", **wait_mark(event_id)})

    def delete(self, event_id: str) -> None:
        """An event loses its content, as a homeserver shows it afterwards."""
        for place, event in enumerate(self.events):
            if event["event_id"] == event_id:
                self.events[place] = {**event, "content": {}, "unsigned": {"redacted_because": {}}}

    def entries(self, *joined: str) -> tuple[Entry, ...]:
        """What matters of it; `joined`: who is there now, Camille when nobody is named."""
        return entries(self.events, ME, {ME.id, *(joined or (CAMILLE,))})
