"""Employees, general and agricultural: the five cumulative conditions (CSS L341-1, L341-2, L341-15, R313-5).

Not examined: the lawful residence of foreigners (F-2.17), an invalidity older than the affiliation (F-2.18), and rights
kept after a job or unemployment benefit (F-2.15). A mention recalls them when the five conditions seem met.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.rules import activity_before_stop as r313_5
from bot.rules import shared_conditions as shared
from bot.rules.engine.fields import UNKNOWN, Amount
from bot.rules.engine.findings import MET, TO_CHECK, Condition, Finding, by_influence
from bot.rules.engine.parameters import Parameters, ParameterUnavailable
from bot.rules.engine.span import Span, Value
from bot.rules.engine.truth import Truth, all_of, any_of, truth
from bot.rules.situation import Situation

QUESTION_ORDER = (
    "stop_date",
    "origin",
    "birth_date",
    "affiliation_date",
    "hours_last_12_months",
    "gross_pay_last_12_civil_months",
    "capacity_reduction_two_thirds",
)
# What must be recalled: when the activity is insufficient, that indemnified days count as hours (F-2.13) and that
# seasonal or discontinuous work is counted over another period (F-2.14); when all seems met, what was not examined.
ACTIVITY_MENTIONS = ("assimilated_days", "seasonal_work")
OTHER_CONDITIONS = "other_conditions"


@dataclass(frozen=True)
class Asked:
    """What R313-5 asks on the day of the stop; bounds when only its month or its year is known, None when nothing is.

    Euros over twelve civil months, hours over twelve months or 365 days, last day of affiliation.
    """

    minimum_hours: Span[Decimal] | None
    pay_threshold_low: Span[Decimal] | None
    pay_threshold_high: Span[Decimal] | None
    affiliation_limit: Span[date] | None

    def figures(self) -> dict[str, Decimal | date]:
        """One value of each, to be shown: the first one, but for the high threshold."""
        high = {} if self.pay_threshold_high is None else {"pay_threshold_high": self.pay_threshold_high.high}
        low = ("minimum_hours", "pay_threshold_low", "affiliation_limit")
        return {name: getattr(self, name).low for name in low if getattr(self, name) is not None} | high


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """All five conditions at once; the missing fields are those that can still change the verdict.

    A figure of the day of the stop that we do not know (a stop too old, or a year not published yet) leaves its
    condition to check, whatever the answers.
    """
    asked = asked_before_stop(situation, parameters)
    conditions = (
        shared.age(situation, on, parameters),
        origin(situation),
        shared.capacity(situation),
        affiliation(situation, asked),
        activity(situation, asked),
    )
    verdict = all_of(condition.truth for condition in conditions).value
    mentions: tuple[str, ...] = (OTHER_CONDITIONS,) if verdict == MET else ()
    if conditions[-1].truth is Truth.NOT_MET:
        mentions = ACTIVITY_MENTIONS
    stop = situation.stop_date
    return Finding(
        "eligibility",
        on,
        verdict,
        conditions,
        by_influence(conditions, QUESTION_ORDER) if verdict == TO_CHECK else (),
        figures=asked.figures(),
        mentions=mentions,
        law=r313_5.law(stop.low if isinstance(stop, Span) and asked.pay_threshold_high else on),
    )


def asked_before_stop(situation: Situation, parameters: Parameters) -> Asked:
    """The thresholds of the stop; those that are older than our figures, or that need its day, are not known.

    The hours asked have not changed since 2015: they are those of our newest figure while the stop is not known.
    """
    stop = situation.stop_date
    newest = parameters["eligibility_min_hours"].values[-1].since

    def on_both_ends(rule: Callable[[date, Parameters], Value], otherwise: date | None = None) -> Span[Value] | None:
        low, high = (stop.low, stop.high) if isinstance(stop, Span) else (otherwise, otherwise)
        if low is None or high is None:
            return None
        try:
            return Span(rule(low, parameters), rule(high, parameters))
        except ParameterUnavailable:
            return None

    return Asked(
        minimum_hours=on_both_ends(r313_5.minimum_hours, otherwise=newest),
        pay_threshold_low=on_both_ends(r313_5.pay_threshold_of_the_text),
        pay_threshold_high=on_both_ends(r313_5.pay_threshold_usually_read),
        affiliation_limit=on_both_ends(r313_5.affiliation_limit),
    )


def origin(situation: Situation) -> Condition:
    """A private illness or accident; accidents at work have their own annuity (CSS L341-3 1°, F-2.3)."""
    missing, unknown = shared.open_fields(situation, "origin")
    value = Truth.TO_CHECK if missing or unknown else truth(situation.origin == "non_occupational")
    return Condition("origin", value, ("F-2.3",), ("css_l341_3", "ameli_conditions"), missing, unknown)


def affiliation(situation: Situation, asked: Asked) -> Condition:
    """Affiliated for twelve months on the first day of the month of the stop (CSS R313-5, F-2.5)."""
    missing, unknown = shared.open_fields(situation, "stop_date", "affiliation_date")
    value = shared.affiliated_by(situation.affiliation_date, asked.affiliation_limit)
    # When one of the two will never be known, the other cannot settle the condition: it is not worth a question.
    hopeless = bool(unknown) or (situation.stop_date is not None and asked.affiliation_limit is None)
    return Condition("affiliation", value, ("F-2.5",), ("css_r313_5",), () if hopeless else missing, unknown)


def activity(situation: Situation, asked: Asked) -> Condition:
    """Enough hours, or enough pay, before the stop: one of the two is enough (CSS R313-5, F-2.6, F-2.7, F-2.12)."""
    by_hours = _at_least(situation.hours_last_12_months, asked.minimum_hours)
    by_pay = _pay_test(situation.gross_pay_last_12_civil_months, asked)
    facts, sources = ("F-2.6", "F-2.7", "F-2.9", "F-2.12"), ("css_r313_5", "css_r313_8")
    return Condition("activity", any_of((by_hours, by_pay)), facts, sources, *_open_activity(situation, asked))


def _at_least(told: Amount, asked: Span[Decimal] | None) -> Truth:
    return told.at_least(asked) if asked is not None and isinstance(told, Span) else Truth.TO_CHECK


def _pay_test(pay: Amount, asked: Asked) -> Truth:
    """Under the threshold of the text: not enough. From the usual reading on: enough. Between both: to check (U-1)."""
    if _at_least(pay, asked.pay_threshold_high) is Truth.MET:
        return Truth.MET
    return Truth.NOT_MET if _at_least(pay, asked.pay_threshold_low) is Truth.NOT_MET else Truth.TO_CHECK


def _open_activity(situation: Situation, asked: Asked) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields worth asking for the activity, and those answered "unknown"."""
    hours, stop, pay = "hours_last_12_months", "stop_date", "gross_pay_last_12_civil_months"
    missing, unknown = shared.open_fields(situation, hours, stop, pay)
    useless: set[str] = set()
    if asked.minimum_hours is None:
        useless.add(hours)
    neither = asked.pay_threshold_low is None and asked.pay_threshold_high is None
    if situation.gross_pay_last_12_civil_months == UNKNOWN or (neither and situation.stop_date is not None):
        useless |= {stop, pay}  # pay cannot be compared any more
    return tuple(name for name in missing if name not in useless), unknown
