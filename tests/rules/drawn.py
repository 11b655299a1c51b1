"""Random situations for the rules that compute: complete, then with some facts hidden as people leave them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from bot.rules import UNKNOWN

Facts = dict[str, Any]


def money(highest: int) -> st.SearchStrategy[str]:
    """Euros and cents, as text."""
    return st.integers(0, highest * 100).map(lambda cents: f"{cents // 100}.{cents % 100:02d}")


def days(first: int = 2020, last: int = 2026) -> st.SearchStrategy[str]:
    """Exact days."""
    return st.dates(date(first, 1, 1), date(last, 11, 21)).map(date.isoformat)


YES_NO = st.sampled_from(["yes", "no"])
EMPLOYEE = st.sampled_from(["general_employee", "agri_employee"])
ANY_SCHEME = st.sampled_from(["general_employee", "agri_employee", "self_employed", "agri_self_employed"])
CONTROL = st.dates(date(2023, 8, 18), date(2026, 11, 21)).map(date.isoformat)
# The facts of each rule once all are known. What never stays unknown (a scheme, the date looked at) is in ALWAYS.
COMPLETE: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "amount": {
        "scheme": EMPLOYEE,
        "payment_date": st.dates(date(2020, 4, 1), date(2026, 11, 21)).map(date.isoformat),
        "category": st.sampled_from([1, 2, 3]),
        "average_annual_pay": money(60_000),
    },
    "cumul": {
        "scheme": EMPLOYEE,
        "control_date": CONTROL,
        "category": st.sampled_from([1, 2, 3]),
        "monthly_pension": money(1_600),
        "average_annual_pay": money(46_000),
        "last_year_pay": money(90_000),
        "last_year": st.integers(2005, 2022),
        "gross_pay_reference_period": money(60_000),
        "replacement_income_reference_period": money(20_000),
        "replacement_income_from_activity_after_award": YES_NO,
    },
    "cumul, self-employed": {
        "scheme": st.sampled_from(["self_employed", "agri_self_employed"]),
        "control_date": CONTROL,
        "monthly_pension": money(1_600),
        "pension_type": st.sampled_from(["pipm", "pitd"]),
        "gross_pay_reference_period": money(30_000),
        "self_employed_income_penultimate_civil_year": money(40_000),
        "income_last_civil_year": money(40_000),
    },
    "declaration_frequency": {
        "scheme": ANY_SCHEME,
        "declarations_already_made": st.integers(0, 6),
        "salaried_activity": YES_NO,
        "self_employed_activity": YES_NO,
        "pension_reduced": YES_NO,
        "receives_asi": YES_NO,
        "has_ameli_account": YES_NO,
        "situation_changed": YES_NO,
    },
    "deadline": {
        "scheme": ANY_SCHEME,
        "event_type": st.sampled_from(
            ["injury_consolidation", "sick_pay_stopped_by_fund", "rejection_notified", "request_received_by_fund"]
        ),
        "event_date": days(2022),
        "check_date": days(2022),
    },
    "asi": {
        "payment_date": st.dates(date(2020, 4, 1), date(2026, 11, 21)).map(date.isoformat),
        "household": st.sampled_from(["single", "couple_one_asi", "couple_both_asi", "couple_spouse_aspa"]),
        "monthly_resources": money(2_000),
        "residence_in_france": YES_NO,
        "age_years": st.integers(18, 70),
    },
    "appeal": {
        "ground": st.sampled_from(["medical", "administrative", "mixed"]),
        "notification_date": days(2022),
        "time_limits_stated_in_notice": YES_NO,
        "filed_date": days(2022),
    },
    "retirement": {
        "scheme": ANY_SCHEME,
        "birth_date": st.dates(date(1960, 1, 1), date(1975, 12, 31)).map(date.isoformat),
        "working_at_62": YES_NO,
        "unemployment_benefit_at_62": YES_NO,
        "working_at_61_and_half": YES_NO,
    },
    "csg": {
        "payment_date": st.dates(date(2024, 1, 1), date(2026, 11, 21)).map(date.isoformat),
        "reference_tax_income": money(60_000),
        "tax_parts": st.integers(4, 16).map(lambda quarters: str(quarters / 4)),
        "receives_asi": YES_NO,
    },
}
RULE = {"cumul, self-employed": "cumul"}
# Whether the notice states the time limits too: while it is not known, the nominal date stands, with a note (F-8.3).
ALWAYS = {"scheme", "payment_date", "control_date", "event_type", "check_date", "time_limits_stated_in_notice"}
# An income that was never told counts as none, an appeal that was never told is not filed: hidden as "unknown" only.
ONLY_UNKNOWN = {
    "gross_pay_reference_period",
    "replacement_income_reference_period",
    "self_employed_income_penultimate_civil_year",
    "income_last_civil_year",
}


def rule_of(name: str) -> str:
    """The rule that a set of facts is for."""
    return RULE.get(name, name)


def complete(name: str) -> st.SearchStrategy[Facts]:
    """All the facts of a rule."""
    return st.fixed_dictionaries(COMPLETE[name])


@st.composite
def hidden(draw: st.DrawFn, rule: str) -> tuple[Facts, Facts]:
    """The same situation twice: all known, and with some facts unknown, never told, or known between bounds."""
    facts = draw(complete(rule))
    less = dict(facts)
    for name in sorted(set(facts) - ALWAYS - {"filed_date"}):
        how = draw(st.sampled_from(["known", "known", "unknown", "absent", "bounds"]))
        if how == "unknown" or (how == "absent" and name in ONLY_UNKNOWN):
            less[name] = UNKNOWN
        elif how == "absent":
            less.pop(name)
        elif how == "bounds" and isinstance(facts[name], str) and facts[name][0].isdigit():
            less[name] = draw(_bounds(facts[name]))
    return facts, less


@st.composite
def _bounds(draw: st.DrawFn, exact: str) -> str:
    """An interval that holds a sum, or the month or year that holds a day."""
    if "-" in exact:
        return exact[: draw(st.sampled_from([4, 7]))]
    low = draw(st.sampled_from(["..", "0", exact]))
    return f"{low}/{draw(st.sampled_from(['..', exact, str(float(exact) + 5000)]))}"
