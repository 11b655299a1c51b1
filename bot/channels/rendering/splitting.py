"""Cutting a long text for a channel that takes only so many characters: where a reader would pause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# From the best place to cut to the worst: between paragraphs, lines, sentences, words.
_PAUSES = (re.compile(r"\n{2,}"), re.compile(r"\n"), re.compile(r"(?<=[.!?…;])[ \u00a0\u202f]+"), re.compile(r" +"))
Measure = Callable[[str], int]


def in_utf16(text: str) -> int:
    """The length as messengers count that store UTF-16: a pictogram is two."""
    return len(text.encode("utf-16-le")) // 2


def in_bytes(text: str) -> int:
    """The length in UTF-8."""
    return len(text.encode())


def split(text: str, limit: int, length: Measure = len) -> list[str]:
    """The text in as few parts as it takes, none longer than `limit`, no word cut that fits, nothing but blanks lost.

    Raises:
        ValueError: `limit` is not positive.
    """
    if limit < 1:
        raise ValueError(limit)
    return [part for part in _packed(text.strip(), limit, length, _PAUSES) if part]


def _packed(text: str, limit: int, length: Measure, pauses: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    if length(text) <= limit:
        yield text
        return
    if not pauses:
        yield from _cut(text, limit, length)
        return
    kept = ""
    for piece, pause in _pieces(text, pauses[0]):
        if length(kept + piece) <= limit:
            kept += piece + pause
            continue
        if kept.strip():
            yield kept.strip()
        kept = ""
        if length(piece) <= limit:
            kept = piece + pause
            continue
        *whole, last = _packed(piece.strip(), limit, length, pauses[1:])
        yield from whole
        kept = last + pause
    if kept.strip():
        yield kept.strip()


def _pieces(text: str, pause: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    start = 0
    for found in pause.finditer(text):
        yield text[start : found.start()], found[0]
        start = found.end()
    yield text[start:], ""


def _cut(word: str, limit: int, length: Measure) -> Iterator[str]:
    kept = ""
    for character in word:
        if kept and length(kept + character) > limit:
            yield kept
            kept = ""
        kept += character
    yield kept
