"""Employees, general and agricultural: the threshold, what counts, and what is left (CSS R341-17; F-5.1 to F-5.16)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules import cumul_shared as shared
from bot.rules.cumul_shared import PAY, SchemeRule
from bot.rules.engine.calendar import MONTHS_IN_A_YEAR, january_first
from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.findings import Law
from bot.rules.engine.money import NO_BOUND, NOTHING
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, Outcome
from bot.rules.engine.span import Span
from bot.rules.situation import Situation

REPLACEMENT, AFTER_AWARD = "replacement_income_reference_period", "replacement_income_from_activity_after_award"
SELF_EMPLOYMENT = "self_employed_income_last_civil_year"
CATEGORY_3 = "mtp_in_cumul_unresolved"
ABOVE_CEILING, AS_PAID, WITHIN_CEILING = "pay_above_pass", "as_paid", "within_ceiling"
THRESHOLD = Law(
    "le plus élevé du salaire annuel moyen et du salaire de l'année civile avant l'arrêt, ce dernier dans la limite "
    "d'un multiple du plafond annuel de cette année-là",
    ("F-5.2", "F-5.3"),
    ("css_r341_17",),
    ("average_annual_pay", "last_year_pay", "last_year", "comparison_last_year_cap_in_pass", "pass_annual"),
)
TOTAL = Law(
    "pension théorique × 12 + salaires + revenus de remplacement d'une activité postérieure à l'attribution + "
    "revenus d'indépendant majorés",
    ("F-5.7", "F-4.1", "F-4.7", "F-4.9", "F-4.10"),
    ("css_r341_17",),
    ("monthly_pension", PAY, REPLACEMENT, AFTER_AWARD, SELF_EMPLOYMENT, "self_employed_income_uplift"),
)


def rule(situation: Situation, control: date, parameters: Parameters) -> SchemeRule:
    """R341-17 for this person. Pays are taken as they were, with a revaluation of 1: a reduction is "at most" (F-5.2b).

    The pay told of the year before the stop is the one of a year of full work: a stop within it, or an apprenticeship,
    is made up for before (R341-17 I a and b, F-5.4). The effect is that of a month: the text says the three following
    months, the caisses compute again every month (F-5.8).
    """
    domains = {
        "monthly_pension": shared.highest_pension(situation, control, parameters),
        **shared.income_domains(situation, PAY, REPLACEMENT, SELF_EMPLOYMENT),
        AFTER_AWARD: ("no", "yes") if shared.told(situation, REPLACEMENT) else ("no",),
        "average_annual_pay": (NOTHING, NO_BOUND),
        "last_year_pay": (NOTHING, NO_BOUND),
        "last_year": _years_before(situation, control, parameters),
    }
    own_account = shared.may_be_positive(situation.self_employed_income_last_civil_year)
    within_civil_year = own_account and not shared.may_be_positive(situation.gross_pay_reference_period)
    return SchemeRule(
        exact=lambda case: r341_17(case, control, parameters, within_civil_year),
        domains=domains,
        threshold=THRESHOLD,
        total=TOTAL,
        sources=("css_r341_17", "sp_cumul"),
        facts=("F-5.1", "F-5.6", "F-5.7", "F-5.9"),
        readings=_pay_readings(situation, control, parameters),
        mentions=("threshold_not_revalued",),
        unsettled=points_no_text_settles(situation),
        open_facts=("category",) if situation.category in (None, UNKNOWN) else (),  # 3 would leave no figure
    )


def points_no_text_settles(situation: Situation) -> tuple[str, ...]:
    """No figure at all: the increase of category 3 (F-5.16), salaried and self-employed work in one year (F-5.9)."""
    if situation.category == 3:
        return (CATEGORY_3,)
    both = (situation.gross_pay_reference_period, situation.self_employed_income_last_civil_year)
    return ("salaried_and_self_employed",) if all(shared.may_be_positive(income) for income in both) else ()


def r341_17(case: Case, control: date, parameters: Parameters, within_civil_year: bool) -> Outcome:
    """The article, for facts that are all known; sums in euros."""
    threshold, source = comparison_threshold(case, control, parameters)  # I
    theoretical_pension = case["monthly_pension"] * MONTHS_IN_A_YEAR  # II: before any reduction
    salaries = case[PAY]  # II 1° salaries, II 2° pay of a trainee
    if case.get(ABOVE_CEILING) == WITHIN_CEILING:
        salaries = min(salaries, _ceiling_of_period(control, parameters))
    replacement = case[REPLACEMENT] if case[AFTER_AWARD] == "yes" else NOTHING  # II 3°
    uplift = 1 + parameters.number("self_employed_income_uplift", control)
    self_employment = case[SELF_EMPLOYMENT] * uplift  # II 4°
    total = theoretical_pension + salaries + replacement + self_employment
    left = shared.pension_after_half_of_excess(total, threshold, case["monthly_pension"], control, parameters)
    start, end = shared.reference_period(control, parameters)
    outcome = {**left, "threshold_source": source, "period_from": start, "period_to": end}
    if not within_civil_year:
        return outcome
    last = january_first(control.year - 1)  # II second al.: the last civil year, for the twelve months that follow
    return {**outcome, "period_from": last, "period_to": last.replace(month=12, day=31), "reduction_months": 12}


def comparison_threshold(case: Case, control: date, parameters: Parameters) -> tuple[Decimal, str]:
    """R341-17 I: the higher of 1° the average pay and 2° the last year's, within 1 or 1.5 of its ceilings (F-5.2)."""
    average, last = case["average_annual_pay"], case["last_year_pay"]
    multiple = parameters.number("comparison_last_year_cap_in_pass", control)
    cap = multiple * parameters.number("pass_annual", january_first(case["last_year"]))
    capped = min(last, cap)
    if capped <= average:
        return average, "average_annual_pay"
    return capped, "last_year_pay_capped" if last > cap else "last_year_pay"


def _years_before(situation: Situation, control: date, parameters: Parameters) -> tuple[int, ...]:
    """The year before the stop when it is not told: any year between our first ceiling and the control.

    While the pay of that year is not known, the year itself decides nothing: the most favourable one stands for all.
    """
    oldest, newest = parameters["pass_annual"].values[0].since.year, control.year - 1
    return (oldest, newest) if isinstance(situation.last_year_pay, Span) else (newest,)


def _pay_readings(situation: Situation, control: date, parameters: Parameters) -> dict[str, tuple[str, ...]]:
    """Above the ceiling: R341-17 read with R341-4 stops there, the public pages count all (F-5.7b, U-22)."""
    pay = situation.gross_pay_reference_period
    if isinstance(pay, Span) and pay.high > _ceiling_of_period(control, parameters):
        return {ABOVE_CEILING: (AS_PAID, WITHIN_CEILING)}
    return {}


def _ceiling_of_period(control: date, parameters: Parameters) -> Decimal:
    start, end = shared.reference_period(control, parameters)
    return max(parameters.number("pass_annual", january_first(year)) for year in (start.year, end.year))
