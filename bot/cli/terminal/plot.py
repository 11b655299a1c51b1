"""The curve of pay and pension drawn with characters, from the amounts of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from bot.answers import french
from bot.answers.pictures.axes import Axes, round_figures
from bot.answers.pictures.curve import YOU, Point
from bot.answers.pictures.picture import Picture
from bot.cli.terminal.lines import Piece, Screen, Style

WIDEST, NARROWEST, HEIGHT = 72, 32, 13
BOTH, PAY_ALONE, PERSON = "•", "·", "◆"
LEGEND = f"{BOTH} salaire et pension, {PAY_ALONE} salaire seul"
_AMOUNT = re.compile(r"(\d[\d\s]*(?:,\d+)?)\s*€")


@dataclass
class _Grid:
    """Characters by row (from the top) and column."""

    width: int
    cells: dict[tuple[int, int], Piece] = field(default_factory=dict)

    def put(self, row: int, column: int, character: str, style: Style = "") -> None:
        self.cells[row, column] = Piece(character, style)

    def is_free(self, row: int, first: int, last: int) -> bool:
        inside = 0 <= row < HEIGHT and first >= 0 and last < self.width
        return inside and not any((row, column) in self.cells for column in range(first, last + 1))

    def row(self, row: int) -> list[Piece]:
        return [self.cells.get((row, column), Piece(" ")) for column in range(self.width)]


def plot_lines(picture: Picture, screen: Screen) -> list[str]:
    """The drawing and its legend; none when the screen is too narrow, or when the table holds no curve."""
    points = [point for row in picture.rows if (point := _point(row))]
    width = min(screen.width or WIDEST, WIDEST)
    if width < NARROWEST or len(points) < 2 or not points[-1][0]:
        return []
    highest = max(total for _, total in points) * Decimal("1.1")  # room for the person's label
    labels = {figure: french.euros(figure) for figure in round_figures(highest)}
    margin = max(map(len, labels.values())) + 2
    axes = Axes(0, width - margin - 1, 0, HEIGHT - 1, points[-1][0], highest)
    yours = _your_row(picture)
    grid = _drawn(points, axes, _point(yours) if yours else None)
    named = {round(axes.y(figure)): label for figure, label in labels.items()}
    lines = screen.text(picture.columns[2], "faint")
    for row in range(HEIGHT):
        side = f"{named.get(row, ''):>{margin - 2}} {'┤' if row in named else '│'}"
        lines.append(screen.line([Piece(side, "faint"), *grid.row(row)]))
    lines.append(screen.line([Piece(f"{' ' * (margin - 1)}└{'─' * (width - margin)}", "faint")]))
    lines.append(screen.line([Piece(_below(axes, margin, width), "faint")]))
    lines.append(screen.line([Piece(picture.columns[0].rjust(width), "faint")]))
    return [*lines, "", *screen.text(LEGEND), *_your_legend(picture, screen)]


def _amount(cell: str) -> Decimal | None:
    found = _AMOUNT.match(cell)
    return Decimal("".join(found[1].split()).replace(",", ".")) if found else None


def _your_row(picture: Picture) -> tuple[str, ...] | None:
    return next((row for row in picture.rows if row[0].endswith(f"({YOU.lower()})")), None)


def _point(row: Sequence[str]) -> Point | None:
    pay, total = _amount(row[0]), _amount(row[2])
    return None if pay is None or total is None else (pay, total)


def _drawn(points: Sequence[Point], axes: Axes, person: Point | None) -> _Grid:
    grid = _Grid(int(axes.right) + 1)
    for column in range(grid.width):
        pay = axes.widest * column / int(axes.right)
        grid.put(round(axes.y(pay)), column, PAY_ALONE, "faint")
        grid.put(round(axes.y(_total(points, pay))), column, BOTH)
    if person:
        row, column = round(axes.y(person[1])), round(axes.x(person[0]))
        grid.put(row, column, PERSON, "strong")
        for at, first in _beside(row, column):
            if grid.is_free(at, first, first + len(YOU) - 1):
                for place, letter in enumerate(YOU):
                    grid.put(at, first + place, letter, "strong")
                break
    return grid


def _beside(row: int, column: int) -> Iterator[tuple[int, int]]:
    """Where the label may begin, the best place first: above, rather to the left, for a curve goes up to the right."""
    half = len(YOU) // 2
    for at in (row - 1, row - 2, row - 3, row + 1, row + 2):
        yield from ((at, column - half), (at, column - len(YOU)), (at, column + 1))


def _total(points: Sequence[Point], pay: Decimal) -> Decimal:
    """Between two rows of the table the curve is straight: its bends are rows."""
    for (low, first), (high, second) in pairwise(points):
        if low <= pay <= high and low < high:
            return first + (second - first) * (pay - low) / (high - low)
    return points[-1][1]


def _below(axes: Axes, margin: int, width: int) -> str:
    figures = round_figures(axes.widest)
    if len(figures) * max(len(french.euros(figure)) + 2 for figure in figures) > width - margin:
        figures = round_figures(axes.widest, most=3)
    line = ""
    for figure in figures:
        label = french.euros(figure)
        begins = min(margin + round(axes.x(figure)) - len(label) // 2, width - len(label))
        line = line.ljust(begins) + label if begins > len(line) else line
    return line


def _your_legend(picture: Picture, screen: Screen) -> list[str]:
    row = _your_row(picture)
    if row is None:
        return []
    cells = (row[0].rpartition(" (")[0], *row[1:])
    said = ", ".join(
        f"{column.lower()}\u00a0: {cell}" for column, cell in zip(picture.columns, cells, strict=True) if cell
    )
    return screen.wrapped([Piece(f"{PERSON} {YOU}", "strong"), Piece(f", {said}")], rest="  ")
