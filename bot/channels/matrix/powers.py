"""Who may do everything in a room, since version 12 of rooms: its creators, whom no list of powers names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CREATE = "m.room.create"
_LAST_WITHOUT = 11  # version of rooms


def all_powerful(create: Mapping[str, Any]) -> frozenset[str]:
    """The people with all powers in the room that this event created; nobody in older rooms."""
    content = create.get("content")
    content = content if isinstance(content, Mapping) else {}
    version = str(content.get("room_version", "1"))
    if not version.isdecimal() or int(version) <= _LAST_WITHOUT:
        return frozenset()
    more = content.get("additional_creators")
    names = (create.get("sender"), *(more if isinstance(more, list) else ()))
    return frozenset(name for name in names if isinstance(name, str))
