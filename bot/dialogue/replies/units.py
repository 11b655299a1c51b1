"""The unit that a text gives tells which kind of question it answers, when it does not say which one."""

from __future__ import annotations

import re

from bot.dialogue.replies.date_text import MONTH, date_text
from bot.dialogue.replies.folding import fold

_MONEY = re.compile(r"\d ?(?:k?€|k\b|balles\b|brut|par mois\b|/ ?mois\b)|\beuros?\b")
_AGE = re.compile(r"\d ?ans\b")
_UNITS = {
    "yearly_pay": _MONEY,
    "yearly_income": _MONEY,
    "yearly_sum": _MONEY,
    "monthly_sum": _MONEY,
    "hours": re.compile(r"\d ?(?:h\b|heures?\b)"),
    "birth": _AGE,
    "age": _AGE,
}
_DATES = ("date", "any_date")
_DATE = re.compile(rf"\b(?:19|20)\d\d\b|\d/\d|\b(?:{MONTH})\b")


# Kinds of which one reply could be meant for another: a sum for another sum, a day for another day.
_FAMILIES = (
    {"yearly_pay", "yearly_income", "yearly_sum", "monthly_sum", "yearly_pays"},
    {"date", "any_date", "year", "yearly_pays"},
    {"birth", "age"},
    {"hours", "count"},
)


def family(kind: str) -> frozenset[str]:
    """The kinds that this one could be mistaken for, itself included."""
    return frozenset({kind}).union(*(kinds for kinds in _FAMILIES if kind in kinds))


def has_unit_of(kind: str, text: str) -> bool:
    """Does the text give a number with the unit of this kind of question, or a date to a question about a date?"""
    said = fold(text)
    if kind in _DATES:
        return bool(_DATE.search(date_text(text))) and not any(unit.search(said) for unit in _UNITS.values())
    return kind in _UNITS and bool(_UNITS[kind].search(said))
