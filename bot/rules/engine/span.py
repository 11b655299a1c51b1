"""A value known exactly or only between two bounds: "mars 1975", "j'ai 54 ans", "entre 500 et 600 heures".

Comparisons with a span are three-valued: a bound that lies inside the span leaves the question to check.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Generic, TypeVar

from bot.rules.engine.truth import Truth, truth

Value = TypeVar("Value", date, Decimal)

OPEN = ".."
TOO_MUCH = Decimal(10_000_000)  # nobody has ten million euros a year, nor as many hours: it was mistyped
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Span(Generic[Value]):
    """Bounds, both included; `low == high` for a value known exactly."""

    low: Value
    high: Value

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("la fin de l'intervalle vient avant son début")

    @property
    def exact(self) -> bool:
        """True when the value is known exactly."""
        return self.low == self.high

    def at_least(self, bound: Span[Value]) -> Truth:
        """Is the value at or above the bound?"""
        if self.low >= bound.high:
            return Truth.MET
        return truth(False) if self.high < bound.low else Truth.TO_CHECK

    def at_most(self, bound: Span[Value]) -> Truth:
        """Is the value at or below the bound?"""
        return bound.at_least(self)


def day(value: date) -> Span[date]:
    """The span of one exact day."""
    return Span(value, value)


def amount(value: Decimal | int | str) -> Span[Decimal]:
    """The span of one exact number."""
    exact = Decimal(value)
    return Span(exact, exact)


def _date_bounds(text: str) -> tuple[date, date]:
    if _YEAR.fullmatch(text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    exact = date.fromisoformat(text)
    return exact, exact


def parse_dates(value: object) -> Span[date]:
    """Read `2024-06-10`, `2024-06`, `2024`, or an interval `A/B` whose ends may be open (`..`).

    Raises:
        ValueError: anything else.
    """
    if isinstance(value, Span):
        return value
    if isinstance(value, date):
        return day(value)
    low, separator, high = str(value).partition("/")
    if not separator:
        return Span(*_date_bounds(low))
    return Span(
        date.min if low == OPEN else _date_bounds(low)[0],
        date.max if high == OPEN else _date_bounds(high)[1],
    )


def parse_amounts(value: object) -> Span[Decimal]:
    """Read a number, or an interval `500/600` whose ends may be open (`600/..`).

    Raises:
        ValueError: anything else.
    """
    if isinstance(value, Span):
        return value
    low, separator, high = str(value).partition("/")
    if not separator:
        return amount(_number(low))
    return Span(
        Decimal(0) if low == OPEN else _number(low),
        Decimal("Infinity") if high == OPEN else _number(high),
    )


def _number(text: str) -> Decimal:
    try:
        exact = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"nombre attendu, pas {text!r}") from error
    if not exact.is_finite():  # "nan" and "inf" are numbers for Decimal, not for the law
        raise ValueError(f"nombre attendu, pas {text!r}")
    if exact >= TOO_MUCH:
        raise ValueError("somme trop grande")
    if exact < 0:
        raise ValueError("une somme ou une durée n'est jamais négative")
    return exact
