"""Whoever writes when, and whenever the gateway dies: each message gets each part of its answer once, in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.matrix.entries import entries
from bot.channels.matrix.marks import Mark, mark_of
from bot.channels.matrix.record import pending
from tests.channels.matrix.timeline import CAMILLE, ME, Timeline

# How many parts the answer to a message has.
Steps = st.lists(st.sampled_from(["writes", "hears", "says", "dies", "dies after sending"]), max_size=60)


class _Gateway:
    """What a running gateway knows: how far it has heard, what it has answered, and the parts of an answer under way.

    A homeserver says a transaction once.
    """

    def __init__(self, room: Timeline, parts: dict[str, int], sent: dict[str, str]) -> None:
        self.room, self.parts, self.sent = room, parts, sent
        self.restart()

    def restart(self) -> None:
        self.answered: set[str] = set()
        self.saying: list[Mark] = []
        self.hear()

    def hear(self) -> None:
        self.heard = len(self.room.events)

    def say_a_part(self) -> Mark | None:
        if not self.saying:
            seen = self.room.events[: self.heard]
            waiting = pending(entries(seen, ME, {ME.id, CAMILLE}), self.answered)
            if waiting is None:
                return None
            event, of = waiting.heard.id, self.parts.setdefault(waiting.heard.id, 2)
            self.saying = [Mark(event, part, of) for part in range(1, of + 1) if part not in waiting.sent]
        mark = self.saying.pop(0)
        if mark.transaction not in self.sent:
            self.sent[mark.transaction] = self.room.answer(mark.event, mark.part, mark.of)
        if not self.saying:
            self.answered.add(mark.event)
        return mark


@given(steps=Steps, lengths=st.lists(st.integers(1, 3), max_size=60))
def test_no_message_is_lost_or_answered_twice(steps: list[str], lengths: list[int]) -> None:
    room, parts, written = Timeline(), dict[str, int](), list[str]()
    written.append(room.meet())
    gateway = _Gateway(room, parts, {})
    for step in steps:
        if step == "writes":
            written.append(room.write("une question"))
            parts[written[-1]] = lengths.pop() if lengths else 1
        elif step == "hears":
            gateway.hear()
        elif step == "says":
            gateway.say_a_part()
        elif step == "dies" or gateway.say_a_part():
            gateway.restart()
    gateway.hear()
    while gateway.say_a_part() or gateway.heard < len(room.events):
        gateway.hear()
    said = [mark_of(event["content"]) for event in room.events if event["sender"] == ME.id]
    found = [(mark.event, mark.part) for mark in said if mark]
    assert found == [(event, part) for event in written for part in range(1, parts[event] + 1)]
