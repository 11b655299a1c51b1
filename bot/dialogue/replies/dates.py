"""Dates and ages as people type them, as spans: "10/06/24", "mars 1975", "début 2019", "54 ans", "il y a deux ans"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from bot.answers import french
from bot.dialogue.replies.numbers import words_to_digits
from bot.dialogue.replies.reading import Reading, Refused, Value
from bot.dialogue.replies.words import plain
from bot.rules.calendar import add_months

_MONTHS = {
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5,
    "juin": 6, "juillet": 7, "juil": 7, "jul": 7, "aout": 8, "septembre": 9, "sept": 9, "sep": 9, "octobre": 10,
    "oct": 10, "novembre": 11, "nov": 11, "decembre": 12, "dec": 12,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMERIC = re.compile(r"\b(\d{1,2})[\s/.\-]+(\d{1,2})[\s/.\-]+(\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_MONTH_YEAR = re.compile(r"\b(\d{1,2})[/.\-](\d{4})\b")
_IN_WORDS = re.compile(rf"\b(?:(\d{{1,2}})(?:er)? )?({_MONTH})(?: (?:de )?(?:l an )?(\d{{4}}|\d{{2}}))?\b(?! ans)")
_YEAR = re.compile(r"\b(19\d{2}|20\d{2})\b")
_AGO = re.compile(
    r"\bil y a (?:environ |a peu pres |presque |plus de )?(\d+|un|une) "
    r"(an|ans|annee|annees|mois|semaine|semaines|jour|jours)\b"
)
_AGE = re.compile(r"\b(\d{1,3}) ?(?:ans?|a\b)|^(?:j ai |age |moi )?(\d{1,3})$")
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
OLDEST = 105


def _year(text: str, on: date) -> int:
    """A year in two digits is the most recent one that is not in the future."""
    year = int(text)
    if len(text) == 4:
        return year
    century = on.year - on.year % 100
    return century + year if century + year <= on.year else century - 100 + year


def _span(low: date, high: date) -> Value:
    if low == high:
        return Value(low.isoformat(), f"le {french.day(low)}")
    month_end = calendar.monthrange(low.year, low.month)[1]
    if (low.day, high) == (1, low.replace(day=month_end)):
        return Value(f"{low:%Y-%m}", french.month(low))
    if (low.month, low.day, high) == (1, 1, date(low.year, 12, 31)):
        return Value(f"{low:%Y}", f"en {low.year}")
    return Value(f"{low.isoformat()}/{high.isoformat()}", f"entre {french.month(low)} et {french.month(high)}")


def _month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _found(text: str, on: date) -> tuple[date, date] | None:
    words = plain(words_to_digits(text))
    if match := _ISO.search(text):
        exact = date(int(match[1]), int(match[2]), int(match[3]))
        return exact, exact
    if match := _NUMERIC.search(text):
        exact = date(_year(match[3], on), int(match[2]), int(match[1]))
        return exact, exact
    if match := _MONTH_YEAR.search(text):
        return _month_span(int(match[2]), int(match[1]))
    if match := _IN_WORDS.search(words):
        return _month_in_words(match, words, on)
    return _relative(words, on) or _bare_year(words, on)


def _month_in_words(match: re.Match[str], words: str, on: date) -> tuple[date, date] | None:
    month = _MONTHS[match[2]]
    if match[3]:
        year = _year(match[3], on)
    elif "an dernier" in words or "annee derniere" in words or "dernier" in words.split()[-1:]:
        year = on.year - 1 if "an " in words or "annee" in words or month > on.month else on.year
    else:
        year = on.year if month <= on.month else on.year - 1
    if match[1]:
        exact = date(year, month, int(match[1]))
        return exact, exact
    return _month_span(year, month)


def _relative(words: str, on: date) -> tuple[date, date] | None:
    if match := _AGO.search(words):
        count = 1 if match[1] in {"un", "une"} else int(match[1])
        if match[2].startswith("an"):
            return _month_span(*_month_of(add_months(on, -12 * count)))
        if match[2] == "mois":
            return _month_span(*_month_of(add_months(on, -count)))
        exact = on - timedelta(days=count * (7 if match[2].startswith("semaine") else 1))
        return exact, exact
    for word, months in (("hier", 0), ("aujourd hui", 0)):
        if re.search(rf"\b{word}\b", words):
            exact = on - timedelta(days=1 if word == "hier" else 0) + timedelta(days=months)
            return exact, exact
    if re.search(r"\b(ce mois(?! ci dernier)|ce mois ci)\b", words):
        return _month_span(on.year, on.month)
    if re.search(r"\bmois dernier\b", words):
        return _month_span(*_month_of(add_months(on, -1)))
    if re.search(r"\b(l an dernier|l annee derniere|an passe|annee passee)\b", words):
        return _part_of_year(words, on.year - 1)
    if re.search(r"\bcette annee\b", words):
        return _part_of_year(words, on.year)
    return None


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


def _part_of_year(words: str, year: int) -> tuple[date, date]:
    for word, (first, last) in _PARTS.items():
        if re.search(rf"\b{word}\b", words):
            return date(year, first, 1), _month_span(year, last)[1]
    return date(year, 1, 1), date(year, 12, 31)


def _bare_year(words: str, on: date) -> tuple[date, date] | None:
    match = _YEAR.search(words)
    return _part_of_year(words, int(match[1])) if match else None


def read_date(text: str, on: date) -> Reading:
    """A date in the past, as precise as the person gave it."""
    try:
        bounds = _found(text, on)
    except ValueError:
        return Refused("impossible")
    if bounds is None:
        return Refused()
    low, high = bounds
    if low > on:
        return Refused("future")
    if on.year - low.year > OLDEST:
        return Refused("impossible")
    return _span(low, min(high, on) if high.year == on.year and not _whole_month(low, high) else high)


def _whole_month(low: date, high: date) -> bool:
    return (low.year, low.month) == (high.year, high.month)


def read_birth(text: str, on: date) -> Reading:
    """A date of birth, or an age: "54 ans" is the year of days on which one turns 54 by today."""
    words = plain(words_to_digits(text))
    match = _AGE.search(words)
    if match and not (_NUMERIC.search(text) or _IN_WORDS.search(words) or _YEAR.search(words)):
        age = int(match[1] or match[2])
        if 14 <= age <= OLDEST:
            low = add_months(on, -12 * (age + 1)) + timedelta(days=1)
            return Value(f"{low.isoformat()}/{add_months(on, -12 * age).isoformat()}", f"{age} ans")
        return Refused("impossible")
    reading = read_date(text, on)
    if isinstance(reading, Value):
        newest = max(int(part[:4]) for part in reading.value.split("/"))
        return reading if on.year - newest >= 14 else Refused("impossible")
    return reading
