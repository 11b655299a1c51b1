"""« D'où vient ce chiffre ? »: the formula of a result, its legal texts, and what it was computed from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.findings import Finding, Law
from bot.rules.engine.readings import Reading
from bot.rules.situation import Situation


@dataclass(frozen=True)
class Operand:
    """What a result was computed from: a fact told by the person, another result, or a dated figure.

    `reading` is there for a figure only: its label, unit, reference, confidence and day of effect.
    """

    name: str
    kind: Literal["fact", "result", "figure"]
    value: Any
    reading: Reading | None = None


@dataclass(frozen=True)
class Explanation:
    """Where a result comes from; `operands` in the order of the formula."""

    name: str
    value: Any
    law: Law
    operands: tuple[Operand, ...]


def explain(finding: Finding, situation: Situation, name: str) -> Explanation:
    """Where an output or a threshold of a finding comes from.

    Raises:
        KeyError: the finding has no such result, or no text for it.
    """
    results = {**finding.figures, **finding.outputs}
    law = finding.law[name]
    operands = tuple(operand for one in law.operands for operand in _operands(name, one, finding, situation))
    return Explanation(name, results[name], law, operands)


def explanations(finding: Finding, situation: Situation) -> Iterator[Explanation]:
    """That of every result that has a value and a text, in the order of the finding."""
    for name, value in {**finding.figures, **finding.outputs}.items():
        if value is not None and name in finding.law:
            yield explain(finding, situation, name)


def _operands(
    result: str, operand: str | tuple[str, date], finding: Finding, situation: Situation
) -> Iterator[Operand]:
    """A name may be that of a fact, of another result and of a figure: a result is the nearest, a figure the last."""
    name, day = operand if isinstance(operand, tuple) else (operand, None)
    results = {**finding.figures, **finding.outputs}
    told = getattr(situation, name, None)
    if name != result and results.get(name) is not None:
        yield Operand(name, "result", results[name])
    elif told is not None and told != UNKNOWN:
        yield Operand(name, "fact", told)
    else:
        for reading in finding.readings.of(name, day):
            yield Operand(name, "figure", reading.dated.value, reading)
