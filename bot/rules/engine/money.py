"""Sums in euros: rounded half up to the cent, as the caisse does, except where a text truncates."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")
# More than anybody has in a year: stands for a sum of which nothing is known, and can still be computed with.
NO_BOUND = Decimal(1_000_000_000)


def cents(value: Decimal) -> Decimal:
    """To the nearest cent, halves up."""
    return value.quantize(CENT, ROUND_HALF_UP)


def has_no_bound(value: Decimal) -> bool:
    """Does a computed sum come from one of which nothing is known?"""
    return not value.is_finite() or abs(value) > NO_BOUND / 100


def truncated(value: Decimal) -> Decimal:
    """To the cent below."""
    return value.quantize(CENT, ROUND_DOWN)
