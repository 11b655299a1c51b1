"""Cumul de la pension et d'un travail: which rule for which scheme, and what is left of the pension (CSS R341-17)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules import cumul_employee, cumul_other_schemes
from bot.rules.cumul_shared import LAW, OUTPUTS
from bot.rules.findings import REDIRECT, Finding
from bot.rules.money import NO_BOUND, NOTHING
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Possibilities, explore
from bot.rules.situation import UNKNOWN, Situation
from bot.rules.truth import Truth

NAME = "cumul"
TO_CHECK = Truth.TO_CHECK.value
EMPLOYEES = {"general_employee", "agri_employee"}
INCOMES = (
    "gross_pay_reference_period",
    "replacement_income_reference_period",
    "self_employed_income_last_civil_year",
    "self_employed_income_penultimate_civil_year",
    "income_last_civil_year",
)
# What is said of a fact that decides and is not known.
REASONS = {"replacement_income_from_activity_after_award": "replacement_income_link_unknown"}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """What is left of the monthly pension, in euros, for the month of the control; bounds while a fact is not known.

    An income that was never told counts as none; one that is "unknown" may be anything.

    Raises:
        ParameterUnavailable: the rule or a figure was not in force on the date of the control.
    """
    scheme, day = situation.scheme, situation.control_date or on
    if scheme not in {None, UNKNOWN, *EMPLOYEES, "self_employed", "agri_self_employed"}:
        return Finding(NAME, on, REDIRECT, redirect_to=scheme)
    if scheme in (None, UNKNOWN):
        missing = ("scheme",) if scheme is None else ()
        return Finding(NAME, on, TO_CHECK, missing=missing, outputs={"status": TO_CHECK}, because=("scheme",))
    unsettled = cumul_employee.unsettled(situation) if scheme in EMPLOYEES else ()
    if unsettled:
        return Finding(NAME, on, TO_CHECK, outputs={"status": TO_CHECK}, law=LAW, because=unsettled)
    fields: dict[str, tuple[object, ...]] = {"monthly_pension": (NOTHING, _highest_pension(day, parameters))}
    for name in INCOMES:
        fields[name] = (NOTHING,) if getattr(situation, name) is None else (NOTHING, NO_BOUND)
    if scheme in EMPLOYEES:
        fields |= cumul_employee.fields(situation, day, parameters)
        found = explore(situation, fields, lambda case: cumul_employee.exact(case, day, parameters))
    else:
        fields["pension_type"] = cumul_other_schemes.pension_types(situation)
        exact = cumul_other_schemes.EXACT[str(scheme)]
        found = explore(situation, fields, lambda case: exact(case, day, parameters))
    return _finding(found, on)


def _highest_pension(day: date, parameters: Parameters) -> Decimal:
    return parameters.number("pension_max_cat2_monthly", day)


def _finding(found: Possibilities, on: date) -> Finding:
    """Certain when the pension paid is; the figures shown are then those of the least assuming case."""
    deciding = tuple(dict.fromkeys((*found.deciding("monthly_paid"), *found.deciding("status"))))
    first = found.outcomes[0]
    if not deciding:
        outputs = {name: first.get(name) for name in OUTPUTS}
        return Finding(NAME, on, str(first["status"]), outputs=outputs, law=LAW)
    outputs = {name: found.range(name) for name in OUTPUTS if name not in {"status", "threshold_source"}}
    outputs["status"] = TO_CHECK
    if found.certain("threshold_source") and found.certain("threshold_annual"):
        outputs["threshold_source"] = first["threshold_source"]
    elif not found.certain("threshold_annual"):
        outputs["threshold_annual_at_least"] = min(found.all("threshold_annual"))
    missing = tuple(name for name in deciding if getattr(found.situation, name) is None)
    because = tuple(REASONS.get(name, f"{name}_unknown") for name in deciding)
    return Finding(NAME, on, TO_CHECK, missing=missing, outputs=outputs, law=LAW, because=because)
