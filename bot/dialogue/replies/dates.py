"""Dates as people type them, as spans: "10/06/24", "mars 1975", "début 2019", "avant 2020", "il y a deux ans"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from bot.answers import french
from bot.dialogue.replies.date_bounds import Bounds, Form, InTheFuture
from bot.dialogue.replies.date_near import NEAR, TO_COME, length_alone
from bot.dialogue.replies.date_numeric import NUMERIC, two_numbers
from bot.dialogue.replies.date_text import date_text
from bot.dialogue.replies.date_words import IN_WORDS, PARTS_IN_A_ROW
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused, Value

OLDEST = 105
# The most precise first.
FORMS: tuple[Form, ...] = (*NUMERIC, *IN_WORDS, *NEAR)
_ARTICLES = r"(?:(?:le|la|l|les|en|du|de|d|mois|annee) )*"
BOUND = re.compile(rf"\b(avant|apres) (?:debut )?{_ARTICLES}$")
_BETWEEN = re.compile(rf"\bentre {_ARTICLES}$")
_OR = re.compile(rf" ou (?:bien )?{_ARTICLES}")
_AND = re.compile(rf" (?:et|ou) {_ARTICLES}")
_BIRTH = re.compile(rf"\bnee? {_ARTICLES}$")


class Found(NamedTuple):
    """What a date covers, and from where to where it is written."""

    low: date
    high: date
    start: int
    end: int


def find(words: str, on: date, at: int = 0) -> Found | None:
    """The first date of the most precise form in a `date_text`, two of them when they are told as one or the other.

    Raises:
        ValueError: a day that does not exist.
    """
    for form in FORMS:
        match = form.pattern.search(words, at)
        if match:
            found = Found(*form.read(match, on), *match.span())
            return _with_bound(_with_second(found, words, on), words, on)
    return None


def _with_second(found: Found, words: str, on: date) -> Found:
    """ "2019 ou 2020", "entre mars et juin 2024", "fin 2023 début 2024": from the first to the second."""
    between = _BETWEEN.search(words[: found.start])
    link = (_AND if between else _OR).match(words, found.end) or PARTS_IN_A_ROW.match(words, found.start)
    if not link:
        return found
    for form in FORMS:
        match = form.pattern.match(words, link.end())
        if match:
            low, high = form.read(match, on)
            return Found(min(found.low, low), max(found.high, high), found.start, match.end())
    return found


def _with_bound(found: Found, words: str, on: date) -> Found:
    """ "avant 2020" ends the day before; "après mars 2020" starts the day after."""
    bound = BOUND.search(words[: found.start])
    if not bound:
        return found
    if bound[1] == "avant":
        return found._replace(low=date.min, high=found.low - timedelta(days=1))
    return found._replace(low=found.high + timedelta(days=1), high=max(on, found.high + timedelta(days=1)))


def as_value(low: date, high: date) -> Value:
    """The span in the vocabulary of the rules, and how to say it back."""
    if low == date.min:
        return Value(f"../{high.isoformat()}", f"avant le {french.day(high + timedelta(days=1))}")
    if low == high:
        return Value(low.isoformat(), f"le {french.day(low)}")
    whole_months = low.day == 1 and (high + timedelta(days=1)).day == 1
    same_month = (low.year, low.month) == (high.year, high.month)
    if whole_months and same_month:
        return Value(f"{low:%Y-%m}", french.month(low))
    if whole_months and (low.month, high.month, low.year) == (1, 12, high.year):
        return Value(f"{low:%Y}", f"en {low.year}")
    name = french.day if same_month else french.month
    linked = f"entre le {name(low)} et le {name(high)}" if same_month else f"entre {name(low)} et {name(high)}"
    return Value(f"{low.isoformat()}/{high.isoformat()}", linked)


def read_date(text: str, on: date) -> Reading:
    """A date in the past, as precise as the person gave it."""
    words = date_text(text)
    try:
        found = _past(words, on)
    except InTheFuture:
        return Refused("future")
    except (ValueError, OverflowError):
        return Refused("impossible")
    readings = [told(bounds, on) for bounds in found]
    values = [reading for reading in readings if isinstance(reading, Value)]
    if len(values) == 2:
        return Ambiguous("Quelle date est-ce ?", (values[0].said, values[1].said))
    return next(iter(values or readings), Refused("future") if TO_COME.search(words) else Refused())


def find_besides_birth(words: str, on: date) -> Found | None:
    """The first date of a text; the reader's own birth is not what is asked.

    Raises:
        ValueError: a day that does not exist.
    """
    found = find(words, on)
    if found and _BIRTH.search(words[: found.start]):
        found = find(words, on, found.end) or found
    return found


def _past(words: str, on: date) -> tuple[Bounds, ...]:
    """What the text may mean; "10/06" is a day or a month."""
    found = find_besides_birth(words, on)
    if found:
        return ((found.low, found.high),)
    alone = length_alone(words, on)
    return (alone,) if alone else two_numbers(words, on)


def told(bounds: Bounds, on: date) -> Reading:
    """A span as a reading: not in the future, not older than a life, never reaching into the days to come."""
    low, high = bounds
    if low > on:
        return Refused("future")
    if low != date.min and on.year - low.year > OLDEST:
        return Refused("impossible")
    same_month = (low.year, low.month) == (high.year, high.month)
    return as_value(low, high if same_month else min(high, on))
