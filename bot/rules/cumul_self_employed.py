"""Indépendants (SSI): a multiple of the pension as threshold (arrêté of 1 August 2023; F-5.17 to F-5.17c)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules import cumul_shared as shared
from bot.rules.cumul_shared import PAY, SchemeRule
from bot.rules.engine.calendar import MONTHS_IN_A_YEAR
from bot.rules.engine.findings import Law
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, Outcome
from bot.rules.engine.span import Span
from bot.rules.situation import Situation

INCOME = "self_employed_income_penultimate_civil_year"
FACTORS = {"pipm": "ssi_threshold_factor_pipm", "pitd": "ssi_threshold_factor_pitd"}
THRESHOLD = Law(
    "un multiple de la pension annuelle, selon sa nature (incapacité partielle au métier, invalidité totale)",
    ("F-5.17",),
    ("reglement_ssi",),
    ("pension_type", *FACTORS.values(), "monthly_pension"),
)
TOTAL = Law(
    "pension × 12 + salaires + revenus d'indépendant de l'avant-dernière année civile, tels qu'imposés",
    ("F-5.17b",),
    ("reglement_ssi",),
    ("monthly_pension", PAY, INCOME),
)


def rule(situation: Situation, control: date, parameters: Parameters) -> SchemeRule:
    """The rules of the SSI for this person; an estimate, since their last lines were not read again (U-17)."""
    return SchemeRule(
        exact=lambda case: reglement_ssi(case, situation, control, parameters),
        domains={
            "monthly_pension": shared.highest_pension(situation, control, parameters),
            **shared.income_domains(situation, PAY, INCOME),
            "pension_type": pension_types(situation),
        },
        threshold=THRESHOLD,
        total=TOTAL,
        sources=("reglement_ssi",),
        facts=("F-5.17", "F-5.17b"),
        turns={"monthly_pension": _turning_pensions(situation, control, parameters)},
        mentions=("ssi_estimate",),
    )


def pension_types(situation: Situation) -> tuple[str, ...]:
    """Partial incapacity is category 1, total invalidity 2 or 3 (F-11.2); either when the category is not told."""
    if situation.category == 1:
        return ("pipm",)
    return ("pitd",) if situation.category in (2, 3) else ("pipm", "pitd")


def reglement_ssi(case: Case, situation: Situation, control: date, parameters: Parameters) -> Outcome:
    """The threshold of the kind of pension; salaries of the period; income of the last but one civil year, as taxed."""
    pension, salaries, income = case["monthly_pension"], case[PAY], case[INCOME]
    threshold = parameters.number(FACTORS[case["pension_type"]], control) * pension * MONTHS_IN_A_YEAR
    if income > 0:  # no increase of income, unlike employees (F-5.17b)
        income *= 1 + parameters.number("ssi_income_uplift", control)
    total = pension * MONTHS_IN_A_YEAR + salaries + income
    left = shared.pension_after_half_of_excess(total, threshold, pension, control, parameters)
    outcome = {**left, "threshold_source": "ssi_multiple_of_pension"}
    if shared.told(situation, INCOME):
        outcome["income_year"] = control.year - parameters.count("ssi_income_year_offset", control)
    if shared.told(situation, PAY):
        outcome["period_from"], outcome["period_to"] = shared.reference_period(control, parameters)
    return outcome


def _turning_pensions(situation: Situation, control: date, parameters: Parameters) -> list[Decimal]:
    """A higher pension raises the threshold faster than the total: the reduction rises up to a pension, then falls.

    It is then the whole pension p: (12 p + income − 12 f p) / 24 = p, hence p = income / (12 (f + 1)).
    """
    incomes = (getattr(situation, name) for name in (PAY, INCOME))
    highest = sum((income.high for income in incomes if isinstance(income, Span)), Decimal(0))
    if not highest.is_finite() or (isinstance(situation.monthly_pension, Span) and situation.monthly_pension.exact):
        return []
    factors = (parameters.number(FACTORS[kind], control) for kind in pension_types(situation))
    return [highest / (MONTHS_IN_A_YEAR * (factor + 1)) for factor in factors]
