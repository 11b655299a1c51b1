"""Lines of a terminal: words cut at its width, with a hanging indent, strong or faint where it can show that."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from prompt_toolkit.utils import get_cwidth

from bot.answers.french import hard_spaces

Style = Literal["", "strong", "faint"]
_CODES = {"strong": "\x1b[1m", "faint": "\x1b[2m"}
_END = "\x1b[0m"


class Piece(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style = ""


@dataclass(frozen=True)
class Screen:
    """What can be shown: columns (None: lines are not cut), styles, and whether drawings help."""

    width: int | None = None
    styled: bool = False
    drawings: bool = True

    def line(self, pieces: Sequence[Piece]) -> str:
        """One line as it is sent to the terminal, nothing cut; only our own control characters are in it."""
        runs = [(style, "".join(piece.text for piece in run)) for style, run in groupby(pieces, lambda p: p.style)]
        return "".join(self._painted(_printable(text), style) for style, text in runs).rstrip(" ")

    def wrapped(
        self, pieces: Sequence[Piece], first: str = "", rest: str | None = None, style: Style = ""
    ) -> list[str]:
        """A paragraph as lines, the first one after `first`, the others after `rest` (spaces of the same width).

        `style` is that of `first`. A word longer than a line, such as an address, is left whole: it can be copied.
        """
        following = " " * get_cwidth(first) if rest is None else rest
        lines, used = [[Piece(first, style)]], get_cwidth(first)
        is_empty = True
        # Only where lines are cut: elsewhere a program may look for the words as they are written.
        kept = pieces if self.width is None else [Piece(hard_spaces(text), style) for text, style in pieces]
        for word in _words(kept):
            wide = get_cwidth("".join(piece.text for piece in word))
            if not is_empty and self.width is not None and used + 1 + wide > self.width:
                lines.append([Piece(following, style)])
                used, is_empty = get_cwidth(following), True
            if not is_empty:
                # The space between two strong words is strong too: one run, and one pair of codes.
                before = lines[-1][-1].style
                lines[-1].append(Piece(" ", before if before == word[0].style else ""))
            lines[-1] += word
            used, is_empty = used + wide + (not is_empty), False
        return [self.line(line) for line in lines]

    def text(self, text: str, style: Style = "", first: str = "", rest: str | None = None) -> list[str]:
        """The same for a text of one style."""
        return self.wrapped([Piece(text, style)], first, rest, style)

    def _painted(self, text: str, style: str) -> str:
        return f"{_CODES[style]}{text}{_END}" if self.styled and style and text.strip() else text


def _words(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Words, each in one piece or several: a strong word and the stop behind it. Hard spaces part nothing."""
    word: list[Piece] = []
    for text, style in pieces:
        for index, part in enumerate(text.replace("\n", " ").split(" ")):
            if index and word:
                yield word
                word = []
            if part:
                word.append(Piece(part, style))
    if word:
        yield word


def _printable(text: str) -> str:
    """Without control characters: a list of places or a reply must not command the terminal."""
    return "".join(character for character in text if unicodedata.category(character) != "Cc")
