"""A picture and what says the same without it: a sentence or three, and a small table."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.french import HARD_SPACE


@dataclass(frozen=True)
class Picture:
    """An SVG drawing, its text equivalent, and a table of the same facts (one cell a column in each row)."""

    title: str
    svg: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_text(picture: Picture) -> str:
    """The picture for channels that only have text: title, description, one line for each row of the table."""
    return "\n\n".join((picture.title, picture.description, "\n".join(_line(picture, row) for row in picture.rows)))


def _line(picture: Picture, row: tuple[str, ...]) -> str:
    named = zip((picture.columns[0], *map(str.lower, picture.columns[1:])), row, strict=True)
    return "- " + ", ".join(f"{column}{HARD_SPACE}: {cell}" for column, cell in named if cell)
