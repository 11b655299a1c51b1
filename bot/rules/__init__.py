"""The law, pure: a situation and a date in; a verdict, its reasons and the missing facts out.

Nothing here reads a clock, a network or a conversation. `evaluate` is the only entry the rest of the project needs;
`engine` holds what is not law (three values, bounds, dates, dated figures). Where each text is applied:

| Text | File |
|---|---|
| CSS L341-1, L341-2, L341-15; L341-3 1° (origin) | eligibility_employee, shared_conditions |
| CSS R313-5 (affiliation, hours, pay before the stop) | activity_before_stop |
| Rules of the SSI, arrêté of 1 August 2023 | eligibility_self_employed, cumul_self_employed |
| CSS R341-4 to R341-6, R341-11, L341-5 (amount) | amount |
| CSS R341-17 (work and pension) | cumul, cumul_shared, cumul_employee |
| CRPM R732-5 (farmers who work) | cumul_farmer |
| CSS R341-17 II, R815-22 (which resources) | resources |
| Practice of the caisses beside CSS R341-14 | declaration_frequency, next_declaration |
| CSS R341-8, R161-9-1, R341-10 (to ask, and silence) | deadline |
| CSS L815-24-1, D815-19, R815-1 (ASI) | asi |
| CSS L136-1-2 (CSG, CRDS, Casa) | csg |
| CSS R142-1 to R142-10-1 (appeals) | appeal |
| CSS L341-15 to L341-17, D341-1, R341-22 (retirement) | retirement |
| CRPM L742-3 (who has which law) | schemes |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import ModuleType

from bot.rules import (
    amount,
    appeal,
    asi,
    csg,
    cumul,
    deadline,
    declaration_frequency,
    eligibility,
    next_declaration,
    resources,
    retirement,
)
from bot.rules.engine.explanations import Explanation, explain, explanations
from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.findings import TO_CHECK, Condition, Finding
from bot.rules.engine.parameters import Parameters, ParameterUnavailable, default_parameters
from bot.rules.engine.readings import Readings, ReadParameters
from bot.rules.engine.truth import Truth
from bot.rules.reader import BadSituation, read_situation
from bot.rules.situation import Situation

Rule = Callable[[Situation, date, Parameters], Finding]

_MODULES: tuple[ModuleType, ...] = (
    eligibility,
    amount,
    cumul,
    declaration_frequency,
    next_declaration,
    resources,
    deadline,
    asi,
    csg,
    appeal,
    retirement,
)
RULES: dict[str, Rule] = {module.NAME: module.evaluate for module in _MODULES}
# The day whose figures a rule takes: without it nothing can be computed.
_DAYS: dict[str, str] = {module.NAME: module.DAY for module in _MODULES if hasattr(module, "DAY")}


def evaluate(rule: str, situation: Situation, on: date, parameters: Parameters | None = None) -> Finding:
    """Apply a rule to a situation on a date.

    Raises:
        KeyError: no rule has this name.
        ParameterUnavailable: the dated figures do not cover this date.
    """
    day = _DAYS.get(rule, "")
    if day and getattr(situation, day) == UNKNOWN:
        return Finding(rule, on, TO_CHECK, because=(day,))
    read = ReadParameters((parameters or default_parameters()).by_id)
    finding = RULES[rule](situation, on, read)
    return replace(finding, readings=Readings(tuple(read.read.values())))


__all__ = [
    "RULES",
    "UNKNOWN",
    "BadSituation",
    "Condition",
    "Explanation",
    "Finding",
    "ParameterUnavailable",
    "Parameters",
    "Situation",
    "Truth",
    "default_parameters",
    "evaluate",
    "explain",
    "explanations",
    "read_situation",
]
