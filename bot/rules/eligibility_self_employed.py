"""Self-employed workers (SSI): age, capacity, affiliation and income (arrêté of 1 August 2023; F-2.4, F-11.2, F-11.3).

Not examined: the lawful residence of foreigners (F-2.17); a mention recalls it when the conditions seem met.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules import shared_conditions as shared
from bot.rules.engine.calendar import add_months, january_first
from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.findings import MET, TO_CHECK, Condition, Finding, Law, by_influence
from bot.rules.engine.money import NOTHING, cents
from bot.rules.engine.parameters import Parameters, ParameterUnavailable
from bot.rules.engine.span import Span, amount, day
from bot.rules.engine.truth import Truth, all_of
from bot.rules.situation import Situation

INCOME = "average_annual_income_last_3_civil_years"
QUESTION_ORDER = (
    "receiving_sick_pay",
    "birth_date",
    "affiliation_date",
    INCOME,
    "capacity_reduction_two_thirds",
)
OTHER_CONDITIONS = "other_conditions"
SOURCES = ("ameli_conditions", "reglement_ssi")


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The origin does not matter here (F-2.4); sick pay in progress waives two conditions (F-11.3).

    The request and the year of effect that were not told are those of the day. A figure that we do not know on the date
    of the request or of the effect leaves its condition to check.
    """
    limit = affiliation_limit(situation, on, parameters)
    threshold = income_threshold(situation, on, parameters)
    conditions = (
        shared.age(situation, on, parameters, "css_l632_1"),
        shared.capacity(situation, ("F-11.2", "F-1.4"), SOURCES),  # lost in the trade itself, or in all work
        _unless_waived(
            "affiliation",
            situation,
            "affiliation_date" if limit else None,
            shared.affiliated_by(situation.affiliation_date, limit),
        ),
        _unless_waived("activity", situation, INCOME if threshold else None, _enough_income(situation, threshold)),
    )
    verdict = all_of(condition.truth for condition in conditions).value
    figures: dict[str, Decimal | date] = {}
    if situation.receiving_sick_pay != "yes":
        figures |= {"income_threshold": threshold} if threshold else {}
        figures |= {"affiliation_limit": limit.low} if limit else {}
    return Finding(
        "eligibility",
        on,
        verdict,
        conditions,
        by_influence(conditions, QUESTION_ORDER) if verdict == TO_CHECK else (),
        figures=figures,
        mentions=(OTHER_CONDITIONS,) if verdict == MET else (),
        law=_law(),
    )


def affiliation_limit(situation: Situation, on: date, parameters: Parameters) -> Span[date] | None:
    """Twelve months before the request; None when its day is not known, or older than our figures."""
    if situation.request_date == UNKNOWN:
        return None
    requested = situation.request_date if isinstance(situation.request_date, Span) else day(on)
    try:
        months = parameters.count("ssi_affiliation_months", requested.low)
    except ParameterUnavailable:
        return None
    return Span(add_months(requested.low, -months), add_months(requested.high, -months))


def income_threshold(situation: Situation, on: date, parameters: Parameters) -> Decimal | None:
    """A tenth of the mean PASS of the three civil years before the effect, in euros a year; None when not known."""
    if situation.effect_year == UNKNOWN:
        return None
    year = situation.effect_year or on.year
    in_year = date(year, 12, 31)  # the rules of the SSI took effect within a year
    try:
        years = parameters.count("ssi_reference_years", in_year)
        ceilings = [parameters.number("pass_annual", january_first(year - n)) for n in range(1, years + 1)]
        share = parameters.number("ssi_raam_min_fraction_of_pass", in_year)
    except ParameterUnavailable:
        return None
    return cents(share * sum(ceilings, NOTHING) / len(ceilings))


def _enough_income(situation: Situation, threshold: Decimal | None) -> Truth:
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


def _law() -> dict[str, Law]:
    return {
        "income_threshold": Law(
            "une part de la moyenne des plafonds annuels des années civiles avant l'effet",
            ("F-11.3",),
            SOURCES,
            ("effect_year", "ssi_raam_min_fraction_of_pass", "ssi_reference_years", "pass_annual"),
        ),
        "affiliation_limit": Law(
            "date de la demande − durée d'affiliation demandée",
            ("F-11.3",),
            SOURCES,
            ("request_date", "ssi_affiliation_months"),
        ),
    }
