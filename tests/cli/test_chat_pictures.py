"""Pictures in the terminal: a curve of characters with the place of the person, days in order; all of it in words."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.pictures.curve import cumul_curve
from bot.answers.pictures.days import Event
from bot.answers.pictures.picture import Picture, as_text
from bot.answers.pictures.time_line import time_line
from bot.cli.terminal.lines import Screen
from bot.cli.terminal.pictures import picture_lines
from bot.cli.terminal.plot import BOTH, HEIGHT, PAY_ALONE, PERSON
from tests.answers.pictures.test_curve import SUSPENDED, THRESHOLD, WHOLE, points, total
from tests.cli.test_chat_messages import folded

TODAY = date(2026, 11, 21)
DAYS = time_line(
    [
        Event(date(2026, 1, 5), "Décision de la caisse"),
        Event(date(2026, 12, 5), "Dernier jour pour contester la décision de la caisse", is_deadline=True),
    ],
    TODAY,
)
AXIS = ("│", "┤")
WIDEST_TO_READ = 72


def shown(picture: Picture, screen: Screen) -> list[str]:
    return picture_lines(asdict(picture), screen)


def plotted(lines: list[str]) -> list[str]:
    """What stands right of the axis, from top to bottom."""
    rows = [line for line in lines if any(sign in line for sign in AXIS)]
    return [row[max(row.find(sign) for sign in AXIS) + 1 :] for row in rows]


def marks(rows: list[str], sign: str) -> list[tuple[int, int]]:
    """Row and column of each, from the left."""
    found = [(at, column) for at, row in enumerate(rows) for column, cell in enumerate(row) if cell == sign]
    return sorted(found, key=lambda place: place[1])


@pytest.mark.parametrize("width", [36, 40, 72, 88, 200, None])
def test_the_curve_is_never_wider_than_the_terminal_nor_than_can_be_read(width: int | None) -> None:
    lines = shown(WHOLE, Screen(width))
    drawn = [line for line in lines if any(sign in line for sign in (*AXIS, "└"))]
    assert len(drawn) == HEIGHT + 1
    assert all(len(line) <= min(width or WIDEST_TO_READ, WIDEST_TO_READ) for line in drawn)


def test_the_curve_goes_where_the_figures_say() -> None:
    rows = plotted(shown(WHOLE, Screen(72)))
    curve, alone = marks(rows, BOTH), marks(rows, PAY_ALONE)
    heights = [row for row, _ in curve]
    assert heights == sorted(heights, reverse=True)
    assert heights[-1] < heights[0]
    assert alone[0][0] == HEIGHT - 1  # no pay, nothing
    assert all(row > curve[0][0] for row, column in alone if column < 5)
    assert curve[-1][0] <= alone[-1][0]


def test_the_person_stands_on_the_curve_with_a_word_beside_and_the_amounts_below() -> None:
    lines = shown(WHOLE, Screen(72))
    rows = plotted(lines)
    ((row, column),) = marks(rows, PERSON)
    near = [(at, where) for at, where in marks(rows, BOTH) if abs(where - column) <= 1]
    assert all(abs(at - row) <= 1 for at, _ in near)
    assert any("Vous" in line for line in rows)
    pay, left, both = (cell.removesuffix(" (vous)") for cell in WHOLE.rows[3])
    assert f"{PERSON} Vous, salaire brut par mois : {pay}" in " ".join(lines).replace("\u00a0:", " :")
    legend = folded(" ".join(lines))
    assert all(folded(cell) in legend for cell in (pay, left, both))


def test_nobody_is_marked_where_nobody_stands() -> None:
    lines = shown(cumul_curve(points(), THRESHOLD, None, SUSPENDED), Screen(72))
    assert not any(PERSON in line or "Vous" in line for line in lines)


@given(st.integers(0, 40_000), st.integers(1, 3_000), st.integers(0, 5_000), st.sampled_from([36, 60, 72]))
def test_any_curve_is_drawn_whole(pay: int, pension: int, threshold: int, width: int) -> None:
    place, limit = Decimal(pay), Decimal(threshold)
    last = limit + 2 * pension + max(place, Decimal(1))
    curve = sorted(
        {(at, total(at, Decimal(pension), limit)) for at in (Decimal(0), limit, limit + 2 * pension, place, last)}
    )
    person = (place, total(place, Decimal(pension), limit))
    rows = plotted(shown(cumul_curve(curve, limit, person, limit + 2 * pension), Screen(width)))
    assert len(rows) == HEIGHT
    assert len(marks(rows, PERSON)) == 1
    columns = {column for sign in (BOTH, PERSON) for _, column in marks(rows, sign)}
    letters = {column for row in rows for column, cell in enumerate(row) if cell.isalpha()}
    assert columns | letters >= set(range(max(columns) + 1))


@pytest.mark.parametrize("picture", [WHOLE, DAYS], ids=["curve", "time line"])
@pytest.mark.parametrize("width", [24, 40, 60, 88, None])
@pytest.mark.parametrize("drawings", [True, False])
def test_all_that_a_picture_says_is_said(picture: Picture, width: int | None, drawings: bool) -> None:
    on_screen = folded("\n".join(shown(picture, Screen(width, drawings=drawings)))).casefold()
    assert folded(picture.title).casefold() in on_screen
    assert folded(picture.description).casefold() in on_screen
    words = {
        word for row in (picture.columns, *picture.rows) for cell in row for word in folded(cell).casefold().split()
    }
    assert words <= set(on_screen.replace(",", " ").split()) | set(on_screen.split())


def test_words_alone_say_the_rows_one_after_the_other_and_draw_nothing() -> None:
    said = "\n".join(shown(WHOLE, Screen(drawings=False)))
    assert folded(said) == folded(as_text(WHOLE))
    assert not any(sign in said for sign in (*AXIS, BOTH, PERSON))


def test_days_are_marked_and_today_is_among_them() -> None:
    lines = [line.rstrip() for line in shown(DAYS, Screen(88))]
    assert "●  5 janvier 2026    Décision de la caisse" in lines
    assert "▶  21 novembre 2026  Aujourd'hui" in lines
    assert any(line.startswith("◆  5 décembre 2026") and line.endswith("Date limite") for line in lines)
    strong = shown(DAYS, Screen(88, styled=True))
    assert "\x1b[1m▶  21 novembre 2026  Aujourd'hui\x1b[0m" in strong


def test_a_long_event_is_cut_within_its_column_and_dates_are_not() -> None:
    lines = shown(DAYS, Screen(60))
    assert all(len(line) <= 60 for line in lines)
    deadline = next(line for line in lines if line.startswith("◆"))
    assert "5 décembre 2026" in deadline
    following = lines[lines.index(deadline) + 1]
    assert following.startswith(" " * deadline.index("Dernier"))
    assert following.strip()
