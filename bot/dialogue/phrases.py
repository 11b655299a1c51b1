"""Turns of phrase of content files: regular expressions on folded words, one a line, beginning where a word begins."""

from __future__ import annotations

import re
from functools import cache


@cache
def any_of(phrases: str) -> str:
    """The pattern that matches any of the lines."""
    return f"(?:{'|'.join(line.strip() for line in phrases.splitlines() if line.strip())})"


@cache
def begins(phrases: str) -> re.Pattern[str]:
    """Finds a place where one of the lines begins; it may end inside a word."""
    return re.compile(rf"\b{any_of(phrases)}")


@cache
def whole(phrases: str) -> re.Pattern[str]:
    """Finds one of the lines as whole words."""
    return re.compile(rf"\b{any_of(phrases)}\b")
