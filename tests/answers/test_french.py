"""French typography: the spaces, the comma, the words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import french
from bot.answers.french import HARD_SPACE, NARROW_SPACE


def spaced(text: str) -> str:
    """`_` for the space between thousands, `~` for the one before a unit."""
    return text.replace("_", NARROW_SPACE).replace("~", HARD_SPACE)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0"),
        ("600", "600"),
        ("2030", "2_030"),
        ("1234567", "1_234_567"),
        ("22878.10", "22_878,1"),
        ("2.40", "2,4"),
        ("100", "100"),
        ("1E+3", "1_000"),
        ("-1500", "-1_500"),
    ],
)
def test_a_number_has_a_comma_and_spaces_between_thousands(value: str, expected: str) -> None:
    assert french.number(Decimal(value)) == spaced(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2002.5", "2_002,50~€"),
        ("2002", "2_002~€"),
        ("2002.00", "2_002~€"),
        ("0", "0~€"),
        ("0.4", "0,40~€"),
        ("600.755", "600,76~€"),
        ("0.125", "0,13~€"),
        ("9999.999", "10_000~€"),
    ],
)
def test_an_amount_has_its_cents_unless_it_is_whole(value: str, expected: str) -> None:
    assert french.euros(Decimal(value)) == spaced(expected)


@given(st.decimals(0, 10_000_000, places=2))
def test_an_amount_can_be_read_back(value: Decimal) -> None:
    text = french.euros(value).replace(NARROW_SPACE, "").replace(",", ".")
    assert Decimal(text.removesuffix(f"{HARD_SPACE}€")) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0.30", "30~%"), ("0.038", "3,8~%"), ("1", "100~%"), ("0", "0~%"), ("1.95", "195~%"), ("0.003", "0,3~%")],
)
def test_a_rate_is_a_percentage(value: str, expected: str) -> None:
    assert french.percent(Decimal(value)) == spaced(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2/3", "deux tiers"),
        ("1/3", "un tiers"),
        ("1/2", "la moitié"),
        ("3/4", "75~%"),
        (0.5, "50~%"),
        (0.066, "6,6~%"),
    ],
)
def test_common_fractions_are_said_in_words(value: object, expected: str) -> None:
    assert french.fraction(value) == spaced(expected)


@pytest.mark.parametrize(
    ("value", "expected"), [("0", "0~an"), ("1", "1~an"), ("1.5", "1,5~an"), ("2", "2~ans"), ("1200", "1_200~ans")]
)
def test_the_plural_begins_at_two(value: str, expected: str) -> None:
    assert french.counted(Decimal(value), "an", "ans") == spaced(expected)


def test_days_and_months_are_written_out() -> None:
    assert french.day(date(2026, 1, 1)) == "1er janvier 2026"
    assert french.day(date(2026, 11, 21)) == "21 novembre 2026"
    assert french.month(date(1975, 8, 3)) == "août 1975"


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")],
)
def test_a_list_in_a_sentence(items: list[str], expected: str) -> None:
    assert french.joined(items) == expected


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("Guéret", "de Guéret", "à Guéret"),
        ("Aubenas", "d'Aubenas", "à Aubenas"),
        ("Évry", "d'Évry", "à Évry"),
        ("Yvetot", "d'Yvetot", "à Yvetot"),
        ("Y", "de Y", "à Y"),
        ("Le Puy-en-Velay (43)", "du Puy-en-Velay (43)", "au Puy-en-Velay (43)"),
        ("Les Trois-Bassins", "des Trois-Bassins", "aux Trois-Bassins"),
        ("La Rochelle", "de La Rochelle", "à La Rochelle"),
        ("L'Haÿ-les-Roses", "de L'Haÿ-les-Roses", "à L'Haÿ-les-Roses"),
    ],
)
def test_a_commune_in_a_sentence(name: str, of: str, at: str) -> None:
    assert (french.of(name), french.at(name)) == (of, at)


def test_a_list_of_possibilities() -> None:
    assert french.joined(["a", "b"], "ou") == "a ou b"
