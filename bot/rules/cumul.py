"""Cumul de la pension et d'un travail: which rule for which scheme, and what is left of the pension (CSS R341-17)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.rules import cumul_employee, cumul_farmer, cumul_self_employed
from bot.rules.cumul_shared import OUTPUTS, SchemeRule
from bot.rules.engine.fields import day_or
from bot.rules.engine.findings import KNOWN, TO_CHECK, Finding
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Possibilities, explore
from bot.rules.schemes import FARMER, SELF_EMPLOYED, not_told, redirected, to_ask
from bot.rules.situation import FIELDS, Situation

NAME = "cumul"
DAY = "control_date"
RULES: dict[str, Callable[[Situation, date, Parameters], SchemeRule]] = {
    "general_employee": cumul_employee.rule,
    "agri_employee": cumul_employee.rule,
    SELF_EMPLOYED: cumul_self_employed.rule,
    FARMER: cumul_farmer.rule,
}
# The figures of a category that is not known are those of the first two: the third has none (F-5.16).
ONLY_1_AND_2 = "only_categories_1_and_2"
# How the doubt about a fact is named, the first one first; the others are "<field>_unknown", after these.
DOUBTS = {
    "category": "category_unknown",
    "replacement_income_from_activity_after_award": "replacement_income_link_unknown",
    "last_year_pay": "last_year_pay_unknown",
}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """What is left of the monthly pension, in euros, for the month of the control; bounds while a fact is not known.

    An income that was never told counts as none; one that is "unknown" may be anything.

    Raises:
        ParameterUnavailable: the rule or a figure was not in force on the date of the control.
    """
    if another := redirected(NAME, situation, on):
        return another
    if not_told(situation):
        return to_ask(NAME, situation, on, status=TO_CHECK)
    rule = RULES[str(situation.scheme)](situation, day_or(situation.control_date, on), parameters)
    if rule.unsettled:
        return Finding(NAME, on, TO_CHECK, outputs={"status": TO_CHECK}, law=rule.law(), because=rule.unsettled)
    return _finding(rule, explore(situation, rule.domains, rule.exact, rule.readings, rule.turns), on)


def _finding(rule: SchemeRule, found: Possibilities, on: date) -> Finding:
    """Certain when the pension paid is; the figures shown are then those of the least assuming case."""
    deciding = (*rule.open_facts, *found.deciding("monthly_paid", "status"))
    first = found.outcomes[0]
    mentions = () if found.all("status") == ["full"] else rule.mentions
    if rule.open_facts:
        mentions = (*mentions, ONLY_1_AND_2)
    if not deciding:
        outputs = {name: first.get(name) for name in OUTPUTS}
        return Finding(NAME, on, KNOWN, outputs=outputs, law=rule.law(), mentions=mentions)
    outputs = {name: found.range(name) for name in OUTPUTS if name not in {"status", "threshold_source"}}
    outputs["status"] = TO_CHECK
    if found.certain("threshold_source") and found.certain("threshold_annual"):
        outputs["threshold_source"] = first["threshold_source"]
    elif not found.certain("threshold_annual"):
        outputs["threshold_annual_at_least"] = min(found.all("threshold_annual"))
    return Finding(
        NAME,
        on,
        TO_CHECK,
        missing=tuple(name for name in deciding if getattr(found.situation, name, "") is None),
        outputs=outputs,
        mentions=mentions,
        law=rule.law(),
        because=tuple(_doubt(name) for name in sorted(deciding, key=_rank)),
    )


def _rank(name: str) -> int:
    return list(DOUBTS).index(name) if name in DOUBTS else len(DOUBTS)


def _doubt(name: str) -> str:
    """A field that is not known; a reading of the text has its own name."""
    return DOUBTS.get(name) or (f"{name}_unknown" if name in FIELDS else name)
