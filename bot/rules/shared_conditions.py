"""Conditions that several schemes share: age, medical reduction, length of affiliation."""

from __future__ import annotations

from datetime import date

from bot.rules.engine.calendar import anniversary
from bot.rules.engine.fields import UNKNOWN, Dates, day_or
from bot.rules.engine.findings import Condition
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.span import Span
from bot.rules.engine.truth import Truth, truth
from bot.rules.situation import Situation


def open_fields(situation: Situation, *names: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Among these fields: those not asked yet, and those the person does not know."""
    missing = tuple(name for name in names if getattr(situation, name) is None)
    unknown = tuple(name for name in names if getattr(situation, name) == UNKNOWN)
    return missing, unknown


def age(situation: Situation, on: date, parameters: Parameters, *more_sources: str) -> Condition:
    """Under the age limit on the reference date; on the birthday itself it no longer holds (CSS L341-15, F-2.2)."""
    birth: Dates = situation.birth_date
    sources = ("css_l341_15", "css_d351_1_14", *more_sources)
    if situation.reference_date == UNKNOWN:
        return Condition("age", Truth.TO_CHECK, ("F-2.2",), sources, unknown=("reference_date",))
    missing, unknown = open_fields(situation, "birth_date")
    reference = day_or(situation.reference_date, on)
    value = Truth.TO_CHECK
    limit = parameters.count("age_limit_years", reference)
    if isinstance(birth, Span):
        earliest, latest = anniversary(birth.low, limit)[0], anniversary(birth.high, limit)[1]
        if reference < earliest:
            value = Truth.MET
        elif reference >= latest:
            value = Truth.NOT_MET
    return Condition("age", value, ("F-2.2",), sources, missing, unknown)


def capacity(
    situation: Situation,
    facts: tuple[str, ...] = ("F-1.1", "F-1.4"),
    sources: tuple[str, ...] = ("css_l341_1", "css_r341_2"),
) -> Condition:
    """Two thirds of the capacity to work or earn lost, as the médecin-conseil finds it (CSS L341-1, F-1.1, F-1.4)."""
    missing, unknown = open_fields(situation, "capacity_reduction_two_thirds")
    answer = situation.capacity_reduction_two_thirds
    value = Truth.TO_CHECK if missing or unknown else truth(answer == "yes")
    return Condition("capacity", value, facts, sources, missing, unknown)


def affiliated_by(affiliation: Dates, limit: Span[date] | None) -> Truth:
    """Was the person affiliated at the latest on the limit day?"""
    if limit is None or not isinstance(affiliation, Span):
        return Truth.TO_CHECK
    return affiliation.at_most(limit)
