"""Conditions d'ouverture de la pension d'invalidité: which rule for which scheme (CSS L341-1, L341-2, R313-5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.rules import eligibility_employee, eligibility_self_employed
from bot.rules import shared_conditions as shared
from bot.rules.engine.findings import TO_CHECK, Condition, Finding
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.truth import Truth
from bot.rules.schemes import AGRICULTURAL, EMPLOYEES, SELF_EMPLOYED, not_told, redirected
from bot.rules.situation import Situation

NAME = "eligibility"
COVERED = frozenset({*EMPLOYEES, SELF_EMPLOYED})


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The administrative conditions, for employees and the self-employed; other schemes are redirected.

    Legal source: CSS L341-1, L341-2, L341-15, R313-5 (employees, CRPM L742-3 for agricultural ones); rules of the
    SSI approved by the arrêté of 1 August 2023 (self-employed). Facts F-2.1 to F-2.14, F-11.3, F-11.8, F-11.9, F-11.15.

    Raises:
        ParameterUnavailable: the age limit is not known on the reference date.
    """
    if another := redirected(NAME, situation, on, COVERED):
        return another
    if not_told(situation):
        scheme = _scheme(situation)
        return Finding(NAME, on, TO_CHECK, (scheme,), scheme.missing)
    if situation.scheme == SELF_EMPLOYED:
        return eligibility_self_employed.evaluate(situation, on, parameters)
    found = eligibility_employee.evaluate(situation, on, parameters)
    if situation.scheme != AGRICULTURAL:
        return found
    sources = [(*condition.sources, "crpm_l742_3") for condition in found.conditions]  # the article that extends them
    conditions = (replace(c, sources=named) for c, named in zip(found.conditions, sources, strict=True))
    return replace(found, conditions=tuple(conditions))


def _scheme(situation: Situation) -> Condition:
    missing, unknown = shared.open_fields(situation, "scheme")
    return Condition("scheme", Truth.TO_CHECK, ("F-2.16",), ("css_r172_16",), missing, unknown)
