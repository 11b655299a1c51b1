"""Days known exactly or not: how they are said, ordered, and which one to count on."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.pictures.days import Event, bounds, in_order, said, surest
from bot.rules.engine.span import Span

EXACT = date(2026, 3, 12)
UNKNOWN = Span(date.min, date.max)


@pytest.mark.parametrize(
    ("day", "words", "counted_on"),
    [
        (EXACT, "12 mars 2026", EXACT),
        (Span(EXACT, EXACT), "12 mars 2026", EXACT),
        (Span(date(2026, 3, 1), date(2026, 3, 31)), "mars 2026", date(2026, 3, 1)),
        (Span(date(2024, 2, 1), date(2024, 2, 29)), "février 2024", date(2024, 2, 1)),
        (Span(date(2026, 1, 1), date(2026, 12, 31)), "2026", date(2026, 1, 1)),
        (Span(date(2026, 3, 1), date(2026, 3, 30)), "entre le 1er mars 2026 et le 30 mars 2026", date(2026, 3, 1)),
        (Span(date(2025, 3, 1), date(2026, 3, 31)), "entre le 1er mars 2025 et le 31 mars 2026", date(2025, 3, 1)),
        (Span(date.min, EXACT), "le 12 mars 2026 ou avant", EXACT),
        (Span(EXACT, date.max), "le 12 mars 2026 ou après", EXACT),
        (UNKNOWN, "date à préciser", None),
    ],
)
def test_a_day_is_said_and_counted_on(day: date | Span[date], words: str, counted_on: date | None) -> None:
    assert said(day) == words
    assert surest(day) == counted_on


def test_the_bounds_of_a_day_are_itself() -> None:
    assert bounds(EXACT) == (EXACT, EXACT)
    assert bounds(UNKNOWN) == (date.min, date.max)


def test_events_come_in_order_and_what_has_no_date_last() -> None:
    events = [Event(UNKNOWN, "d"), Event(date(2027, 1, 1), "c"), Event(Span(EXACT, date.max), "b"), Event(EXACT, "a")]
    assert [event.label for event in in_order(events)] == ["a", "b", "c", "d"]
