"""Signs that every telephone shows, and that cost least: those of a typewriter, and the letters of the SMS alphabet.

That alphabet has é, è, à and ù, but no ê nor ç: a single one of these makes a whole answer cost twice as much.
"""

from __future__ import annotations

import re

_SIGNS = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‹": "<", "›": ">", "…": "...", "–": "-", "—": "-", "‑": "-",
    "−": "-", "•": "-", "·": "-", "×": "x", "œ": "oe", "Œ": "OE", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "â": "a", "ç": "c", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "û": "u", "ÿ": "y",
    "À": "A", "Â": "A", "È": "E", "Ê": "E", "Ë": "E", "Î": "I", "Ï": "I", "Ô": "O", "Ù": "U", "Û": "U",
})  # fmt: skip
_OPENING, _CLOSING = re.compile(r"«[ \u00a0\u202f]?"), re.compile(r"[ \u00a0\u202f]?»")


def plain_signs(text: str) -> str:
    """The same words: « » become straight quotes, hard spaces ordinary ones, œ two letters, ê and ç e and c."""
    return _CLOSING.sub('"', _OPENING.sub('"', text)).translate(_SIGNS)
