"""Dates in the past or to come, as spans: "le 31 décembre prochain", "dans 3 mois", "fin mars 2027", "10/06/2024"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.answers import french
from bot.dialogue.replies.date_ahead import (
    MONTHS_AHEAD,
    YEARS_AHEAD,
    ahead,
    looks_ahead,
    looks_near,
    spelled_ahead,
    without_next,
)
from bot.dialogue.replies.date_bounds import Bounds
from bot.dialogue.replies.date_near import length_alone
from bot.dialogue.replies.date_numeric import two_numbers
from bot.dialogue.replies.date_text import date_text
from bot.dialogue.replies.dates import BOUND, OLDEST, Found, as_value, find_besides_birth
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused, Value
from bot.rules.engine.calendar import add_months

_SINCE = re.compile(r"\b(?:depuis|il y a|dernier|derniere|passe|passee)\b")


def read_any_date(text: str, on: date) -> Reading:
    """A date, as precise as the person gave it, at most five years ahead.

    A month or a day without its year is the last one, unless the words speak of days to come.
    """
    words = spelled_ahead(date_text(text), on)
    try:
        before = length_alone(words, on)
        if before and _may_be_ahead(before, on):
            said = words.replace("annee", "année")
            return Ambiguous("Est-ce déjà passé, ou à venir ?", (f"il y a {said}", f"dans {said}"))
        readings = [_told(bounds, words, on) for bounds in _meant(words, on)]
    except (ValueError, OverflowError):
        return Refused("impossible")
    values = [reading for reading in readings if isinstance(reading, Value)]
    if len(values) == 2:
        return Ambiguous("Quelle date est-ce ?", (values[0].said, values[1].said))
    return next(iter(values or readings), Refused())


def _meant(words: str, on: date) -> tuple[Bounds, ...]:
    """What the text may mean; a date with its year is the same whenever it is told."""
    told = without_next(words)
    found, later = find_besides_birth(told, on), find_besides_birth(told, _a_year_after(on))
    if found is None:
        coming = ahead(words, on)
        alone = coming or length_alone(words, on)
        return (alone,) if alone else _in_two_numbers(words, on)
    if found == later:
        return (_open_after(found, told, on),)
    coming = ahead(words, on) if looks_ahead(words) else None
    if coming:
        return (coming,)
    if found.high < on and later and _is_ahead(words, later.low, on):
        return ((later.low, later.high),)
    return (_open_after(found, told, on),)


def _a_year_after(on: date) -> date:
    """The last day on which what comes every year has come exactly once since today."""
    return add_months(on, 12) - timedelta(days=1)


def _is_ahead(words: str, coming: date, on: date) -> bool:
    return looks_ahead(words) or (looks_near(words) and coming <= add_months(on, MONTHS_AHEAD))


def _in_two_numbers(words: str, on: date) -> tuple[Bounds, ...]:
    """ "15/01": the last one, or the next one when the words say so."""
    coming = [bounds for bounds in two_numbers(words, _a_year_after(on)) if bounds[0] > on]
    return (coming[0],) if coming and _is_ahead(words, coming[0][0], on) else two_numbers(words, on)


def _open_after(found: Found, words: str, on: date) -> Bounds:
    """ "Après mars 2027" reaches as far as one may look."""
    bound = BOUND.search(words[: found.start])
    after = bound is not None and bound[1] == "apres" and found.low > on
    return found.low, max(found.high, _limit(on)) if after else found.high


def _may_be_ahead(before: Bounds, on: date) -> bool:
    """Is what lies that far back no further than one may look ahead?"""
    return before[1] >= add_months(on, -12 * YEARS_AHEAD)


def _limit(on: date) -> date:
    return add_months(on, 12 * YEARS_AHEAD)


def _told(bounds: Bounds, words: str, on: date) -> Reading:
    """A span as a reading; what has lasted since then has begun."""
    low, high = bounds
    if low > _limit(on) or (low != date.min and on.year - low.year > OLDEST):
        return Refused("impossible")
    if low <= on < high and _SINCE.search(words) and (low.year, low.month) != (high.year, high.month):
        high = on
    if low > on and high == _limit(on):
        return Value(f"{low.isoformat()}/{high.isoformat()}", f"après le {french.day(low - timedelta(days=1))}")
    return as_value(low, high)
