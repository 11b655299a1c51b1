"""What the gateway writes on its own events, so that the room itself says what is answered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ANSWERS = "fr.assistant-invalidite.answers"
WAITS = "fr.assistant-invalidite.waits"
ERASING = "fr.assistant-invalidite.erasing"  # of the room's account data


@dataclass(frozen=True)
class Mark:
    """This event is part `part` of `of` of the answer to `event`; `erased`: that answer ended in forgetting all."""

    event: str
    part: int
    of: int
    erased: bool = False

    def as_content(self) -> dict[str, Any]:
        """The field of an event's content."""
        mark: dict[str, Any] = {"event": self.event, "part": self.part, "of": self.of}
        return {ANSWERS: {**mark, "erased": True} if self.erased else mark}

    @property
    def transaction(self) -> str:
        """The name under which it is sent: sent again, it is not said twice."""
        return transaction(self.event, str(self.part))


def mark_of(content: Mapping[str, Any]) -> Mark | None:
    """The mark of an event's content; None when it has none, or none that can be read."""
    found = content.get(ANSWERS)
    if not isinstance(found, Mapping):
        return None
    event, part, of = found.get("event"), found.get("part"), found.get("of")
    if not (isinstance(event, str) and isinstance(part, int) and isinstance(of, int)):
        return None
    return Mark(event, part, of, found.get("erased") is True)


def wait_mark(event: str) -> dict[str, Any]:
    """The field of the sentence that says that the answer to `event` comes later."""
    return {WAITS: {"event": event}}


def waits_for(content: Mapping[str, Any]) -> str:
    """The event whose answer was said to come later, or nothing."""
    found = content.get(WAITS)
    event = found.get("event") if isinstance(found, Mapping) else None
    return event if isinstance(event, str) else ""


def transaction(event: str, what: str) -> str:
    """A name of ours for what is done about an event."""
    return hashlib.sha256(f"{event} {what}".encode()).hexdigest()[:40]


def identifier(event: str) -> str:
    """The name under which the assistant gets a message."""
    return hashlib.sha256(event.encode()).hexdigest()
