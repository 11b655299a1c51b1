"""Employees, general and agricultural: the five cumulative conditions (CSS L341-1, L341-2, L341-15, R313-5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules import shared_conditions as shared
from bot.rules.calendar import add_months, first_of_month, january_first
from bot.rules.findings import Condition, Finding, by_influence
from bot.rules.parameters import Parameters, ParameterUnavailable
from bot.rules.situation import UNKNOWN, Amount, Situation
from bot.rules.span import Span, amount
from bot.rules.truth import Truth, all_of, any_of, truth

QUESTION_ORDER = (
    "stop_date",
    "origin",
    "birth_date",
    "affiliation_date",
    "hours_last_12_months",
    "gross_pay_last_12_civil_months",
    "capacity_reduction_two_thirds",
)
# What must be recalled when the activity is insufficient: indemnified days count as hours (F-2.13), and seasonal or
# discontinuous work is counted over another period (F-2.14).
ACTIVITY_MENTIONS = ("assimilated_days", "seasonal_work")


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """All five conditions at once; the missing fields are those that can still change the verdict.

    A figure of the day of the stop that we do not know (a stop too old, or a year not published yet) leaves its
    condition to check, whatever the answers.
    """
    thresholds = pay_thresholds(situation, parameters)
    limit = affiliation_limit(situation, parameters)
    hours = minimum_hours(situation, parameters)
    conditions = (
        shared.age(situation, on, parameters),
        origin(situation),
        shared.capacity(situation),
        affiliation(situation, limit),
        activity(situation, thresholds, hours),
    )
    verdict = all_of(condition.truth for condition in conditions)
    failed = {c.name for c in conditions if c.truth is Truth.NOT_MET}
    figures: dict[str, Decimal | date] = {}
    if hours is not None:
        figures["minimum_hours"] = hours
    if thresholds:
        figures |= {"pay_threshold_low": thresholds.low, "pay_threshold_high": thresholds.high}
    if limit:
        figures["affiliation_limit"] = limit.low
    return Finding(
        "eligibility",
        on,
        verdict.value,
        conditions,
        by_influence(conditions, QUESTION_ORDER) if verdict is Truth.TO_CHECK else (),
        figures=figures,
        mentions=ACTIVITY_MENTIONS if "activity" in failed else (),
    )


def origin(situation: Situation) -> Condition:
    """A private illness or accident; accidents at work have their own annuity (CSS L341-3, F-2.3)."""
    missing, unknown = shared.open_fields(situation, "origin")
    value = Truth.TO_CHECK if missing or unknown else truth(situation.origin == "non_occupational")
    return Condition("origin", value, ("F-2.3",), ("css_l341_3", "ameli_conditions"), missing, unknown)


def affiliation_limit(situation: Situation, parameters: Parameters) -> Span[date] | None:
    """Last day to have been affiliated: twelve months before the first of the month of the stop (F-2.5).

    None when the stop is unknown, or older than our figures.
    """
    stop = situation.stop_date
    if not isinstance(stop, Span):
        return None
    try:
        return Span(*(_months_before_stop(day, parameters) for day in (stop.low, stop.high)))
    except ParameterUnavailable:
        return None


def _months_before_stop(stop: date, parameters: Parameters) -> date:
    months = parameters.count("eligibility_affiliation_months", stop)
    return add_months(first_of_month(stop), -months)


def affiliation(situation: Situation, limit: Span[date] | None) -> Condition:
    """Affiliated for twelve months on the first day of the month of the stop (CSS R313-5, F-2.5)."""
    missing, unknown = shared.open_fields(situation, "stop_date", "affiliation_date")
    value = shared.affiliated_by(situation.affiliation_date, limit)
    # When one of the two will never be known, the other cannot settle the condition: it is not worth a question.
    hopeless = bool(unknown) or (situation.stop_date is not None and limit is None)
    return Condition("affiliation", value, ("F-2.5",), ("css_r313_5",), () if hopeless else missing, unknown)


def pay_thresholds(situation: Situation, parameters: Parameters) -> Span[Decimal] | None:
    """Lowest and highest reading of the pay threshold, in euros over twelve civil months (F-2.7 to F-2.10, U-1).

    The text takes the Smic of the 1st of January before the reference period; the usual reading, that of the year of
    the stop. Between both, the caisse decides. None when the stop is unknown, or older than our figures.
    """
    stop = situation.stop_date
    if not isinstance(stop, Span):
        return None
    try:
        low, high = _smic_reading(stop.low, parameters)[0], _smic_reading(stop.high, parameters)[1]
    except ParameterUnavailable:
        return None
    return Span(low, high)


def _smic_reading(stop: date, parameters: Parameters) -> tuple[Decimal, Decimal]:
    multiple = parameters.number("eligibility_smic_multiple", stop)
    period_start = add_months(first_of_month(stop), -12)
    # A stop in January opens a period on the 1st of January itself: "before" may then mean the year earlier (F-2.10).
    year = stop.year - 2 if stop.month == 1 else period_start.year
    smic = [parameters.number("smic_hourly_gross", january_first(y)) for y in (year, stop.year)]
    return multiple * smic[0], multiple * smic[1]


def activity(situation: Situation, thresholds: Span[Decimal] | None, minimum: Decimal | None) -> Condition:
    """Enough hours, or enough pay, before the stop: one of the two is enough (CSS R313-5, F-2.6, F-2.7, F-2.12)."""
    hours: Amount = situation.hours_last_12_months
    pay: Amount = situation.gross_pay_last_12_civil_months
    by_hours = hours.at_least(amount(minimum)) if minimum is not None and isinstance(hours, Span) else Truth.TO_CHECK
    by_pay = pay.at_least(thresholds) if thresholds and isinstance(pay, Span) else Truth.TO_CHECK
    missing, unknown = shared.open_fields(
        situation, "hours_last_12_months", "stop_date", "gross_pay_last_12_civil_months"
    )
    useless: set[str] = set()
    if minimum is None:
        useless.add("hours_last_12_months")
    if pay == UNKNOWN or (thresholds is None and situation.stop_date is not None):  # pay cannot be compared any more
        useless |= {"stop_date", "gross_pay_last_12_civil_months"}
    return Condition(
        "activity",
        any_of((by_hours, by_pay)),
        ("F-2.6", "F-2.7", "F-2.12"),
        ("css_r313_5", "css_r313_8"),
        tuple(name for name in missing if name not in useless),
        unknown,
    )


def minimum_hours(situation: Situation, parameters: Parameters) -> Decimal | None:
    """Hours of work asked on the day of the stop; None when the stop is older than our figures."""
    stop = situation.stop_date
    newest = parameters["eligibility_min_hours"].values[-1].since
    try:
        return parameters.number("eligibility_min_hours", stop.low if isinstance(stop, Span) else newest)
    except ParameterUnavailable:
        return None
