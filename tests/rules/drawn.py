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
        "category": st.sampled_from([1, 2]),
        "monthly_pension": money(1_600),
        "average_annual_pay": money(46_000),
        "last_year_pay": money(90_000),
        "last_year": st.integers(2005, 2022),
        "gross_pay_reference_period": money(46_000),
        "replacement_income_reference_period": money(20_000),
        "replacement_income_from_activity_after_award": YES_NO,
    },
    "declaration_frequency": {
        "declarations_already_made": st.integers(0, 6),
        "salaried_activity": YES_NO,
        "self_employed_activity": YES_NO,
        "pension_reduced": YES_NO,
        "receives_asi": YES_NO,
        "has_ameli_account": YES_NO,
        "situation_changed": YES_NO,
    },
    "deadline": {
        "event_type": st.sampled_from(["injury_consolidation", "sick_pay_stopped_by_fund", "request_received_by_fund"]),
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
        "ground": st.sampled_from(["medical", "administrative"]),
        "notification_date": days(2022),
        "time_limits_stated_in_notice": YES_NO,
    },
    "retirement": {
        "birth_date": st.dates(date(1960, 1, 1), date(1975, 12, 31)).map(date.isoformat),
        "working_at_62": YES_NO,
        "unemployment_benefit_at_62": YES_NO,
        "working_at_61_and_half": YES_NO,
    },
}
# Whether the notice states the time limits too: while it is not known, the nominal date stands, with a note (F-8.3).
ALWAYS = {"scheme", "payment_date", "control_date", "event_type", "check_date", "time_limits_stated_in_notice"}
# An income that was never told counts as none: it is hidden as "unknown" only.
ONLY_UNKNOWN = {"gross_pay_reference_period", "replacement_income_reference_period"}


def complete(rule: str) -> st.SearchStrategy[Facts]:
    """All the facts of a rule."""
    return st.fixed_dictionaries(COMPLETE[rule])


@st.composite
def hidden(draw: st.DrawFn, rule: str) -> tuple[Facts, Facts]:
    """The same situation twice: all known, and with some facts unknown, never told, or known between bounds."""
    facts = draw(complete(rule))
    less = dict(facts)
    for name in sorted(set(facts) - ALWAYS):
        how = draw(st.sampled_from(["known", "known", "unknown", "absent", "bounds"]))
        if how == "unknown" or (how == "absent" and name in ONLY_UNKNOWN):
            less[name] = UNKNOWN
        elif how == "absent":
            less.pop(name)
        elif how == "bounds" and isinstance(facts[name], str) and facts[name][0].isdigit() and "." in facts[name]:
            less[name] = f"{draw(st.sampled_from(['..', '0', facts[name]]))}/{facts[name]}"
    return facts, less
