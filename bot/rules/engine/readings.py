"""Which figures a rule read: needed to tell where each of its results comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.rules.engine.parameters import DatedValue, Parameter, Parameters


@dataclass(frozen=True)
class Reading:
    """One value of a figure that a rule read."""

    parameter: Parameter
    dated: DatedValue


@dataclass(frozen=True)
class ReadParameters(Parameters):
    """Figures that remember which of their values were read, in the order of the reading."""

    read: dict[tuple[str, date], Reading] = field(default_factory=dict)

    def value(self, key: str, day: date) -> DatedValue:
        """As in `Parameters`; a value that is refused was not read."""
        dated = super().value(key, day)
        self.read.setdefault((key, dated.since), Reading(self[key], dated))
        return dated


@dataclass(frozen=True)
class Readings:
    """The values that a rule read, by figure and by the day they took effect."""

    all: tuple[Reading, ...] = ()

    def __iter__(self) -> Iterator[Reading]:
        return iter(self.all)

    def of(self, key: str, day: date | None = None) -> tuple[Reading, ...]:
        """Those of one figure, oldest first; with a day, only the one in force on it."""
        found = sorted((one for one in self.all if one.parameter.id == key), key=lambda one: one.dated.since)
        if day is None:
            return tuple(found)
        return tuple(one for one in found if one.dated.since <= day)[-1:]
