"""Over how long: the rate told with a number and the time it lasts, by which it is multiplied to have a year's."""

from __future__ import annotations

from decimal import Decimal

from bot.answers import french
from bot.dialogue.replies.amounts import together
from bot.dialogue.replies.quantities import MONTHS, WEEKS, Quantity

Quantities = tuple[Quantity, ...]


def from_first(found: Quantities, wanted: list[Quantity]) -> list[Quantity]:
    """The wanted numbers from the first one on; between bounds, the first may carry no unit: "entre 500 et 600 h"."""
    if not wanted:
        return []
    at = found.index(wanted[0])
    previous = found[at - 1] if at else None
    return [previous, *wanted] if previous and previous.unit == "" and together(previous, wanted[0]) else wanted


def rate_of(found: list[Quantity]) -> str:
    """The rate told with the first numbers, else before them."""
    told = next((q.rate for q in found[:2] if q.rate), "")
    return told or (found[0].rate_before if found else "")


def months_told(found: Quantities) -> Decimal | None:
    """The length of time told, in months."""
    return next((q.months for q in found if q.months is not None), None)


def months_of(found: Quantities) -> Decimal:
    """The length of time told, in months; a year when none is, and never more."""
    told = months_told(found)
    return Decimal(MONTHS) if told is None else min(told, Decimal(MONTHS))


def yearly_factor(rate: str, found: Quantities) -> Decimal | None:
    """By what to multiply to have the sum of the time worked; None when too little is told."""
    months = months_of(found)
    if rate == "month":
        return months
    weeks = months * WEEKS / MONTHS
    if rate == "week":
        return weeks
    if rate == "day":
        days = next((q.value for q in found if q.unit == "day" and q.rate == "week"), None)
        return None if days is None else days * weeks
    return Decimal(1)


def during(found: Quantities) -> str:
    """The length of time in words, when it is less than a year."""
    months = months_of(found)
    return "" if months == MONTHS else f" pendant {french.number(months, 0)} mois"
