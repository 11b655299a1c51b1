"""Figures as a text sees them: `{{ pension_max_cat2_monthly }}`, sums of them, and what was shown of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from bot.answers import french
from bot.rules.engine.parameters import Parameter, Parameters, ParameterUnavailable, to_number

NOT_PUBLISHED = "(montant pas encore publié)"
_AMOUNTS = {"EUR/an", "EUR/mois", "EUR", "EUR/heure"}
_COUNTED = {
    "mois": ("mois", "mois"),
    "années": ("an", "ans"),
    "heures": ("heure", "heures"),
    "jours": ("jour", "jours"),
}


@dataclass(frozen=True)
class ShownFigure:
    """One figure that a message shows, and how sure it is."""

    label: str
    value: str
    since: date
    confidence: str
    source: str


@dataclass
class Recorder:
    """Remembers which figures a text really printed."""

    shown: dict[str, ShownFigure] = field(default_factory=dict)


def format_value(raw: object, unit: str) -> str:
    """A value with its unit, in French."""
    if unit in _AMOUNTS:
        return french.euros(to_number(raw))
    if unit == "fraction":
        return french.fraction(raw)
    if unit in _COUNTED:
        return french.counted(to_number(raw), *_COUNTED[unit])
    return french.number(to_number(raw))


class Figure:
    """A dated figure inside a text; printing it records it."""

    def __init__(self, parameter: Parameter, on: date, recorder: Recorder, key: str | None = None) -> None:
        self._parameter, self._on, self._recorder, self._key = parameter, on, recorder, key

    @property
    def raw(self) -> Any:
        """The value in force, or the last one known.

        Raises:
            ParameterUnavailable: no value at all on that day.
        """
        value = self._parameter.latest(self._on).value
        return value if self._key is None else value[self._key]

    def record(self) -> None:
        """Note that the text shows this figure: an amount, a rate that moves, or anything that is not certain."""
        parameter = self._parameter
        dated = parameter.latest(self._on)
        uncertain = dated.confidence == "uncertain"
        if parameter.unit not in _AMOUNTS and not parameter.moves and not uncertain:
            return
        # To have it checked by the caisse says more than that it is an old one.
        confidence = "stale" if parameter.stale(self._on) and not uncertain else dated.confidence
        value = format_value(self.raw, parameter.unit)
        self._recorder.shown[parameter.id] = ShownFigure(
            parameter.label, value, dated.since, confidence, parameter.reference
        )

    def __str__(self) -> str:
        try:
            text = format_value(self.raw, self._parameter.unit)
        except ParameterUnavailable:
            return NOT_PUBLISHED
        self.record()
        return text

    @property
    def number(self) -> str:
        """Only the number: "2 030"."""
        try:
            text = french.number(to_number(self.raw))
        except ParameterUnavailable:
            return NOT_PUBLISHED
        self.record()
        return text

    @property
    def duration(self) -> str:
        """The same as the value; reads better in a template for an age or a delay."""
        return str(self)

    def __getattr__(self, key: str) -> Figure:
        if key.startswith("_"):
            raise AttributeError(key)
        try:
            value = self._parameter.latest(self._on).value
        except ParameterUnavailable:  # said when it is printed, like any figure
            value = {key: None}
        if not isinstance(value, Mapping) or key not in value:
            raise AttributeError(f"{self._parameter.id} has no part {key}")
        return Figure(self._parameter, self._on, self._recorder, key)

    def __add__(self, other: Figure | Computed | int) -> Computed:
        return Computed.of(self) + other

    def __sub__(self, other: Figure | Computed | int) -> Computed:
        return Computed.of(self) - other

    def __rsub__(self, other: int) -> Computed:
        return Computed.of(other) - self

    def __mul__(self, other: Figure | Computed | int) -> Computed:
        return Computed.of(self) * other

    def __truediv__(self, other: Figure | Computed | int) -> Computed:
        return Computed.of(self) / other

    __radd__, __rmul__ = __add__, __mul__


class Computed:
    """The result of arithmetic on figures; keeps the unit of the first amount and all the parts."""

    def __init__(self, value: Decimal | None, unit: str, parts: tuple[Figure, ...]) -> None:
        self._value, self._unit, self._parts = value, unit, parts

    @classmethod
    def of(cls, operand: Figure | Computed | int) -> Computed:
        """Any operand as a computed value."""
        if isinstance(operand, Computed):
            return operand
        if isinstance(operand, Figure):
            try:
                return cls(to_number(operand.raw), operand._parameter.unit, (operand,))
            except ParameterUnavailable:
                return cls(None, operand._parameter.unit, (operand,))
        return cls(Decimal(str(operand)), "nombre", ())

    def _with(self, other: Figure | Computed | int, operation: str) -> Computed:
        right = Computed.of(other)
        unit = self._unit if self._unit in _AMOUNTS or right._unit not in _AMOUNTS else right._unit
        value = None
        if self._value is not None and right._value is not None:
            value = {
                "+": lambda a, b: a + b,
                "-": lambda a, b: a - b,
                "*": lambda a, b: a * b,
                "/": lambda a, b: a / b,
            }[operation](self._value, right._value)
        return Computed(value, unit, self._parts + right._parts)

    def __add__(self, other: Figure | Computed | int) -> Computed:
        return self._with(other, "+")

    def __sub__(self, other: Figure | Computed | int) -> Computed:
        return self._with(other, "-")

    def __rsub__(self, other: int) -> Computed:
        return Computed.of(other) - self

    def __mul__(self, other: Figure | Computed | int) -> Computed:
        return self._with(other, "*")

    def __truediv__(self, other: Figure | Computed | int) -> Computed:
        return self._with(other, "/")

    __radd__, __rmul__ = __add__, __mul__

    def __str__(self) -> str:
        if self._value is None:
            return NOT_PUBLISHED
        for part in self._parts:
            part.record()
        return format_value(self._value, self._unit)


class FigureNames(Mapping[str, Figure]):
    """All parameters as template variables, on one date, for one text."""

    def __init__(self, parameters: Parameters, on: date, recorder: Recorder) -> None:
        self._parameters, self._on, self._recorder = parameters, on, recorder

    def __getitem__(self, key: str) -> Figure:
        return Figure(self._parameters[key], self._on, self._recorder)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parameters)

    def __len__(self) -> int:
        return len(self._parameters)
