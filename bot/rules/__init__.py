"""The law, pure: a situation and a date in; a verdict, its reasons and the missing facts out.

Nothing here reads a clock, a network or a conversation. `evaluate` is the only entry the rest of the project needs.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

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
from bot.rules.findings import Condition, Finding
from bot.rules.parameters import Parameters, ParameterUnavailable, default_parameters
from bot.rules.situation import UNKNOWN, Situation
from bot.rules.truth import Truth

Rule = Callable[[Situation, date, Parameters], Finding]

RULES: dict[str, Rule] = {
    rule.NAME: rule.evaluate
    for rule in (
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
}


def evaluate(rule: str, situation: Situation, on: date, parameters: Parameters | None = None) -> Finding:
    """Apply a rule to a situation on a date.

    Raises:
        KeyError: no rule has this name.
        ParameterUnavailable: the dated figures do not cover this date.
    """
    return RULES[rule](situation, on, parameters or default_parameters())


__all__ = [
    "RULES",
    "UNKNOWN",
    "Condition",
    "Finding",
    "ParameterUnavailable",
    "Parameters",
    "Situation",
    "Truth",
    "default_parameters",
    "evaluate",
]
