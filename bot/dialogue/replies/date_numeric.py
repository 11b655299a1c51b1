"""Dates in digits: "10/06/2024", "10.06.24", "06/2024", "2024-06-10", "10062024"."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue.replies.date_bounds import Bounds, Form, exact_day, full_year, last_time, months_of

OLDEST_YEAR = 1900


def _year_first(match: re.Match[str], on: date) -> Bounds:
    return exact_day(int(match[1]), int(match[2]), int(match[3]))


def _day_first(match: re.Match[str], on: date) -> Bounds:
    return exact_day(full_year(match[4], on), int(match[3]), int(match[1]))


def _year_and_month(match: re.Match[str], on: date) -> Bounds:
    return months_of(int(match[1]), int(match[2]), int(match[2]))


def _month_and_year(match: re.Match[str], on: date) -> Bounds:
    return months_of(int(match[2]), int(match[1]), int(match[1]))


def _two_years(match: re.Match[str], on: date) -> Bounds:
    first, last = sorted((int(match[1]), int(match[2])))
    return date(first, 1, 1), date(last, 12, 31)


def _without_separator(match: re.Match[str], on: date) -> Bounds:
    """The order of day and year is the one that gives a day of our times."""
    text = match[0]
    for year, month, day in ((text[4:], text[2:4], text[:2]), (text[:4], text[4:6], text[6:])):
        try:
            bounds = exact_day(full_year(year, on), int(month), int(day or 1))
        except ValueError:
            continue
        if bounds[0].year >= OLDEST_YEAR:
            return bounds if day else months_of(bounds[0].year, int(month), int(month))
    raise ValueError(text)


NUMERIC = (
    Form(re.compile(r"\b(\d{4})/(\d{1,2})/(\d{1,2})\b"), _year_first),
    Form(re.compile(r"\b(\d{1,2})([/ ])(\d{1,2})\2(\d{4}|\d{2})\b"), _day_first),
    Form(re.compile(r"(?<!/)\b(?:\d{8}|\d{6})\b(?!/)"), _without_separator),
    Form(re.compile(r"\b((?:19|20)\d\d)[/ ]((?:19|20)\d\d)\b"), _two_years),
    Form(re.compile(r"\b(\d{4})/(\d{1,2})\b"), _year_and_month),
    Form(re.compile(r"\b(\d{1,2})/(\d{4})\b"), _month_and_year),
)

_TWO_NUMBERS = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")


def two_numbers(words: str, on: date) -> tuple[Bounds, ...]:
    """What "10/06" may mean: a day of the last twelve months, a month of a year, or both."""
    match = _TWO_NUMBERS.search(words)
    if not match:
        return ()
    first, second = int(match[1]), int(match[2])
    found = []
    if second <= 12:
        found.append(last_time(lambda year: exact_day(year, second, first), on))
    after_article = re.search(r"\b(?:le|du|au)\s$", words[: match.start()])
    if first <= 12 and len(match[2]) == 2 and not after_article:
        found.append(months_of(full_year(match[2], on), first, first))
    if not found:
        raise ValueError(match[0])
    return tuple(bounds for bounds in found if bounds[0] <= on)
