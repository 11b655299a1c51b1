"""Sums in euros: rounded half up to the cent, as the caisse does, except where a text truncates."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")


def cents(value: Decimal) -> Decimal:
    """To the nearest cent, halves up; what has no bound stays so."""
    return value.quantize(CENT, ROUND_HALF_UP) if value.is_finite() else value


def truncated(value: Decimal) -> Decimal:
    """To the cent below."""
    return value.quantize(CENT, ROUND_DOWN)
