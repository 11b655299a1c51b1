"""Which kind of question a text with a unit answers."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.read import READERS
from bot.dialogue.replies.units import has_unit_of

KINDS = ("choice", "date", "birth", "hours", "yearly_pay", "place")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2000 euros par an", {"yearly_pay"}),
        ("1 800 € brut", {"yearly_pay"}),
        ("22k", {"yearly_pay"}),
        ("650 heures", {"hours"}),
        ("600h", {"hours"}),
        ("58 ans", {"birth"}),
        ("2023", {"date"}),
        ("mars dernier", {"date"}),
        ("10/06/2024", {"date"}),
        ("salarié", set()),
        ("2300", set()),
        ("je suis au maire", set()),
    ],
)
def test_the_unit_tells_the_kind(text: str, kinds: set[str]) -> None:
    assert {kind for kind in KINDS if has_unit_of(kind, text)} == kinds


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("2000 euros par an", {"yearly_pay", "yearly_income", "yearly_sum", "monthly_sum"}),
        ("58 ans", {"birth", "age"}),
        ("10/06/2024", {"date", "any_date"}),
    ],
)
def test_kinds_with_the_same_unit_are_not_told_apart(text: str, alike: set[str]) -> None:
    assert {kind for kind in READERS if has_unit_of(kind, text)} == alike
