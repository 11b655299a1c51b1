"""What follows from facts already told, so that nobody is asked twice in other words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from bot.dialogue.replies.ages import Age, birth_of
from bot.rules import UNKNOWN
from bot.rules.engine.calendar import MONTHS_IN_A_YEAR, add_months
from bot.rules.engine.span import Span, parse_amounts, parse_dates

AGE, BIRTH, STOP, LAST_YEAR = "age_years", "birth_date", "stop_date", "last_year"
PAY, SALARIED = "gross_pay_reference_period", "salaried_activity"
OWN_ACCOUNT, CATEGORY, PENSION_TYPE = "self_employed_activity", "category", "pension_type"
RESOURCES = "resource_kind"
_WORK = {"salary": SALARIED, "self_employed_income": OWN_ACCOUNT}

_IN_PLACE_OF_PAY = {
    "sick_pay", "employer_sick_pay", "unemployment_benefit", "training_allowance", "bonuses", "paid_leave_indemnity",
    "early_retirement", "profit_sharing", "elected_or_volunteer",
}  # fmt: skip
# Partial incapacity is category 1, total invalidity 2 or 3 (F-11.2).
_PENSION_OF_CATEGORY = {"1": "pipm", "2": "pitd", "3": "pitd"}
# The same fact in other words: telling one forgets the other.
_TWINS = ({AGE, BIRTH},)

Facts = Mapping[str, str]


def twins(name: str) -> tuple[str, ...]:
    """The fields that say the same thing as this one."""
    return tuple(other for pair in _TWINS if name in pair for other in pair if other != name)


def with_derived(facts: Facts, on: date) -> dict[str, str]:
    """The facts, and those that they certainly say of others; what was told itself always holds."""
    found: dict[str, str] = {}
    age, birth, stop = (_known(facts, name) for name in (AGE, BIRTH, STOP))
    if birth:
        found[AGE] = _age_at(parse_dates(birth), on)
    elif age:
        found[BIRTH] = _birth(parse_amounts(age), on)
    if stop:
        days = parse_dates(stop)
        if days.low.year == days.high.year:  # one year only, or the last whole one cannot be told
            found[LAST_YEAR] = str(days.low.year - 1)
    if pay := _known(facts, PAY):
        amount = parse_amounts(pay)
        if amount.low > 0:
            found[SALARIED] = "yes"
    if resources := _known(facts, RESOURCES):
        found |= _work_of(set(resources.split("|")))
    if (category := _known(facts, CATEGORY)) and facts.get("scheme") == "self_employed":
        found[PENSION_TYPE] = _PENSION_OF_CATEGORY[category]
    return {**{name: value for name, value in found.items() if value}, **facts}


def _work_of(resources: set[str]) -> dict[str, str]:
    """What the resources named say of the work; what stands for a pay leaves open whether it counts as one."""
    named = {field: "yes" for kind, field in _WORK.items() if kind in resources}
    return named if resources & _IN_PLACE_OF_PAY else {**dict.fromkeys(_WORK.values(), "no"), **named}


def _known(facts: Facts, name: str) -> str | None:
    value = facts.get(name)
    return None if value == UNKNOWN else value


def _age_at(birth: Span[date], on: date) -> str:
    """Full years between two bounds; "" when the birth has no bound."""
    if birth.low == date.min or birth.high == date.max:
        return ""
    least, most = _years(birth.high, on), _years(birth.low, on)
    return str(least) if least == most else f"{least}/{most}"


def _years(birth: date, on: date) -> int:
    years = on.year - birth.year
    return years - (add_months(birth, years * MONTHS_IN_A_YEAR) > on)


def _birth(age: Span[Decimal], on: date) -> str:
    if age.high == Decimal("Infinity"):
        return ""
    low, high = birth_of(Age(int(age.low), int(age.high), ""), on)
    return f"{low.isoformat()}/{high.isoformat()}"
