"""Dated figures: the right value on each day, a clear refusal when none is certain."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.engine.parameters import Parameter, Parameters, ParameterUnavailable, load_parameters, to_number

FIRST, SECOND, LAST = date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1)


def parameter(*moves_on: str, values: dict[date, object] | None = None) -> Parameter:
    dated = values or {FIRST: 100, SECOND: 110, LAST: 120}
    return Parameter.parse_obj(
        {
            "id": "invented",
            "label": "Montant inventé",
            "unit": "EUR",
            "reference": "aucune",
            "checked_by": "barèmes",
            "due": "2027-01-01",
            "moves_on": moves_on,
            "values": [{"from": day, "value": value, "confidence": "verified"} for day, value in dated.items()],
        }
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-01-01", 100), ("2024-12-31", 100), ("2025-01-01", 110), ("2026-01-01", 120), ("2040-01-01", 120)],
)
def test_a_value_holds_from_its_day_until_the_next_one(day: str, expected: int) -> None:
    assert parameter().on(date.fromisoformat(day)).value == expected


def test_a_day_before_the_first_value_is_refused() -> None:
    for refused in (FIRST - timedelta(days=1), date.min):
        with pytest.raises(ParameterUnavailable, match="Montant inventé"):
            parameter().on(refused)
        with pytest.raises(ParameterUnavailable):
            parameter().latest(refused)


def test_a_figure_left_behind_by_the_one_it_is_computed_from_is_refused() -> None:
    """A Smic, or a coefficient, that moves on a day that no calendar foresees."""
    moved = parameter(values={FIRST: 100, date(2026, 6, 1): 101})
    follower = parameter().copy(update={"id": "follower", "follows": ("invented",)})
    both = Parameters({"invented": moved, "follower": follower})
    assert both.number("follower", date(2026, 5, 31)) == 120
    assert both.left_behind("follower", date(2026, 6, 1))
    assert not both.left_behind("invented", date(2026, 6, 1))
    with pytest.raises(ParameterUnavailable, match="Montant inventé"):
        both.number("follower", date(2026, 6, 1))


def test_a_value_not_published_is_refused_and_the_old_one_is_not_used_instead() -> None:
    unpublished = parameter(values={FIRST: 100, SECOND: None})
    assert unpublished.on(SECOND - timedelta(days=1)).value == 100
    with pytest.raises(ParameterUnavailable):
        unpublished.latest(SECOND)


@pytest.mark.parametrize(
    ("moves_on", "day", "stale"),
    [
        (["01-01"], "2025-12-31", False),
        (["01-01"], "2026-12-31", False),
        (["01-01"], "2027-01-01", True),
        (["01-01"], "2027-06-30", True),
        (["01-01"], "2031-05-01", True),
        (["04-01"], "2026-03-31", False),
        (["04-01"], "2026-04-01", True),
        (["04-01"], "2027-02-01", True),
        (["01-01", "04-01"], "2026-03-31", False),
        (["01-01", "04-01"], "2026-04-01", True),
        ([], "2031-05-01", False),
        (["04-01"], "2023-06-01", False),
    ],
)
def test_a_figure_is_stale_once_a_move_is_due_after_its_last_value(moves_on: list[str], day: str, stale: bool) -> None:
    assert parameter(*moves_on).stale(date.fromisoformat(day)) is stale


def test_a_stale_figure_is_refused_as_certain_but_its_last_value_can_still_be_told() -> None:
    late = date(2027, 1, 1)
    with pytest.raises(ParameterUnavailable, match="01/01/2027"):
        parameter("01-01").on(late)
    assert parameter("01-01").latest(late).value == 120


@given(st.dates(FIRST, date(2040, 1, 1)), st.sampled_from([[], ["01-01"], ["04-01"], ["01-01", "04-01"]]))
def test_a_figure_is_either_certain_or_stale_never_silently_old(day: date, moves: list[str]) -> None:
    figure = parameter(*moves)
    if figure.stale(day):
        assert day > LAST
        with pytest.raises(ParameterUnavailable):
            figure.on(day)
    else:
        assert figure.on(day) == figure.latest(day)


def test_numbers_are_exact() -> None:
    known = Parameters({"invented": parameter(values={FIRST: 11.27, SECOND: "2/3"})})
    assert known.number("invented", FIRST) == Decimal("11.27")
    assert 3 * known.number("invented", SECOND) == pytest.approx(Decimal(2))
    assert known.count("invented", FIRST) == 11


def test_an_unknown_figure_is_an_error() -> None:
    with pytest.raises(KeyError):
        Parameters({}).number("absent", FIRST)


def test_a_fraction_is_divided() -> None:
    assert to_number("1/2") == Decimal("0.5")
    assert to_number("0.30") == Decimal("0.3")


ENTRY = """
- id: invented
  label: Montant inventé
  unit: EUR
  reference: aucune
  checked_by: textes
  due: 2027-01-01
  values:
  - {from: 2024-01-01, value: 100, confidence: verified}
"""


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_file_of_a_folder_is_read(tmp_path: Path) -> None:
    other = ENTRY.replace("id: invented", "id: other")
    known = load_parameters(write(tmp_path, one=ENTRY, two=other, empty="# rien encore\n"))
    assert set(known) == {"invented", "other"}
    assert len(known) == 2


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("unit: EUR", "unit: francs"),
        ("confidence: verified", "confidence: sure"),
        ("reference: aucune", "source: aucune"),
        ("  - {from: 2024-01-01", "  - {from: 2024-01-01, value: 90, confidence: verified}\n  - {from: 2023-01-01"),
        ("  - {from: 2024-01-01", "  - {from: 2024-01-01, value: 90, confidence: verified}\n  - {from: 2024-01-01"),
        ("{from: 2024-01-01", "{from: 2024-02-30"),
        ("  values:\n  - {from: 2024-01-01, value: 100, confidence: verified}\n", "  values: []\n"),
        ("- id: invented", "- id: [invented"),
        ("  values:", "  moves_on: ['02-30']\n  values:"),
    ],
    ids=["unit", "confidence", "key", "order", "twice", "date", "no value", "yaml", "move"],
)
def test_a_file_that_is_wrong_is_refused_by_its_name(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in ENTRY
    with pytest.raises(ValueError, match=r"figures\.yaml"):
        load_parameters(write(tmp_path, figures=ENTRY.replace(right, wrong)))


def test_an_id_stands_only_once(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="invented stands twice"):
        load_parameters(write(tmp_path, one=ENTRY, two=ENTRY))
