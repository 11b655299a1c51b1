"""What must hold for every situation: certain verdicts stay, doubt never decides, nothing useless is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.answers.registry import registry
from bot.rules import UNKNOWN, Finding, Parameters, Situation, Truth, default_parameters, evaluate
from bot.rules.engine.findings import REDIRECT
from bot.rules.engine.parameters import Parameter
from bot.rules.situation import EligibilityFacts

check = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)

DECIDED = {Truth.MET.value, Truth.NOT_MET.value, REDIRECT}
# What the person is asked. The other fields (date of reference, of request, year of effect) belong to the file: when
# they are not given they already have a meaning, the day of the conversation.
FILED = {"reference_date", "request_date", "effect_year"}
ASKED = tuple(name for name in EligibilityFacts.__fields__ if name not in FILED)
RANK = {Truth.NOT_MET.value: 0, Truth.TO_CHECK.value: 1, Truth.MET.value: 2}


def dates(first: int, last: int) -> st.SearchStrategy[str]:
    """Dates as people know them: the day, the month, the year, or between two days."""
    day = st.dates(date(first, 1, 1), date(last, 12, 31))
    return st.one_of(
        day.map(date.isoformat),
        day.map(lambda d: d.isoformat()[:7]),
        day.map(lambda d: str(d.year)),
        day.map(lambda d: f"../{d.isoformat()}"),
        day.map(lambda d: f"{d.isoformat()}/.."),
        st.tuples(day, day).map(lambda pair: "/".join(d.isoformat() for d in sorted(pair))),
    )


def amounts(highest: int) -> st.SearchStrategy[Any]:
    number = st.integers(0, highest)
    return st.one_of(
        number,
        number.map(lambda n: f"{n}/.."),
        number.map(lambda n: f"../{n}"),
        st.tuples(number, number).map(lambda pair: "/".join(str(n) for n in sorted(pair))),
    )


YES_NO = st.sampled_from(["yes", "yes", "no"])
# Every field as it may be once known; a good share of situations meets every condition.
KNOWN: dict[str, st.SearchStrategy[Any]] = {
    "scheme": st.sampled_from(
        ["general_employee", "agri_employee", "self_employed", "self_employed", "agri_self_employed", "civil_servant"]
    ),
    "birth_date": st.just("1980-03-15") | dates(1945, 2005),
    "origin": st.sampled_from(["non_occupational", "non_occupational", "occupational"]),
    "capacity_reduction_two_thirds": YES_NO,
    "stop_date": st.dates(date(2020, 1, 1), date(2026, 6, 30)).map(date.isoformat) | dates(2010, 2029),
    "affiliation_date": st.just("2005-01-01") | dates(2005, 2028),
    "hours_last_12_months": st.just(1200) | amounts(2000),
    "gross_pay_last_12_civil_months": amounts(40_000),
    "average_annual_income_last_3_civil_years": amounts(20_000),
    "receiving_sick_pay": YES_NO,
}
OF_THE_FILE: dict[str, st.SearchStrategy[Any]] = {
    "reference_date": st.none() | st.dates(date(2023, 9, 1), date(2029, 12, 31)),
    "request_date": st.none() | st.just(UNKNOWN) | dates(2010, 2029),
    "effect_year": st.none() | st.integers(2015, 2030),
}
told = st.fixed_dictionaries({**KNOWN, **OF_THE_FILE})
situations = st.fixed_dictionaries(
    {**{name: st.just(None) | st.just(UNKNOWN) | known | known for name, known in KNOWN.items()}, **OF_THE_FILE}
)
days = st.dates(date(2023, 9, 1), date(2029, 12, 31))


def found(facts: dict[str, Any], on: date, parameters: Parameters | None = None) -> Finding:
    return evaluate("eligibility", Situation.parse_obj(facts), on, parameters)


def test_every_asked_field_is_drawn() -> None:
    assert set(ASKED) == set(KNOWN)


@check
@given(situations, days)
def test_every_verdict_is_one_of_the_four(facts: dict[str, Any], on: date) -> None:
    finding = found(facts, on)
    assert finding.verdict in DECIDED | {Truth.TO_CHECK.value}
    assert (finding.verdict == REDIRECT) == (finding.redirect_to is not None)


@check
@given(situations, days)
def test_only_facts_never_asked_are_missing_and_none_once_decided(facts: dict[str, Any], on: date) -> None:
    finding = found(facts, on)
    assert all(facts[name] is None for name in finding.missing)
    assert len(set(finding.missing)) == len(finding.missing)
    assert set(finding.missing) <= set(ASKED)
    if finding.verdict in DECIDED:
        assert finding.missing == ()


@check
@given(situations, told, st.sets(st.sampled_from(ASKED)), days)
def test_learning_more_never_overturns_a_decided_verdict(
    facts: dict[str, Any], truth: dict[str, Any], learned: set[str], on: date
) -> None:
    before = found(facts, on)
    assume(before.verdict in DECIDED)
    more = {name: truth[name] for name in learned if facts[name] in (None, UNKNOWN)}
    assert found({**facts, **more}, on).verdict == before.verdict


@check
@given(situations, told, st.sets(st.sampled_from(ASKED)), days)
def test_what_is_not_asked_could_not_decide(
    facts: dict[str, Any], truth: dict[str, Any], learned: set[str], on: date
) -> None:
    before = found(facts, on)
    more = {name: truth[name] for name in learned if facts[name] is None and name not in before.missing}
    assume(more and before.verdict == Truth.TO_CHECK.value)
    assert found({**facts, **more}, on).verdict == before.verdict


@check
@given(
    situations,
    st.sampled_from(
        ["hours_last_12_months", "gross_pay_last_12_civil_months", "average_annual_income_last_3_civil_years"]
    ),
    st.integers(0, 40_000),
    st.integers(0, 40_000),
    days,
)
def test_more_hours_or_more_pay_never_worsens_the_verdict(
    facts: dict[str, Any], field: str, low: int, more: int, on: date
) -> None:
    less, greater = (found({**facts, field: value}, on).verdict for value in (low, low + more))
    if REDIRECT not in (less, greater):
        assert RANK[greater] >= RANK[less]


@check
@given(situations, days)
def test_every_source_of_a_condition_is_in_the_register(facts: dict[str, Any], on: date) -> None:
    for condition in found(facts, on).conditions:
        assert condition.facts
        assert condition.sources
        assert set(condition.sources) <= set(registry().sources)


def smic_known(first: int, last: int) -> Parameters:
    """The project's figures, with the Smic of some years only."""
    smic = default_parameters()["smic_hourly_gross"]
    values = tuple(value for value in smic.values if first <= value.since.year <= last)
    return Parameters({**default_parameters(), smic.id: Parameter(**{**dict(smic), "values": values})})


