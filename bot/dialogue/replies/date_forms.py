"""The forms in which people write a day, a month or a part of a year; each gives the first and last day it covers."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from bot.dialogue.replies.date_text import MONTH, MONTHS

Bounds = tuple[date, date]
_UNIT = r"(?! ?(?:ans?|annees?|mois|semaines?|jours?|heures?|h|k|euros?|e|brut|net)\b)(?![\d/])"
YEAR = rf"(\d{{4}}|\d{{2}}){_UNIT}"
_FULL_YEAR = rf"(19\d{{2}}|20\d{{2}}){_UNIT}"
# "Début", "fin" and seasons, as first and last month; only beside what they belong to ("j'ai été opéré" is no summer).
_PARTS = {
    "debut": (1, 4),
    "mi": (5, 8),
    "milieu": (5, 8),
    "fin": (9, 12),
    "printemps": (3, 6),
    "ete": (6, 9),
    "automne": (9, 12),
    "hiver": (1, 3),
}
_SEASONS = "printemps|ete|automne|hiver"
_LAST_YEAR = r"(?:l an|an|(?:l |d )?annee) (?:dernier|derniere|passe|passee)"
_THIS_YEAR = r"(?:de |d )?(?:cette|l) annee|annee en cours"
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


class Found(NamedTuple):
    """A date found in a text: what it covers, and from where to where it is written."""

    low: date
    high: date
    start: int
    end: int


class InTheFuture(ValueError):
    """The person speaks of a day to come."""


def full_year(text: str, on: date) -> int:
    """A year in two digits is the most recent one that is not in the future."""
    if len(text) == 4:
        return int(text)
    year = on.year - on.year % 100 + int(text)
    return year if year <= on.year else year - 100


def month_of(year: int, month: int) -> Bounds:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> Bounds:
    exact = date(year, month, day)
    return exact, exact


def _compact(match: re.Match[str], on: date) -> Bounds:
    """ "10062024", "100624", "20240610": the order of day and year is the one that exists."""
    text = match[0]
    for year, month, day in ((text[4:], text[2:4], text[:2]), (text[:4], text[4:6], text[6:] or "1")):
        try:
            return _day(full_year(year, on), int(month), int(day)) if full_year(year, on) >= 1900 else month_of(0, 0)
        except ValueError:
            continue
    raise ValueError(text)


def _in_words(match: re.Match[str], on: date) -> Bounds:
    month = MONTHS[match[2]]
    after = match.string[match.end() :]
    if after.startswith(" prochain"):
        raise InTheFuture
    year = _year_told(match, month, on)
    if year is not None:
        return _day(year, month, int(match[1])) if match[1] else month_of(year, month)
    for year in range(on.year, on.year - 9, -1):  # the last time that this day came; 29 February waits up to 8 years
        try:
            bounds = _day(year, month, int(match[1])) if match[1] else month_of(year, month)
        except ValueError:
            continue
        if bounds[0] <= on:
            return bounds
    raise ValueError(match[0])


def _year_told(match: re.Match[str], month: int, on: date) -> int | None:
    """The year of a month: its own, that of the month it is told with ("de mars à juin 2024"), or "l'an dernier"."""
    if match[3]:
        return full_year(match[3], on)
    shared = re.match(rf" (?:et|ou|a|au|puis)(?: en| le| \d{{1,2}})* ({MONTH}) {YEAR}", match.string[match.end() :])
    if shared:
        year = full_year(shared[2], on)
        return year if month <= MONTHS[shared[1]] else year - 1
    if re.search(rf"\b{_LAST_YEAR}\b", match.string):
        return on.year - 1
    ago = re.search(r"\bil y a (\d+) ans?\b", match.string)
    if ago:
        return on.year - int(ago[1])
    return on.year if re.search(rf"\b(?:{_THIS_YEAR})\b", match.string) else None


def _part_of_year(match: re.Match[str], on: date) -> Bounds:
    told = match[2] or ""
    if told.isdigit():
        year = full_year(told, on)
    else:
        year = on.year - 1 if re.fullmatch(_LAST_YEAR, told) else on.year
    bounds = _part(match[1], year)
    return _part(match[1], year - 1) if not told.isdigit() and bounds[0] > on else bounds


def _part(name: str, year: int) -> Bounds:
    first, last = _PARTS.get(name, (1, 12))
    return date(year, first, 1), month_of(year, last)[1]


def _season(match: re.Match[str], on: date) -> Bounds:
    bounds = _part(match[1], on.year)
    return bounds if bounds[0] <= on else _part(match[1], on.year - 1)


def _near(match: re.Match[str], on: date) -> Bounds:
    days = {"aujourd hui": 0, "ce matin": 0, "hier": 1, "avant hier": 2}
    return _days_ago(days[match[0]], on)


def _days_ago(days: int, on: date) -> Bounds:
    exact = on - timedelta(days=days)
    return exact, exact


def _week(match: re.Match[str], on: date) -> Bounds:
    monday = on - timedelta(days=on.weekday() + (0 if match[0].startswith("cette") else 7))
    return monday, min(monday + timedelta(days=6), on)


def _weekday(match: re.Match[str], on: date) -> Bounds:
    return _days_ago((on.weekday() - _DAYS.index(match[1])) % 7 or 7, on)


def _month_near(match: re.Match[str], on: date) -> Bounds:
    last = on.replace(day=1) - timedelta(days=1)
    return month_of(on.year, on.month) if match[0].startswith("ce") else month_of(last.year, last.month)


Form = tuple[re.Pattern[str], Callable[[re.Match[str], date], Bounds]]
# The most precise first.
FORMS: tuple[Form, ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"\b(\d{4})/(\d{1,2})/(\d{1,2})\b", lambda m, on: _day(int(m[1]), int(m[2]), int(m[3]))),
        (
            r"\b(\d{1,2})([/ ])(\d{1,2})\2(\d{4}|\d{2})\b",
            lambda m, on: _day(full_year(m[4], on), int(m[3]), int(m[1])),
        ),
        (r"\b(?:\d{8}|\d{6})\b", _compact),
        (r"\b(\d{4})/(\d{4})\b", lambda m, on: (date(int(m[1]), 1, 1), date(int(m[2]), 12, 31))),
        (r"\b(\d{4})/(\d{1,2})\b", lambda m, on: month_of(int(m[1]), int(m[2]))),
        (r"\b(\d{1,2})/(\d{4})\b", lambda m, on: month_of(int(m[2]), int(m[1]))),
        (rf"\b(?:(\d{{1,2}})(?: ?er)?(?: de| du mois de)? )?({MONTH})(?: (?:de |en |l an |l annee )*{YEAR})?\b", _in_words),
        (
            rf"\b({'|'.join(_PARTS)})(?: (?:de|d|en|l an|l annee|annee))* ({YEAR[1:-1]}|{_LAST_YEAR}|{_THIS_YEAR}|annee)\b",
            _part_of_year,
        ),
        (r"\b(?:avant hier|hier|aujourd hui|ce matin)\b", _near),
        (r"\bce mois(?: ci)?\b|\bmois dernier\b|\bmois passe\b", _month_near),
        (r"\b(?:cette semaine|semaine (?:derniere|passee))\b", _week),
        (rf"\b()({_LAST_YEAR}|{_THIS_YEAR})\b", _part_of_year),
        (rf"\b(?:l|cet|ce|en|au|a l) ({_SEASONS})(?: (?:dernier|passe))?\b", _season),
        (rf"\b({'|'.join(_DAYS)})\b", _weekday),
        (rf"\b()(?:(?:en|annee|classe|depuis|vers|courant|nee?|l an) (?=\d\d\b))?{_FULL_YEAR}", _part_of_year),
    )
)
