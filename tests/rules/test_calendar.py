"""Months counted from day to day, ages reached on the birthday."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.engine.calendar import add_months, anniversary, first_of_month, january_first

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2024-06-10", 1, "2024-07-10"),
        ("2024-06-01", -12, "2023-06-01"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-06-10", 0, "2024-06-10"),
    ],
)
def test_months_keep_the_day_or_stop_at_the_end_of_the_month(start: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(expected)


@given(days, st.integers(-600, 600))
def test_months_are_added_to_the_calendar_month(start: date, months: int) -> None:
    end = add_months(start, months)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    is_last_of_month = (end + timedelta(days=1)).day == 1
    assert end.day == start.day or (end.day < start.day and is_last_of_month)


@given(days)
def test_the_first_of_the_month_is_in_the_same_month(day: date) -> None:
    first = first_of_month(day)
    assert (first.year, first.month, first.day) == (day.year, day.month, 1)


def test_january_first() -> None:
    assert january_first(2024) == date(2024, 1, 1)


def test_an_age_is_reached_on_the_birthday() -> None:
    assert anniversary(date(1964, 11, 21), 62) == (date(2026, 11, 21), date(2026, 11, 21))


def test_a_birthday_on_29_february_stays_between_two_days_in_an_ordinary_year() -> None:
    assert anniversary(date(1964, 2, 29), 62) == (date(2026, 2, 28), date(2026, 3, 1))
    assert anniversary(date(1964, 2, 29), 64) == (date(2028, 2, 29), date(2028, 2, 29))


def test_the_open_end_of_a_birth_interval_has_no_birthday() -> None:
    assert anniversary(date.max, 62) == (date.max, date.max)
