"""Three-valued truth: met, not met, to check (Kleene's strong logic)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(str, Enum):
    """The three values a condition can take."""

    MET = "met"
    NOT_MET = "not_met"
    TO_CHECK = "to_check"


def truth(value: bool) -> Truth:
    """The certain truth of a boolean."""
    return Truth.MET if value else Truth.NOT_MET


def all_of(truths: Iterable[Truth]) -> Truth:
    """Met if all are; not met as soon as one is not; else to check."""
    values = set(truths)
    if Truth.NOT_MET in values:
        return Truth.NOT_MET
    return Truth.TO_CHECK if Truth.TO_CHECK in values else Truth.MET


def any_of(truths: Iterable[Truth]) -> Truth:
    """Met as soon as one is; not met if none can be; else to check."""
    values = set(truths)
    if Truth.MET in values:
        return Truth.MET
    return Truth.TO_CHECK if Truth.TO_CHECK in values else Truth.NOT_MET
