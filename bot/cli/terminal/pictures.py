"""A picture in a terminal: a curve drawn with characters, a time line with its days marked; and both in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.answers.pictures import curve, time_line
from bot.answers.pictures.picture import Picture, as_text
from bot.cli.terminal.lines import Screen, Style
from bot.cli.terminal.plot import plot_lines
from bot.cli.terminal.tables import table_lines

# As in the drawing: a circle, a triangle, a diamond.
DAY, TODAY, DEADLINE = "●", "▶", "◆"
MARKS = f"{TODAY} aujourd'hui, {DEADLINE} date limite, {DAY} autre date"


def picture_lines(plain: Mapping[str, Any], screen: Screen) -> list[str]:
    """Title, drawing, description, table: everything that the drawing shows is also said."""
    picture = Picture(**{**plain, "columns": tuple(plain["columns"]), "rows": tuple(map(tuple, plain["rows"]))})
    parts = [screen.text(picture.title, "strong")]
    if picture.columns == curve.COLUMNS and screen.drawings:
        parts.append(plot_lines(picture, screen))
    parts += [screen.text(picture.description), _table(picture, screen)]
    return [line for part in parts if part for line in ("", *part)][1:]


def _table(picture: Picture, screen: Screen) -> list[str]:
    columns, rows, styles = picture.columns, picture.rows, [_style(row) for row in picture.rows]
    is_time_line = columns == time_line.COLUMNS and screen.drawings
    if is_time_line:
        columns = ("", *columns)
        rows = tuple((_mark(row), *row) for row in rows)
    if lines := table_lines(columns, rows, styles, screen):
        return lines + (["", *screen.text(MARKS, "faint")] if is_time_line else [])
    said = as_text(picture).rpartition("\n\n")[2].splitlines()
    return [line for text in said for line in screen.text(text, rest="  ")]


def _mark(row: Sequence[str]) -> str:
    return TODAY if row[1] == time_line.TODAY else DEADLINE if row[2] else DAY


def _style(row: Sequence[str]) -> Style:
    """Where the person stands: their own point of a curve, this day among others."""
    return "strong" if row[0].endswith(f"({curve.YOU.lower()})") or time_line.TODAY in row else ""
