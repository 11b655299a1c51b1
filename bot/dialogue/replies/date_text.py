"""A text made ready for reading dates: numbers as digits, one separator, months spelled right."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from bot.dialogue.replies.digits import words_to_digits
from bot.dialogue.replies.folding import fold

MONTHS = {
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5,
    "juin": 6, "juillet": 7, "juil": 7, "jul": 7, "aout": 8, "septembre": 9, "sept": 9, "sep": 9, "octobre": 10,
    "oct": 10, "novembre": 11, "nov": 11, "decembre": 12, "dec": 12,
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_LONG_MONTHS = tuple(name for name in MONTHS if len(name) >= 7)
SHORTEST_SLIP = 6  # letters: a shorter word is too easily another word
# "sept. 2019", "10 sept", but neither "dix-sept" nor "sept ans".
_SEPT = re.compile(r"(?<![\w-])(?<!mille )(?<!dix )(?<!vingt )sept\b\.?(?=\s*(?:\d{4}|\d{2}\b(?!\s*[a-z])|dernier|$))")


def date_text(text: str) -> str:
    """Only letters, digits, single spaces and slashes inside numeric dates."""
    words = words_to_digits(_SEPT.sub("septembre", fold(text)))
    words = re.sub(r"(?<=\d)\s*/\s*(?=\d)|(?<=\d)[-.](?=\d)", "/", words)
    words = re.sub(r"[^a-z0-9/]+", " ", words)
    words = re.sub(r"(?<!\d)/|/(?!\d)", " ", words)
    words = " ".join(_month_spelled_right(word) for word in words.split())
    words = re.sub(rf"\b({MONTH})(?=\d)", r"\1 ", words)
    words = re.sub(rf"\b(?:premier|1 er)(?= (?:{MONTH})\b)", "1", words)
    return re.sub(r"\b(?:il )?y ?a\b", "il y a", words)


def _month_spelled_right(word: str) -> str:
    if len(word) < SHORTEST_SLIP or not word.isalpha():
        return word
    return next((month for month in _LONG_MONTHS if OSA.distance(word, month, score_cutoff=1) <= 1), word)
