"""Round figures along the sides of a drawing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.pictures.axes import Axes, round_figures


@pytest.mark.parametrize(
    ("highest", "figures"),
    [
        (3600, [0, 1000, 2000, 3000]),
        (4000, [0, 2000, 4000]),
        (1050, [0, 500, 1000]),
        (90, [0, 50]),
        (Decimal("0.5"), [0]),
    ],
)
def test_figures_are_round_and_few(highest: Decimal | int, figures: list[int]) -> None:
    assert list(round_figures(Decimal(highest))) == figures


@given(st.decimals("0.01", 9_999_999, places=2), st.integers(3, 6))
def test_there_are_never_too_many_nor_beyond_the_highest(highest: Decimal, most: int) -> None:
    figures = round_figures(highest, most)
    assert 1 <= len(figures) <= most
    assert figures[-1] <= highest
    assert len(figures) > 1 or highest < 1


def test_sums_fall_between_the_sides() -> None:
    axes = Axes(60, 290, 40, 240, Decimal(2000), Decimal(1000))
    assert (axes.x(Decimal(0)), axes.x(Decimal(500)), axes.x(Decimal(2000))) == (60, 117.5, 290)
    assert (axes.y(Decimal(0)), axes.y(Decimal(250)), axes.y(Decimal(1000))) == (240, 190, 40)
