"""Days that matter to a person, known exactly or between two bounds, and how they are said."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from bot.answers import french
from bot.rules.engine.span import Span


class Event(NamedTuple):
    """What happens on a day; `is_deadline`: something must be done by then."""

    day: date | Span[date]
    label: str
    is_deadline: bool = False


def bounds(day: date | Span[date]) -> tuple[date, date]:
    """First and last possible day; `date.min` and `date.max` where nothing is known."""
    return (day.low, day.high) if isinstance(day, Span) else (day, day)


def surest(day: date | Span[date]) -> date | None:
    """The day to count on: the first possible one, since being early harms nobody; None when nothing is known."""
    low, high = bounds(day)
    if low != date.min:
        return low
    return high if high != date.max else None


def said(day: date | Span[date]) -> str:
    """ "12 mars 2026", "mars 2026", "2026", "entre le … et le …", "le 12 mars 2026 ou avant"."""
    low, high = bounds(day)
    if low == date.min:
        return "date à préciser" if high == date.max else f"le {french.day(high)} ou avant"
    if high == date.max:
        return f"le {french.day(low)} ou après"
    if low == high:
        return french.day(low)
    if low == date(high.year, 1, 1) and high == date(high.year, 12, 31):
        return str(high.year)
    if low == date(high.year, high.month, 1) and high.day == monthrange(high.year, high.month)[1]:
        return french.month(low)
    return f"entre le {french.day(low)} et le {french.day(high)}"


def in_order(events: Iterable[Event]) -> list[Event]:
    """From the first to the last; what has no date at all comes last."""
    return sorted(events, key=lambda event: (surest(event.day) or date.max, event.label))
