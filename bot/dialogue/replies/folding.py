"""Text as readers compare it: without case, accents or punctuation."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Lower case and no accents; digits and punctuation stay."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def plain(text: str) -> str:
    """Lower case, no accents, only letters and digits, single spaces."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()
