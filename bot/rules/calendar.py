"""Civil date arithmetic as the texts count it: months from day to day, ages on the birthday."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The same day number `months` later (or earlier), or the last day of that month if it does not exist."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def first_of_month(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


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
