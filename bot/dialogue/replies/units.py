"""The unit that a text gives tells which kind of question it answers, when it does not say which one."""

from __future__ import annotations

import re

from bot.dialogue.replies.date_text import MONTH, date_text
from bot.dialogue.replies.folding import fold

_MONEY = re.compile(r"\d ?(?:k?€|k\b|balles\b|brut)|\beuros?\b")
_UNITS = {
    "yearly_pay": _MONEY,
    "yearly_income": _MONEY,
    "hours": re.compile(r"\d ?(?:h\b|heures?\b)"),
    "birth": re.compile(r"\d ?ans\b"),
}
_DATE = re.compile(rf"\b(?:19|20)\d\d\b|\d/\d|\b(?:{MONTH})\b")


def has_unit_of(kind: str, text: str) -> bool:
    """Does the text give a number with the unit of this kind of question, or a date to a question about a date?"""
    said = fold(text)
    if kind == "date":
        return bool(_DATE.search(date_text(text))) and not any(unit.search(said) for unit in _UNITS.values())
    return kind in _UNITS and bool(_UNITS[kind].search(said))
