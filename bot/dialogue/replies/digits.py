"""Numbers spelled out in words, turned into digits."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bot.dialogue.replies.folding import fold

# The letter O typed for a zero, alone among digits or as a group of thousands.
_LETTER_O = re.compile(r"(?<=\d)o(?=\d)|(?<=\d)oo+\b|(?<=\d )ooo\b|(?<=\do)o\b")
# "Dix huit cents": the parser wants the hyphen that people leave out.
_TEENS = re.compile(r"\bdix (sept|huit|neuf)\b")
_THOUSANDS = re.compile(r"(?<=\d)\s?mille\b")
# "2 mille 500" is "2 500".
_THOUSANDS_AND_MORE = re.compile(r"(?<=\d)\s?mille\s(?=\d{3}\b)")
_MISSPELLED_THOUSAND = re.compile(r"\b(?:mile|milles|un millier)\b")
# "9 cents", "9 cent 50"; but neither "2 pour cent" nor the cents of an euro.
_HUNDREDS = re.compile(r"(?<![\d.,])(?<!euros )(?<!euro )(?<!€ )(?<!€)([2-9]|1[1-9])\s?cents?\b(?:\s(\d\d)\b)?")


@lru_cache(maxsize=1)
def _alpha2digit() -> Any:
    from text_to_num import alpha2digit

    return alpha2digit


def words_to_digits(text: str) -> str:
    """The folded text with "mille deux cents" as "1200", "21 mille" as "21k"; a lone "un" is left alone."""
    folded = _LETTER_O.sub(lambda match: "0" * len(match[0]), fold(text))
    folded = _HUNDREDS.sub(lambda match: f"{match[1]}{match[2] or '00'}", folded)
    if not re.search(r"[a-z]", folded):
        return folded
    thousands = _THOUSANDS_AND_MORE.sub(" ", _MISSPELLED_THOUSAND.sub("mille", folded))
    hyphenated = _THOUSANDS.sub("k", _TEENS.sub(r"dix-\1", thousands))
    result: str = _alpha2digit()(re.sub(r"\bzero\b", "0", hyphenated), "fr", relaxed=True)
    return result
