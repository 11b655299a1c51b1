"""Each message answered exactly once, in order: by what the gateway marks, and by what a person sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tests.matrix.person import Room, marker


def assert_answered_once(room: Room, assistant: str, waiting: Sequence[str]) -> None:
    """In what the homeserver keeps, these messages have each one whole answer, in their order.

    Their answers must be different from one another: no words may stand there twice.
    """
    kept = room.messages(assistant)
    parts = [(marker(event).get("event"), marker(event).get("part")) for event in kept]
    expected = []
    for event_id in waiting:
        (of,) = {marker(event)["of"] for event in kept if marker(event).get("event") == event_id}
        expected += [(event_id, part) for part in range(1, of + 1)]
    assert [part for part in parts if part[0] in waiting] == expected
    twice = [body for body, count in Counter(event["content"]["body"] for event in kept).items() if count > 1]
    assert not twice, f"seen twice: {twice}"
