"""Civil date arithmetic as the texts count it: months from day to day, ages on the birthday."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

MONTHS_IN_A_YEAR = 12


def add_months(day: date, months: int) -> date:
    """The same day number `months` later (or earlier), or the last day of that month if it does not exist."""
    index = day.year * MONTHS_IN_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_IN_A_YEAR)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, days_in_month(first)))


def days_in_month(day: date) -> int:
    """How many days the month of `day` has."""
    return calendar.monthrange(day.year, day.month)[1]


def first_of_month(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def first_of_next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    return add_months(first_of_month(day), 1)


def january_first(year: int) -> date:
    """The first of January of a year."""
    return date(year, 1, 1)


def anniversary(birth: date, years: int) -> tuple[date, date]:
    """The earliest and latest day on which somebody turns `years`.

    They differ only for people born on 29 February: 28 February or 1 March, no text settles it (U-19).
    The open end of an interval (`date.max`) has no anniversary: it stays where it is.
    """
    if birth.year + years > date.max.year:
        return date.max, date.max
    try:
        day = birth.replace(year=birth.year + years)
    except ValueError:
        last = date(birth.year + years, 2, 28)
        return last, last + timedelta(days=1)
    return day, day
