"""A date of birth, or an age: "54 ans" is the year of days on which one turns 54 by today."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue.replies.ages import YOUNGEST, Age, alone, birth_of, find_age, is_plausible, without_durations
from bot.dialogue.replies.date_bounds import Bounds
from bot.dialogue.replies.date_numeric import two_numbers
from bot.dialogue.replies.date_text import date_text
from bot.dialogue.replies.dates import as_value, find, told
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused, Value
from bot.rules.engine.calendar import add_months

# Over this, a number alone is as likely a year: "75" is said of 1975 as well as of an age.
SURELY_AN_AGE = 62
_CUE = re.compile(r"\b(?:nee?|naissance|naissais)\b")
# "Je suis de 66", "de 66" alone.
_OF_A_YEAR = re.compile(r"(?:^|\b(?:\w*suis|je) )de (?:l annee )?(?=(?:19|20)?\d\d\b)")
_TELLS_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b|/\d{2}\b|\b\d{6}\b|\b\d{8}\b")


def read_birth(text: str, on: date) -> Reading:
    """A date of birth, as precise as the person gave it, or the span of days that an age leaves."""
    words = birth_text(text)
    age = find_age(words, on)
    try:
        born = born_in(words, age, on)
    except (ValueError, OverflowError):
        return Refused("impossible") if age is None else _read_age(age, words, on)
    if born:
        reading = told(born, on)
        return Value(reading.value, f"naissance {_when(reading.said)}") if isinstance(reading, Value) else reading
    return Refused() if age is None else _read_age(age, words, on)


def birth_text(text: str) -> str:
    """A `date_text` without what has lasted for some time; "je suis de 66" as a year of birth."""
    return _OF_A_YEAR.sub("ne en ", without_durations(date_text(text)))


def born_in(words: str, age: Age | None, on: date) -> Bounds | None:
    """The days of birth that a `date_text` tells, when it tells more than an age; None when it tells none.

    Raises:
        ValueError: a day that does not exist, or of somebody too young.
    """
    born = _born(words, on)
    newest = add_months(on, -12 * YOUNGEST)
    plausible = born is not None and born[0] <= newest
    if born and plausible and (age is None or _tells_more_than_age(words)):
        return born[0], min(born[1], newest)
    if born and age is None:
        raise ValueError(words)
    return None


def _when(said: str) -> str:
    """A month alone takes its "en", which the other dates have."""
    return said if said.startswith(("le ", "en ", "avant ", "après ", "entre ")) else f"en {said}"


def _tells_more_than_age(words: str) -> bool:
    return bool(_TELLS_A_YEAR.search(words) or (_CUE.search(words) and "il y a" not in words))


def _born(words: str, on: date) -> Bounds | None:
    """The date of the text, from where it speaks of birth; of "10/75", only a month and its year make sense."""
    cue = _CUE.search(words)
    found = (find(words, on, cue.start()) if cue else None) or find(words, on)
    if found:
        return found.low, found.high
    return min(two_numbers(words, on), default=None)


def _read_age(age: Age, words: str, on: date) -> Reading:
    if not is_plausible(age):
        return Refused("impossible")
    number = alone(words)
    if number is not None and SURELY_AN_AGE < number < 100:
        return Ambiguous("Est-ce votre âge, ou votre année de naissance ?", (f"{number} ans", f"en 19{number}"))
    return Value(as_value(*birth_of(age, on)).value, age.said)