@check
@given(situations, st.dates(date(2010, 1, 1), date(2029, 12, 31)), amounts(40_000) | st.none(), days)
def test_a_stop_whose_smic_is_not_known_has_no_threshold_and_pay_decides_nothing(
    facts: dict[str, Any], stop: date, pay: Any, on: date
) -> None:
    first, last = 2021, 2023
    assume(stop.year > last + 2 or stop.year < first)
    facts = {**facts, "scheme": "general_employee", "stop_date": stop.isoformat(), "hours_last_12_months": 599}
    finding = found({**facts, "gross_pay_last_12_civil_months": pay}, on, smic_known(first, last))
    assert not {"pay_threshold_low", "pay_threshold_high"} & set(finding.figures)
    assert {c.name: c.truth for c in finding.conditions}["activity"] is Truth.TO_CHECK
    assert finding.verdict in {Truth.TO_CHECK.value, Truth.NOT_MET.value}
    assert "gross_pay_last_12_civil_months" not in finding.missing


@check
@given(st.dates(date(1990, 1, 1), date(2029, 12, 31)), st.integers(0, 400), st.integers(0, 400), days)
def test_a_stop_known_only_roughly_decides_only_what_the_exact_day_would(
    stop: date, before: int, after: int, on: date
) -> None:
    bounds = (date.fromordinal(stop.toordinal() - before), date.fromordinal(stop.toordinal() + after))
    facts = {
        "scheme": "general_employee",
        "affiliation_date": "2020-05-01",
        "hours_last_12_months": 0,
        "gross_pay_last_12_civil_months": 23_000,
    }
    rough = found({**facts, "stop_date": "/".join(day.isoformat() for day in bounds)}, on)
    exact = {c.name: c.truth for c in found({**facts, "stop_date": stop.isoformat()}, on).conditions}
    for condition in rough.conditions:
        assert condition.truth in {Truth.TO_CHECK, exact[condition.name]}
