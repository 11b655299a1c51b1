"""A date of birth, or an age: "54 ans" is the year of days on which one turns 54 by today."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue.replies.ages import Age, alone, birth_of, find_age, is_plausible
from bot.dialogue.replies.ages import YOUNGEST
from bot.dialogue.replies.date_bounds import Bounds, InTheFuture
from bot.dialogue.replies.date_numeric import two_numbers
from bot.dialogue.replies.date_text import date_text
from bot.dialogue.replies.dates import as_value, find, told
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused, Value

# Over this, a number alone is as likely a year: "75" is said of 1975 as well as of an age.
SURELY_AN_AGE = 62
_CUE = re.compile(r"\b(?:nee?|naissance|naissais)\b")
_TELLS_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b|/\d{2}\b|\b\d{6}\b|\b\d{8}\b")


def read_birth(text: str, on: date) -> Reading:
    """A date of birth, as precise as the person gave it, or the span of days that an age leaves."""
    words = date_text(text)
    try:
        born = _born(words, on)
    except InTheFuture:
        born = ()
    except (ValueError, OverflowError):
        return Refused("impossible")
    age = find_age(words, on)
    plausible = [bounds for bounds in born if on.year - min(bounds[1], on).year >= YOUNGEST]
    if plausible and (age is None or _CUE.search(words) or _TELLS_A_YEAR.search(words)):
        return told(plausible[0], on)
    if age is not None:
        return _read_age(age, words, on)
    return Refused("impossible") if born else Refused()


def _born(words: str, on: date) -> tuple[Bounds, ...]:
    """The dates of the text, from where it speaks of birth; a day and a month alone tell no year."""
    cue = _CUE.search(words)
    found = (find(words, on, cue.start()) if cue else None) or find(words, on)
    if found:
        return ((found.low, found.high),)
    return two_numbers(words, on)


def _read_age(age: Age, words: str, on: date) -> Reading:
    if not is_plausible(age):
        return Refused("impossible")
    number = alone(words)
    if number is not None and number > SURELY_AN_AGE and number < 100:
        return Ambiguous("Est-ce votre âge, ou votre année de naissance ?", (f"{number} ans", f"en 19{number}"))
    low, high = birth_of(age, on)
    return Value(as_value(low, high).value, age.said)
