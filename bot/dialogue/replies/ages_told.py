"""An age in years: "54 ans", "54" alone, "la cinquantaine", or a date of birth: "née en 1972"."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue.replies.ages import YOUNGEST, Age, find_age, is_plausible
from bot.dialogue.replies.births import birth_text, born_in
from bot.dialogue.replies.reading import Reading, Refused, Value
from bot.rules.engine.calendar import MONTHS_IN_A_YEAR, add_months

# "54 ou 55", "54/55": two ages, and no month of a year.
_TWO_ALONE = re.compile(r"(?<![\d/])(?:1[4-9]|[2-9]\d)(?: (?:ou|et|a) |/)(?:1[4-9]|[2-9]\d)$")


def read_age(text: str, on: date) -> Reading:
    """An age in full years, between two bounds when it is not told exactly; a number alone is an age."""
    words = _TWO_ALONE.sub(r"\g<0> ans", birth_text(text))
    age = find_age(words, on)
    if age:
        return _as_value(age)
    try:
        born = born_in(words, None, on)
    except (ValueError, OverflowError):
        return Refused("impossible")
    if born is None:
        return Refused()
    low, high = born
    return _as_value(_between(_age_on(on, high), None if low == date.min else _age_on(on, low)))


def _age_on(on: date, born: date) -> int:
    """Full years on a day."""
    years = on.year - born.year
    return years if add_months(born, MONTHS_IN_A_YEAR * years) <= on else years - 1


def _between(youngest: int, oldest: int | None) -> Age:
    if oldest is None:
        return Age(youngest, None, f"au moins {youngest} ans")
    if youngest == oldest:
        return Age(youngest, oldest, f"{youngest} ans")
    link = f"{youngest} ou {oldest}" if oldest == youngest + 1 else f"entre {youngest} et {oldest}"
    return Age(youngest, oldest, f"{link} ans")


def _as_value(age: Age) -> Reading:
    if not is_plausible(age):
        return Refused("impossible")
    if age.least is not None and age.least == age.most:
        return Value(str(age.least), age.said)
    low, high = YOUNGEST if age.least is None else age.least, ".." if age.most is None else age.most
    return Value(f"{low}/{high}", age.said)
