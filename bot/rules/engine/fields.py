"""The kinds of fields of a situation: what may be written for each, and what it becomes.

None means "never asked", `UNKNOWN` means "the person does not know". Anything that cannot be read raises a ValueError,
whose French message pydantic gives with the name of the field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bot.rules.engine.span import Span, parse_amounts, parse_dates

UNKNOWN: Literal["unknown"] = "unknown"
Unknown = Literal["unknown"]
Readers = Iterator[Callable[[Any], Any]]

OLDEST_YEAR, NEWEST_YEAR = 1900, 2100

if TYPE_CHECKING:
    Day = Unknown | date | None
    Year = Unknown | int | None
    Dates = Unknown | Span[date] | None
    Amount = Unknown | Span[Decimal] | None
    YesNo = Literal["yes", "no"] | Unknown | None
    Count = Unknown | int | None
    YearlyPays = Unknown | Mapping[int, Amount] | None
else:

    class Dates:
        """A day, a month, a year, or an interval of days."""

        @classmethod
        def __get_validators__(cls) -> Readers:
            yield _or_open(parse_dates)

    class Amount:
        """A number, at least 0, or an interval of numbers."""

        @classmethod
        def __get_validators__(cls) -> Readers:
            yield _or_open(parse_amounts)

    class YesNo:
        """A yes or a no; true and false are read as well."""

        @classmethod
        def __get_validators__(cls) -> Readers:
            yield _or_open(_yes_no)

    class YearlyPays:
        """A sum for each civil year, also as JSON; a year whose sum is not known has None or "unknown"."""

        @classmethod
        def __get_validators__(cls) -> Readers:
            yield _or_open(_yearly_pays)

    class Day:
        """One exact day: that of a payment or of a control, which the person or the program chooses."""

        @classmethod
        def __get_validators__(cls) -> Readers:
            yield _or_open(_exact_day)

    class Year:
        """A civil year."""

        @classmethod
        def __get_validators__(cls) -> Readers:
            yield _or_open(_year)

    class Count:
        """A whole number, at least 0."""

        @classmethod
        def __get_validators__(cls) -> Readers:
            yield _or_open(_count)


def day_or(chosen: Day, on: date) -> date:
    """The day that was chosen, else the day of the question."""
    return chosen if isinstance(chosen, date) else on


def _or_open(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def reader(value: Any) -> Any:
        return value if value is None or value == UNKNOWN else read(value)

    return reader


def _yes_no(value: Any) -> str:
    said = ("no", "yes")[value] if isinstance(value, bool) else value
    if said not in {"yes", "no"}:
        raise ValueError(f"« yes », « no » ou « unknown » attendu, pas {value!r}")
    return str(said)


def _yearly_pays(value: Any) -> dict[int, Any]:
    pays = _object(value) if isinstance(value, str) else value
    if not isinstance(pays, Mapping):
        raise ValueError(f"une somme par année attendue, pas {value!r}")
    return {_year(year): _or_open(parse_amounts)(pay) for year, pay in pays.items()}


def _object(text: str) -> Any:
    """What a text in JSON holds; None when it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _exact_day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise ValueError(f"jour attendu (AAAA-MM-JJ), pas {value!r}") from error


def _year(value: Any) -> int:
    year = _count(value)
    if not OLDEST_YEAR <= year <= NEWEST_YEAR:
        raise ValueError(f"année attendue, pas {value!r}")
    return year


def _count(value: Any) -> int:
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(whole, bool) or not str(whole).isdecimal():
        raise ValueError(f"nombre entier attendu, pas {value!r}")
    return int(whole)
