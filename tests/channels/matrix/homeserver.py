"""A homeserver in memory, for what is said to it and how often it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.channels.matrix.addressing import Me
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.parts import File, file_content
from tests.channels.matrix.timeline import CAMILLE, ME, Timeline

Refusing = Callable[[str], None]  # gets what is wanted; raises what it is refused with


def nothing_refused(_what: str) -> None:
    """Everything is taken."""


class Memory(Homeserver):
    """It holds `room`, and takes what `refusing` does not refuse; `sent`: contents by their transaction."""

    def __init__(self, room: Timeline, refusing: Refusing = nothing_refused) -> None:
        self.room, self.refusing = room, refusing
        self.sent: dict[str, Mapping[str, Any]] = {}
        self.joined: list[str] = []

    def me(self, _room_id: str) -> Me:
        return ME

    def members(self, _room_id: str) -> frozenset[str]:
        return frozenset({ME.id, CAMILLE})

    async def page(self, _room_id: str, _start: str = "") -> tuple[list[Any], str]:
        return self.room.events[::-1], ""

    async def typing(self, _room_id: str, _now: bool) -> None:
        pass

    async def read(self, _room_id: str, _event_id: str) -> None:
        pass

    async def send(self, _room_id: str, content: Mapping[str, Any], transaction: str) -> None:
        self.refusing(str(content["body"]))
        if transaction not in self.sent:
            self.sent[transaction] = content
            self.room.add("m.room.message", ME.id, content)

    def invited(self, _room_id: str) -> frozenset[str]:
        return frozenset()

    async def upload(self, _room_id: str, file: File) -> dict[str, Any]:
        self.refusing("upload")
        return file_content(file, "mxc://exemple.fr/fichier", None)

    async def join(self, room_id: str) -> None:
        self.refusing("join")
        self.joined.append(room_id)

    @property
    def bodies(self) -> list[str]:
        """The words of what was sent, in order."""
        return [content["body"] for content in self.sent.values()]
