"""Self-employed workers (SSI rules of 2023, F-5.17) and farmers (CRPM R732-5, F-5.18): thresholds of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.rules.calendar import january_first
from bot.rules.cumul_shared import MONTHS, compared, reference_period
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Case, Outcome
from bot.rules.situation import Situation

FACTORS = {"pipm": "ssi_threshold_factor_pipm", "pitd": "ssi_threshold_factor_pitd"}


def pension_types(situation: Situation) -> tuple[str, ...]:
    """Partial incapacity is category 1, total invalidity 2 or 3 (F-11.2); either when the category is not told."""
    if situation.category == 1:
        return ("pipm",)
    return ("pitd",) if situation.category in (2, 3) else ("pipm", "pitd")


def self_employed(case: Case, control: date, parameters: Parameters) -> Outcome:
    """A multiple of the pension; income of the last but one civil year, as taxed, without any increase (F-5.17b)."""
    pension, salary = case["monthly_pension"], case["gross_pay_reference_period"]
    threshold = parameters.number(FACTORS[case["pension_type"]], control) * pension * MONTHS
    uplift = 1 + parameters.number("ssi_income_uplift", control)
    total = pension * MONTHS + salary + case["self_employed_income_penultimate_civil_year"] * uplift
    outcome = {
        **compared(total, threshold, pension, control, parameters),
        "threshold_source": "ssi_multiple_of_pension",
    }
    if case["self_employed_income_penultimate_civil_year"] > 0:
        outcome["income_year"] = control.year - parameters.count("ssi_income_year_offset", control)
    if salary > 0:
        outcome["period_from"], outcome["period_to"] = reference_period(control, parameters)
    return outcome


def farmer(case: Case, control: date, parameters: Parameters) -> Outcome:
    """2,028 hours at the Smic of 1 January of the control's year; income of the last civil year (CRPM R732-5)."""
    pension = case["monthly_pension"]
    hours = parameters.number("msa_ns_threshold_smic_multiple", control)
    threshold = hours * parameters.number("smic_hourly_gross", january_first(control.year))
    total = pension * MONTHS + case["income_last_civil_year"] + case["gross_pay_reference_period"]
    outcome = {**compared(total, threshold, pension, control, parameters), "threshold_source": "msa_2028_smic"}
    if case["gross_pay_reference_period"] > 0:
        outcome["period_from"], outcome["period_to"] = reference_period(control, parameters)
    return outcome


EXACT: dict[str, Callable[[Case, date, Parameters], Outcome]] = {
    "self_employed": self_employed,
    "agri_self_employed": farmer,
}
