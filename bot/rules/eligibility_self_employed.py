"""Self-employed workers (SSI): age, capacity, affiliation and income (arrêté of 1 August 2023, facts F-11.1 to 3)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules import shared_conditions as shared
from bot.rules.calendar import add_months, january_first
from bot.rules.findings import Condition, Finding, by_influence
from bot.rules.parameters import Parameters, ParameterUnavailable
from bot.rules.situation import Situation
from bot.rules.span import Span, amount, day
from bot.rules.truth import Truth, all_of

INCOME = "average_annual_income_last_3_civil_years"
QUESTION_ORDER = (
    "receiving_sick_pay",
    "birth_date",
    "affiliation_date",
    INCOME,
    "capacity_reduction_two_thirds",
)
SOURCES = ("ameli_conditions", "reglement_ssi")
YEARS_OF_INCOME = (1, 2, 3)


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The origin does not matter here (F-2.4); sick pay in progress waives two conditions (F-11.3).

    A figure that we do not know on the date of the request or of the effect leaves its condition to check.
    """
    limit = _affiliation_limit(situation, on, parameters)
    threshold = _income_threshold(situation, on, parameters)
    waived = situation.receiving_sick_pay == "yes"
    conditions = (
        shared.age(situation, on, parameters),
        shared.capacity(situation),
        _unless_waived("affiliation", situation, "affiliation_date" if limit else None, _affiliation(situation, limit)),
        _unless_waived("activity", situation, INCOME if threshold is not None else None, _income(situation, threshold)),
    )
    verdict = all_of(condition.truth for condition in conditions)
    figures: dict[str, Decimal | date] = {}
    if threshold is not None and not waived:
        figures["income_threshold"] = threshold
    if limit and not waived:
        figures["affiliation_limit"] = limit.low
    return Finding(
        "eligibility",
        on,
        verdict.value,
        conditions,
        by_influence(conditions, QUESTION_ORDER) if verdict is Truth.TO_CHECK else (),
        figures=figures,
    )


def _affiliation_limit(situation: Situation, on: date, parameters: Parameters) -> Span[date] | None:
    requested = situation.request_date if isinstance(situation.request_date, Span) else day(on)
    try:
        low, high = (
            add_months(bound, -parameters.count("eligibility_affiliation_months", bound))
            for bound in (requested.low, requested.high)
        )
    except ParameterUnavailable:
        return None
    return Span(low, high)


def _affiliation(situation: Situation, limit: Span[date] | None) -> Truth:
    return shared.affiliated_by(situation.affiliation_date, limit)


def _income_threshold(situation: Situation, on: date, parameters: Parameters) -> Decimal | None:
    """A tenth of the mean ceiling (PASS) of the three civil years before the effect, in euros a year."""
    told = situation.effect_year
    year = told if isinstance(told, int) else on.year
    try:
        ceilings = [parameters.number("pass_annual", january_first(year - n)) for n in YEARS_OF_INCOME]
        share = parameters.number("ssi_raam_min_fraction_of_pass", january_first(year))
    except ParameterUnavailable:
        return None
    return (share * sum(ceilings, Decimal(0)) / len(ceilings)).quantize(Decimal("0.01"))


def _income(situation: Situation, threshold: Decimal | None) -> Truth:
    income = situation.average_annual_income_last_3_civil_years
    if threshold is None or not isinstance(income, Span):
        return Truth.TO_CHECK
    return income.at_least(amount(threshold))


def _unless_waived(name: str, situation: Situation, field: str | None, value: Truth) -> Condition:
    """The condition, unless sick pay is in progress; `field` is the fact that settles it, None when no fact can."""
    sick_pay = situation.receiving_sick_pay
    if sick_pay == "yes":
        return Condition(name, Truth.MET, ("F-11.3",), SOURCES)
    missing, unknown = shared.open_fields(situation, "receiving_sick_pay", *((field,) if field else ()))
    if value is Truth.MET:
        return Condition(name, value, ("F-11.3",), SOURCES)
    # A failed condition is only certain once we know that no sick pay is being received.
    certain = value is Truth.NOT_MET and sick_pay == "no"
    truth = Truth.NOT_MET if certain else Truth.TO_CHECK
    return Condition(name, truth, ("F-11.3",), SOURCES, missing, unknown)
