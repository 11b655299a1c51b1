"""What a finding says of itself: deciding conditions, fields by influence, the vocabulary of the case files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.rules.engine.findings import Condition, Finding, by_influence
from bot.rules.engine.truth import Truth

ON = date(2026, 11, 21)


def condition(name: str, truth: Truth, *missing: str) -> Condition:
    return Condition(name, truth, ("F-0",), ("source",), missing)


AGE = condition("age", Truth.MET)
ORIGIN = condition("origin", Truth.NOT_MET)
ACTIVITY = condition("activity", Truth.TO_CHECK, "hours", "stop")


def finding(verdict: str, *conditions: Condition, **more: object) -> Finding:
    return Finding("rule", ON, verdict, conditions, **more)  # type: ignore[arg-type]


def test_conditions_are_listed_by_truth_in_the_order_of_the_law() -> None:
    both = finding("not_met", ACTIVITY, AGE, condition("capacity", Truth.TO_CHECK), ORIGIN)
    assert [c.name for c in both.named(Truth.TO_CHECK)] == ["activity", "capacity"]


@pytest.mark.parametrize(
    ("verdict", "conditions", "reasons"),
    [
        ("not_met", (AGE, ORIGIN, ACTIVITY), ("origin",)),
        ("to_check", (AGE, ACTIVITY), ("activity",)),
        ("met", (AGE,), ()),
    ],
)
def test_the_reasons_are_the_conditions_that_decide(
    verdict: str, conditions: tuple[Condition, ...], reasons: tuple[str, ...]
) -> None:
    assert finding(verdict, *conditions).reasons == reasons


def test_the_reason_of_a_redirect_is_the_scheme() -> None:
    assert finding("redirect", redirect_to="civil_servant").reasons == ("civil_servant",)


def test_a_case_tells_what_stays_to_check_beside_a_failure() -> None:
    assert finding("not_met", AGE, ORIGIN, ACTIVITY).as_case() == {
        "verdict": "not_met",
        "reasons": ["origin"],
        "also_to_check": ["activity"],
    }


def test_a_case_tells_mentions_and_figures_as_plain_values() -> None:
    told = finding(
        "met", AGE, mentions=("seasonal_work",), figures={"pay": Decimal("22878.10"), "limit": date(2023, 6, 1)}
    )
    assert told.as_case() == {
        "verdict": "met",
        "reasons": [],
        "mention": ["seasonal_work"],
        "pay": 22878.1,
        "limit": "2023-06-01",
    }


def test_a_field_that_serves_two_conditions_comes_first() -> None:
    conditions = (
        condition("affiliation", Truth.TO_CHECK, "affiliation", "stop"),
        condition("activity", Truth.TO_CHECK, "hours", "stop"),
    )
    assert by_influence(conditions, ("hours", "affiliation", "stop")) == ("stop", "hours", "affiliation")


def test_a_settled_condition_asks_nothing_more() -> None:
    assert by_influence((condition("affiliation", Truth.MET, "stop"), ACTIVITY), ("hours", "stop")) == ("hours", "stop")
    assert by_influence((condition("affiliation", Truth.NOT_MET, "stop"),), ("stop",)) == ()
