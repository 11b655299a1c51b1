"""The exact rule over every case that unknown facts leave possible."""

from __future__ import annotations

from decimal import Decimal

from bot.rules import UNKNOWN, Situation
from bot.rules.engine.possibilities import Case, Outcome, explore, possible
from bot.rules.engine.span import Span, amount

FIELDS = {
    "receives_asi": ("no", "yes"),
    "pension_reduced": ("no", "yes"),
    "monthly_pension": (Decimal(0), Decimal(900)),
}


def rule(case: Case) -> Outcome:
    """The pension, halved when reduced; the ASI changes nothing of it."""
    paid = case["monthly_pension"] / 2 if case["pension_reduced"] == "yes" else case["monthly_pension"]
    return {"paid": paid, "asi": case["receives_asi"], "constant": 1}


def test_what_a_fact_may_be() -> None:
    assert possible(None, ("a", "b")) == ("a", "b")
    assert possible(UNKNOWN, ("a", "b")) == ("a", "b")
    assert possible("a", ("a", "b")) == ("a",)
    assert possible(amount(5), ()) == (Decimal(5),)
    assert possible(Span(Decimal(1), Decimal(2)), ()) == (Decimal(1), Decimal(2))


def test_all_known_is_one_case() -> None:
    found = explore(Situation(receives_asi="no", pension_reduced="yes", monthly_pension=400), FIELDS, rule)
    assert found.outcomes == ({"paid": Decimal(200), "asi": "no", "constant": 1},)
    assert found.deciding("paid") == ()
    assert found.range("paid") == 200


def test_what_all_cases_agree_on_is_certain_and_the_rest_has_bounds() -> None:
    found = explore(Situation(receives_asi="no", pension_reduced="unknown", monthly_pension="300/400"), FIELDS, rule)
    assert found.certain("constant")
    assert found.range("paid") == Span(Decimal(150), Decimal(400))
    assert found.range("absent") is None


def test_a_fact_decides_when_it_changes_the_outcome_alone() -> None:
    found = explore(Situation(monthly_pension=400), FIELDS, rule)
    assert found.deciding("paid") == ("pension_reduced",)
    assert found.deciding("asi") == ("receives_asi",)
    assert found.deciding("constant") == ()


def test_only_facts_never_asked_are_missing() -> None:
    found = explore(Situation(pension_reduced="unknown"), FIELDS, rule)
    assert set(found.deciding("paid")) == {"pension_reduced", "monthly_pension"}
    assert found.missing("paid") == ("monthly_pension",)
