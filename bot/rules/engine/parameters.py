"""The dated figures of `content/parameters/`: every amount, rate, age and delay, with its source.

A value holds from its `from` date (included) to the next one (excluded). A date before the first one is refused: the
rules never fall back on the last known period.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, Extra, Field, validator

from bot.settings import CONTENT

UNITS = {
    "EUR/an", "EUR/mois", "EUR", "EUR/heure", "fraction", "mois", "années", "heures", "jours", "nombre",
    "coefficient",
}  # fmt: skip


class ParameterUnavailable(ValueError):
    """No value is known for this parameter on this date."""


class DatedValue(BaseModel):
    """One value and the day it takes effect."""

    since: date = Field(alias="from")
    value: Any
    confidence: str
    note: str = ""

    class Config:
        frozen = True
        extra = Extra.forbid

    @validator("confidence")
    def _known_confidence(cls, value: str) -> str:
        if value not in {"verified", "inferred", "uncertain"}:
            raise ValueError(f"unknown confidence {value!r}")
        return value


class Parameter(BaseModel):
    """A figure through time.

    `reference`: the texts and pages it was read in. `moves_on`: the days (MM-DD) on which it changes every year;
    `moves`: the same in words. `follows`: ids of the figures it is computed from. `checked_by`: who reads it again
    ("barèmes" what moves, "textes" what only a new text changes); `due`: when at the latest; `reviewed`: when it was.
    """

    id: str
    label: str
    unit: str
    reference: str
    checked_by: Literal["barèmes", "textes"]
    due: date
    values: tuple[DatedValue, ...]
    moves: str = ""
    moves_on: tuple[str, ...] = ()
    formula: str = ""
    follows: tuple[str, ...] = ()
    reviewed: date | None = None
    review_note: str = ""
    note: str = ""

    class Config:
        frozen = True
        extra = Extra.forbid

    @validator("unit")
    def _known_unit(cls, value: str) -> str:
        if value not in UNITS:
            raise ValueError(f"unknown unit {value!r}")
        return value

    @validator("moves_on", each_item=True)
    def _day_of_any_year(cls, value: str) -> str:
        date.fromisoformat(f"2001-{value}")
        return value

    @validator("values")
    def _in_order(cls, values: tuple[DatedValue, ...]) -> tuple[DatedValue, ...]:
        days = [value.since for value in values]
        if not days or days != sorted(set(days)):
            raise ValueError("values must be given once each, in the order of their dates")
        return values

    def latest(self, day: date) -> DatedValue:
        """The newest value that took effect on or before a day, even if a newer one is due (see `stale`).

        Raises:
            ParameterUnavailable: no value was known yet, or the value is not published.
        """
        for value in reversed(self.values):
            if value.since <= day:
                if value.value is None:
                    break
                return value
        raise ParameterUnavailable(f"« {self.label} » n'est pas connu au {day:%d/%m/%Y}.")

    def stale(self, day: date) -> bool:
        """Has a value that we do not have taken effect on this day: not published, or due since our last one?"""
        last = self.values[-1]
        if last.since > day:
            return False
        due = (date.fromisoformat(f"{year}-{move}") for year in (day.year - 1, day.year) for move in self.moves_on)
        return last.value is None or any(last.since < move <= day for move in due)

    def on(self, day: date) -> DatedValue:
        """The value certainly in force on a day.

        Raises:
            ParameterUnavailable: unknown on that day, or a newer value is due that we do not have.
        """
        if self.stale(day):
            raise ParameterUnavailable(f"« {self.label} » n'est pas encore connu au {day:%d/%m/%Y}.")
        return self.latest(day)


@dataclass(frozen=True)
class Parameters(Mapping[str, Parameter]):
    """All parameters by id."""

    by_id: Mapping[str, Parameter]

    def __getitem__(self, key: str) -> Parameter:
        return self.by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    def value(self, key: str, day: date) -> DatedValue:
        """The value certainly in force on a day.

        Raises:
            KeyError: unknown parameter. ParameterUnavailable: no value on that day.
        """
        if self.left_behind(key, day):
            raise ParameterUnavailable(f"« {self[key].label} » n'est pas encore connu au {day:%d/%m/%Y}.")
        return self[key].on(day)

    def number(self, key: str, day: date) -> Decimal:
        """A plain number in force on a day.

        Raises:
            KeyError: unknown parameter. ParameterUnavailable: no value on that day.
        """
        return to_number(self.value(key, day).value)

    def count(self, key: str, day: date) -> int:
        """A whole number (months, years) in force on a day."""
        return int(self.number(key, day))

    def left_behind(self, key: str, day: date) -> bool:
        """Has a figure that this one is computed from moved since, without it?"""
        last = self[key].values[-1].since
        sources = (value.since for followed in self[key].follows for value in self[followed].values)
        return any(last < since <= day for since in sources)


def to_number(value: object) -> Decimal:
    """An exact number; a fraction written "2/3" is divided."""
    text = str(value)
    if "/" in text:
        fraction = Fraction(text)
        return Decimal(fraction.numerator) / Decimal(fraction.denominator)
    return Decimal(text)


def load_parameters(folder: Path) -> Parameters:
    """Read every file of a parameters folder.

    Raises:
        ValueError: a file does not have the expected form, or an id stands twice.
    """
    by_id: dict[str, Parameter] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            entries = yaml.safe_load(path.read_text(encoding="utf-8")) or ()
            parameters = [Parameter.parse_obj(entry) for entry in entries]
        except (ValueError, yaml.YAMLError) as error:
            raise ValueError(f"{path.name}: {error}") from error
        for parameter in parameters:
            if parameter.id in by_id:
                raise ValueError(f"{path.name}: {parameter.id} stands twice")
            by_id[parameter.id] = parameter
    return Parameters(by_id)


@lru_cache(maxsize=1)
def default_parameters() -> Parameters:
    """The project's own figures, read once."""
    return load_parameters(CONTENT / "parameters")
