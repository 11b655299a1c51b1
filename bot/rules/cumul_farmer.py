"""Exploitants agricoles: a multiple of the Smic as threshold (CRPM R732-5; F-5.18)."""

from __future__ import annotations

from datetime import date

from bot.rules import cumul_shared as shared
from bot.rules.cumul_shared import PAY, SchemeRule
from bot.rules.engine.calendar import MONTHS_IN_A_YEAR, january_first
from bot.rules.engine.findings import Law
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, Outcome
from bot.rules.situation import Situation

INCOME = "income_last_civil_year"


def rule(situation: Situation, control: date, parameters: Parameters) -> SchemeRule:
    """R732-5 for this person."""
    smic = ("smic_hourly_gross", january_first(control.year))
    return SchemeRule(
        exact=lambda case: r732_5(case, situation, control, parameters),
        domains={
            "monthly_pension": shared.highest_pension(situation, control, parameters),
            **shared.income_domains(situation, PAY, INCOME),
        },
        threshold=Law(
            "un nombre d'heures au Smic horaire du 1er janvier de l'année du contrôle",
            ("F-5.18",),
            ("crpm_r732_5",),
            ("msa_ns_threshold_smic_multiple", smic),
        ),
        total=Law(
            "pension × 12 + revenus de la dernière année civile + salaires",
            ("F-5.18",),
            ("crpm_r732_5",),
            ("monthly_pension", INCOME, PAY),
        ),
        sources=("crpm_r732_5",),
        facts=("F-5.18",),
    )


def r732_5(case: Case, situation: Situation, control: date, parameters: Parameters) -> Outcome:
    """2,028 hours at the Smic of 1 January of the control's year, against the pension and the incomes."""
    pension = case["monthly_pension"]
    hours = parameters.number("msa_ns_threshold_smic_multiple", control)
    threshold = hours * parameters.number("smic_hourly_gross", january_first(control.year))
    total = pension * MONTHS_IN_A_YEAR + case[INCOME] + case[PAY]
    left = shared.pension_after_half_of_excess(total, threshold, pension, control, parameters)
    outcome = {**left, "threshold_source": "msa_2028_smic"}
    if shared.told(situation, INCOME):  # the last civil year; the reduction lasts twelve months
        last = january_first(control.year - 1)
        outcome |= {"period_from": last, "period_to": last.replace(month=12, day=31), "reduction_months": 12}
    if shared.may_be_positive(situation.gross_pay_reference_period):
        outcome["period_from"], outcome["period_to"] = shared.reference_period(control, parameters)
        outcome.pop("reduction_months", None)
    return outcome
