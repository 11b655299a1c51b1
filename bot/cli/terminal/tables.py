"""A table in columns, where it fits; else its caller says it row by row."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cli.terminal.lines import Piece, Screen, Style

GAP = 2
NARROWEST = 18  # columns of a cell whose words are cut over several lines
Row = Sequence[str]


def table_lines(columns: Row, rows: Sequence[Row], styles: Sequence[Style], screen: Screen) -> list[str]:
    """The names of the columns, then the rows, each in its style; none when there is no room, or no width to fit."""
    widths = (
        _widths(columns, rows, screen.width - GAP * (len(columns) - 1)) if screen.width is not None and rows else ()
    )
    lines: list[str] = []
    for row, style in zip((columns, *rows), ("faint", *styles), strict=True) if widths else ():
        lines += _row(row, style, widths, screen)
    return lines


def _widths(columns: Row, rows: Sequence[Row], room: int) -> Sequence[int]:
    """Names give room first, then the widest column: amounts and dates stay on one line. None when it is not enough."""
    cells = [max(map(len, column)) for column in zip(*rows, strict=True)]
    whole = [max(len(name), wide) for name, wide in zip(columns, cells, strict=True)]
    if sum(whole) <= room:
        return whole
    words = [max(map(len, name.split(" "))) for name in columns]
    widths = [max(word, wide) for word, wide in zip(words, cells, strict=True)]
    over, widest = sum(widths) - room, widths.index(max(widths))
    if over > 0:
        widths[widest] -= over
    return widths if over <= 0 or widths[widest] >= NARROWEST else ()


def _row(cells: Row, style: Style, widths: Sequence[int], screen: Screen) -> list[str]:
    cut = [Screen(width).text(cell) for cell, width in zip(cells, widths, strict=True)]
    tall = max(map(len, cut))
    filled = [[*lines, *[""] * (tall - len(lines))] for lines in cut]
    joined = [(" " * GAP).join(map(str.ljust, parts, widths)).rstrip() for parts in zip(*filled, strict=True)]
    return [screen.line([Piece(line, style)]) for line in joined]
