"""What must hold for every situation, in every rule that computes: doubt never decides, and bounds really bound."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.answers.registry import registry
from bot.rules import RULES, Finding, ParameterUnavailable, Situation, evaluate, explanations
from bot.rules.engine.span import Span
from tests.rules.drawn import COMPLETE, Facts, complete, hidden, money, rule_of

ON = date(2026, 11, 21)
TO_CHECK = "to_check"
check = settings(
    max_examples=120,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
# Shown of the least assuming case when what is paid is certain anyway.
DETAILS = {
    "threshold_annual", "threshold_source", "counted_total", "excess", "margin_annual", "margin_monthly", "period_from",
    "period_to",
}  # fmt: skip


def found(rule: str, facts: Facts, on: date = ON) -> Finding:
    return evaluate(rule_of(rule), Situation.parse_obj(facts), on)


def output(finding: Finding, name: str) -> Any:
    return finding.outputs.get(name)


@pytest.mark.parametrize("rule", COMPLETE)
def test_every_rule_that_computes_is_drawn(rule: str) -> None:
    assert rule_of(rule) in RULES


@check
@given(st.data(), st.sampled_from(sorted(COMPLETE)))
def test_filling_an_unknown_never_flips_what_was_decided(data: st.DataObject, rule: str) -> None:
    facts, less = data.draw(hidden(rule))
    known, before = found(rule, facts), found(rule, less)
    if before.verdict != TO_CHECK:
        assert before.verdict == known.verdict


@check
@given(st.data(), st.sampled_from(sorted(COMPLETE)))
def test_bounds_hold_the_value_that_more_facts_give(data: st.DataObject, rule: str) -> None:
    facts, less = data.draw(hidden(rule))
    known, before = found(rule, facts), found(rule, less)
    for name, value in before.outputs.items():
        exact = output(known, name)
        if isinstance(value, Span) and isinstance(exact, (Decimal, date)):
            assert value.low <= exact <= value.high, name
        elif name.startswith("candidates") and value:
            assert set(exact or ()) <= set(value), name
            assert output(known, "every_months") in {None, TO_CHECK, *value}
        elif value not in (None, TO_CHECK) and name not in DETAILS and exact is not None and exact != TO_CHECK:
            assert value == exact or name in {"reason", "threshold_annual_at_least"}, name


@check
@given(st.data(), st.sampled_from(sorted(COMPLETE)))
def test_only_facts_never_told_are_missing_and_with_all_facts_none(data: st.DataObject, rule: str) -> None:
    facts, less = data.draw(hidden(rule))
    assert found(rule, facts).missing == ()
    assert all(less.get(name) is None for name in found(rule, less).missing)


def ends(finding: Finding, name: str) -> tuple[Decimal, Decimal]:
    """Both bounds of a sum; the draw is left when the rule gives no figure at all."""
    value = output(finding, name)
    assume(value is not None)
    return (value.low, value.high) if isinstance(value, Span) else (value, value)


@check
@given(complete("amount"), st.sampled_from([1, 10_000, 1_000_000]))
def test_more_pay_never_lowers_the_pension(facts: Facts, cents: int) -> None:
    more = {**facts, "average_annual_pay": Decimal(facts["average_annual_pay"]) + Decimal(cents) / 100}
    assert output(found("amount", more), "total_monthly") >= output(found("amount", facts), "total_monthly")


@check
@given(
    complete("cumul"),
    st.sampled_from(["gross_pay_reference_period", "replacement_income_reference_period"]),
    st.sampled_from([1, 100, 100_000]),
)
def test_one_more_euro_of_income_never_raises_the_pension_paid(facts: Facts, income: str, cents: int) -> None:
    more = {**facts, income: Decimal(facts[income]) + Decimal(cents) / 100}
    low, high = ends(found("cumul", facts), "monthly_paid")
    less_low, less_high = ends(found("cumul", more), "monthly_paid")
    assert less_low <= low and less_high <= high


@check
@given(complete("cumul"), st.sampled_from(["average_annual_pay", "last_year_pay"]), money(20_000))
def test_a_higher_pay_before_the_stop_never_lowers_the_pension_paid(facts: Facts, pay: str, more: str) -> None:
    higher = {**facts, pay: Decimal(facts[pay]) + Decimal(more)}
    low, high = ends(found("cumul", facts), "monthly_paid")
    more_low, more_high = ends(found("cumul", higher), "monthly_paid")
    assert more_low >= low and more_high >= high


@check
@given(complete("asi"), money(500))
def test_more_resources_never_raise_the_allowance(facts: Facts, more: str) -> None:
    richer = {**facts, "monthly_resources": Decimal(facts["monthly_resources"]) + Decimal(more)}
    before, after = (output(found("asi", one), "asi_monthly") for one in (facts, richer))
    assume(before is not None and after is not None)
    assert after <= before


@check
@given(st.data(), st.sampled_from(["cumul", "cumul, self-employed"]))
def test_what_is_paid_and_what_is_taken_off_make_the_pension(data: st.DataObject, rule: str) -> None:
    facts = data.draw(complete(rule))
    (paid_low, paid_high), (least, most) = (
        ends(found(rule, facts), name) for name in ("monthly_paid", "monthly_reduction")
    )
    assert paid_low + most == paid_high + least == Decimal(facts["monthly_pension"])
    assert paid_low >= 0


@check
@given(complete("asi"))
def test_the_allowance_and_the_resources_never_pass_the_ceiling(facts: Facts) -> None:
    finding = found("asi", facts)
    monthly = output(finding, "asi_monthly")
    assume(monthly)
    assert monthly + Decimal(facts["monthly_resources"]) <= output(finding, "ceiling_monthly")


@check
@given(st.data(), st.sampled_from(sorted(COMPLETE)), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_every_date_is_answered_or_refused_with_a_reason(data: st.DataObject, rule: str, on: date) -> None:
    facts = data.draw(complete(rule))
    for name in ("payment_date", "control_date", "check_date"):
        if name in facts:
            facts[name] = on.isoformat()
    try:
        finding = found(rule, facts, on)
    except ParameterUnavailable as refused:
        assert "connu" in str(refused)
    else:
        assert finding.verdict


@pytest.mark.parametrize("rule", ["amount", "cumul", "asi"])
def test_a_date_after_the_last_figures_is_refused_not_guessed(rule: str) -> None:
    facts = {
        "scheme": "general_employee", "category": 1, "average_annual_pay": 20000, "monthly_pension": 500,
        "last_year_pay": 20000, "last_year": 2020, "household": "single", "monthly_resources": 500,
        "residence_in_france": "yes", "age_years": 50,
    }  # fmt: skip
    later = ON + timedelta(days=3 * 365)
    if rule == "cumul":
        facts["scheme"], facts["income_last_civil_year"] = "agri_self_employed", 18000
    with pytest.raises(ParameterUnavailable):
        found(rule, facts, later)


@check
@given(st.data(), st.sampled_from(sorted(COMPLETE)))
def test_every_result_says_where_it_comes_from(data: st.DataObject, rule: str) -> None:
    facts = data.draw(hidden(rule))[1]
    situation = Situation.parse_obj(facts)
    finding = evaluate(rule_of(rule), situation, ON)
    explained = {one.name: one for one in explanations(finding, situation)}
    if finding.because == ("scheme",):  # the law is not known yet
        return
    for name, value in finding.outputs.items():
        if value is None:
            continue
        law = explained[name].law
        assert law.formula
        assert law.facts and all(fact.startswith("F-") for fact in law.facts)
        assert set(law.sources) <= set(registry().sources)
        if isinstance(value, (Decimal, date)):
            assert explained[name].operands, name
        for operand in explained[name].operands:
            assert (operand.kind == "figure") == (operand.reading is not None)
