"""What a written date covers, its first and last day, and the small arithmetic that all forms of dates share."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

Bounds = tuple[date, date]


class Form(NamedTuple):
    """A way to write a date: its pattern in a `date_text`, and the days that a match covers on a given day.

    `read` raises ValueError for a day that does not exist.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], date], Bounds]


class InTheFuture(ValueError):
    """The person speaks of a day to come."""


# Two or four digits that are a year and not an amount of something.
NOT_A_YEAR = r"(?! ?(?:ans?|annees?|mois|semaines?|jours?|heures?|h|k|euros?|e|brut|net)\b)(?![\d/])"
YEAR = rf"(\d{{4}}|\d{{2}}){NOT_A_YEAR}"


def full_year(text: str, on: date) -> int:
    """A year in two digits is the most recent one that is not in the future."""
    if len(text) == 4:
        return int(text)
    year = on.year - on.year % 100 + int(text)
    return year if year <= on.year else year - 100


def exact_day(year: int, month: int, day: int) -> Bounds:
    """One day."""
    exact = date(year, month, day)
    return exact, exact


def days_ago(days: int, on: date) -> Bounds:
    """The day that many days before."""
    exact = on - timedelta(days=days)
    return exact, exact


def months_of(year: int, first: int, last: int) -> Bounds:
    """From the first day of a month to the last day of another."""
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def last_time(bounds_in: Callable[[int], Bounds], on: date) -> Bounds:
    """The last time that something yearly came; 29 February waits up to eight years."""
    for year in range(on.year, on.year - 9, -1):
        try:
            bounds = bounds_in(year)
        except ValueError:
            continue
        if bounds[0] <= on:
            return bounds
    raise ValueError("no such day")
