"""Conditions that several schemes share: age, medical reduction, length of affiliation."""

from __future__ import annotations

from datetime import date

from bot.rules.calendar import anniversary
from bot.rules.findings import Condition
from bot.rules.parameters import Parameters
from bot.rules.situation import UNKNOWN, Dates, Situation
from bot.rules.span import Span
from bot.rules.truth import Truth, truth


def open_fields(situation: Situation, *names: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Among these fields: those not asked yet, and those the person does not know."""
    missing = tuple(name for name in names if getattr(situation, name) is None)
    unknown = tuple(name for name in names if getattr(situation, name) == UNKNOWN)
    return missing, unknown


def age(situation: Situation, on: date, parameters: Parameters) -> Condition:
    """Under the age limit on the reference date; on the birthday itself it no longer holds (CSS L341-15, F-2.2)."""
    birth: Dates = situation.birth_date
    missing, unknown = open_fields(situation, "birth_date")
    reference = situation.reference_date or on
    value = Truth.TO_CHECK
    limit = parameters.count("age_limit_years", reference)
    if isinstance(birth, Span):
        earliest, latest = anniversary(birth.low, limit)[0], anniversary(birth.high, limit)[1]
        if reference < earliest:
            value = Truth.MET
        elif reference >= latest:
            value = Truth.NOT_MET
    sources = ("css_l341_15", "css_d351_1_14")
    return Condition("age", value, ("F-2.2",), sources, missing, unknown)


def capacity(situation: Situation) -> Condition:
    """Two thirds of the capacity to work or earn lost, as the médecin-conseil finds it (CSS L341-1, F-1.1, F-1.4)."""
    missing, unknown = open_fields(situation, "capacity_reduction_two_thirds")
    answer = situation.capacity_reduction_two_thirds
    value = Truth.TO_CHECK if missing or unknown else truth(answer == "yes")
    return Condition("capacity", value, ("F-1.1", "F-1.4"), ("css_l341_1", "css_r341_2"), missing, unknown)


def affiliated_by(affiliation: Dates, limit: Span[date] | None) -> Truth:
    """Was the person affiliated at the latest on the limit day?"""
    if limit is None or not isinstance(affiliation, Span):
        return Truth.TO_CHECK
    return affiliation.at_most(limit)
