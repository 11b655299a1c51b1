"""One spelling for features and look-ups: lower case, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'"})
_NOT_WORD = re.compile(r"[^a-z0-9€%]+")


def fold(text: str) -> str:
    """Lower case, without accents, words separated by single spaces; "J'ai 54 ans" gives "j ai 54 ans"."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", plain).strip()
