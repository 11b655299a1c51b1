"""Conditions d'ouverture de la pension d'invalidité: which rule for which scheme (CSS L341-1, L341-2, R313-5)."""

from __future__ import annotations

from datetime import date

from bot.rules import eligibility_employee, eligibility_self_employed
from bot.rules.findings import REDIRECT, Condition, Finding
from bot.rules.parameters import Parameters
from bot.rules.situation import UNKNOWN, Situation
from bot.rules.truth import Truth

NAME = "eligibility"
EMPLOYEES = {"general_employee", "agri_employee"}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The administrative conditions, for employees and the self-employed; other schemes are redirected.

    Legal source: CSS L341-1, L341-2, L341-15, R313-5 (employees, CRPM L742-3 for agricultural ones); rules of the
    SSI approved by the arrêté of 1 August 2023 (self-employed). Facts F-2.1 to F-2.14, F-11.3, F-11.8, F-11.9, F-11.15.

    Raises:
        ParameterUnavailable: the age limit is not known on the reference date.
    """
    scheme = situation.scheme
    if scheme is None or scheme == UNKNOWN:
        return Finding(NAME, on, Truth.TO_CHECK.value, (_scheme(scheme),), _scheme(scheme).missing)
    if scheme in EMPLOYEES:
        return eligibility_employee.evaluate(situation, on, parameters)
    if scheme == "self_employed":
        return eligibility_self_employed.evaluate(situation, on, parameters)
    return Finding(NAME, on, REDIRECT, redirect_to=scheme)


def _scheme(scheme: str | None) -> Condition:
    return Condition(
        "scheme",
        Truth.TO_CHECK,
        ("F-2.16",),
        ("css_r172_16",),
        missing=("scheme",) if scheme is None else (),
        unknown=("scheme",) if scheme == UNKNOWN else (),
    )
