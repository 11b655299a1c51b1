"""Employees, general and agricultural: the threshold, what counts, and what is left (CSS R341-17; F-5.1 to F-5.9)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules.calendar import january_first
from bot.rules.cumul_shared import MONTHS, compared, reference_period
from bot.rules.money import NO_BOUND, NOTHING
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Case, Outcome
from bot.rules.situation import UNKNOWN, Situation
from bot.rules.span import Span


def unsettled(situation: Situation) -> tuple[str, ...]:
    """What no text settles: the increase of category 3 (U-3), salaried and self-employed work in one year (F-5.9)."""
    if situation.category == 3:
        return ("mtp_in_cumul_unresolved",)
    both = (situation.gross_pay_reference_period, situation.self_employed_income_last_civil_year)
    if all(_may_be_positive(income) for income in both):
        return ("salaried_and_self_employed",)
    return ()


def _may_be_positive(income: object) -> bool:
    return income == UNKNOWN or (isinstance(income, Span) and income.high > 0)


def fields(situation: Situation, control: date, parameters: Parameters) -> dict[str, tuple[object, ...]]:
    """What the facts of this rule may be when they are not known."""
    told = situation.replacement_income_reference_period is not None
    oldest = parameters["pass_annual"].values[0].since.year
    return {
        "average_annual_pay": (NOTHING, NO_BOUND),
        "last_year_pay": (NOTHING, NO_BOUND),
        "last_year": (oldest, control.year - 1),
        "replacement_income_from_activity_after_award": ("no", "yes") if told else ("no",),
    }


def exact(case: Case, control: date, parameters: Parameters) -> Outcome:
    """R341-17 for facts that are all known; sums in euros, taken with a revaluation of 1 (F-5.2b)."""
    threshold, source = _threshold(case, control, parameters)
    pension = case["monthly_pension"]
    total = pension * MONTHS + case["gross_pay_reference_period"]
    if case["replacement_income_from_activity_after_award"] == "yes":  # R341-17 II 3°
        total += case["replacement_income_reference_period"]
    uplift = 1 + parameters.number("self_employed_income_uplift", control)  # R341-17 II 4°
    total += case["self_employed_income_last_civil_year"] * uplift
    outcome = {**compared(total, threshold, pension, control, parameters), "threshold_source": source}
    if case["self_employed_income_last_civil_year"] > 0:
        year = control.year - 1
        return {**outcome, "period_from": date(year, 1, 1), "period_to": date(year, 12, 31), "reduction_months": MONTHS}
    start, end = reference_period(control, parameters)
    return {**outcome, "period_from": start, "period_to": end}


def _threshold(case: Case, control: date, parameters: Parameters) -> tuple[Decimal, str]:
    """The higher of the average pay and of the last year's, the latter within 1 or 1.5 of its ceilings (F-5.2)."""
    average, last = case["average_annual_pay"], case["last_year_pay"]
    multiple = parameters.number("comparison_last_year_cap_in_pass", control)
    cap = multiple * parameters.number("pass_annual", january_first(case["last_year"]))
    capped = min(last, cap)
    if capped <= average:
        return average, "average_annual_pay"
    return capped, "last_year_pay_capped" if last > cap else "last_year_pay"
