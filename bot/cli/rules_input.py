"""From facts to a finding: a situation read from JSON, errors said in French, and the figures that the rule used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, TextIO

from pydantic import PrivateAttr, ValidationError

from bot.answers.figures import ShownFigure, format_value
from bot.cli.errors import BadInput
from bot.cli.figures import read_day
from bot.cli.rules_fields import expected, kind
from bot.rules import (
    UNKNOWN,
    Finding,
    Parameters,
    ParameterUnavailable,
    Situation,
    default_parameters,
    evaluate,
    resources,
)
from bot.rules.contradictions import contradictions
from bot.rules.parameters import DatedValue, Parameter
from bot.rules.resources import default_resources
from bot.rules.situation import FIELDS

ON = "on"
LONGEST = 40


@dataclass(frozen=True)
class Answer:
    """What a rule says, the figures it read to say so, and what must be told with the resource it was asked about."""

    finding: Finding
    figures: tuple[ShownFigure, ...]
    note: str = ""


class _Traced(Parameter):
    """A figure that remembers which of its values were read."""

    _read: dict[date, DatedValue] = PrivateAttr(default_factory=dict)

    def latest(self, day: date) -> DatedValue:
        dated = super().latest(day)
        self._read[dated.since] = dated
        return dated

    def shown(self) -> tuple[ShownFigure, ...]:
        """The values read that messages show (sums, what moves every year), and all that are not sure."""
        return tuple(
            ShownFigure(self.label, format_value(one.value, self.unit), since, one.confidence, self.source)
            for since, one in sorted(self._read.items())
            if not isinstance(one.value, Mapping)
            and (self.unit.startswith("EUR") or self.moves or one.confidence != "verified")
        )


def answer(rule: str, facts: Mapping[str, Any], on: date) -> Answer:
    """Apply a rule to facts in its own vocabulary.

    Raises:
        BadInput: a field cannot be read, contradicts another, or takes the rule where no figure is known.
    """
    situation = situation_of(facts, on)
    traced = {key: _Traced.parse_obj(one.dict(by_alias=True)) for key, one in default_parameters().items()}
    try:
        finding = evaluate(rule, situation, on, Parameters(traced))
    except ParameterUnavailable as error:
        raise BadInput(str(error)) from error
    except (ValueError, ArithmeticError) as error:  # a date or a sum beyond what can be counted
        name = _culprit(rule, facts, on)
        raise BadInput(f"Champ « {name} » : la règle ne peut pas compter avec {_shown(facts.get(name))}.") from error
    row = default_resources().get(situation.resource_kind or UNKNOWN) if rule == resources.NAME else None
    figures = tuple(figure for one in traced.values() for figure in one.shown())
    return Answer(finding, figures, row.note if row else "")


def _culprit(rule: str, facts: Mapping[str, Any], on: date) -> str:
    """The field without which the rule answers; the first one when there are several."""
    # A choice only leads to the rule that cannot count: dates and sums are tried before it.
    for name in sorted(facts, key=lambda field: kind(field) == "choice"):
        try:
            evaluate(rule, situation_of({**facts, name: None}, on), on)
        except (ValueError, ArithmeticError):
            continue
        return name
    return next(iter(facts), ON)


def situation_of(facts: Mapping[str, Any], on: date) -> Situation:
    """The facts as the rules want them.

    Raises:
        BadInput: one French line that names the field and says what was expected.
    """
    for name in facts:
        if name not in FIELDS:
            raise BadInput(_unknown_field(name))
    try:
        situation = Situation.parse_obj(facts)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise BadInput(_wrong(name, facts.get(name), reversed_ends="low bound" in first["msg"])) from error
    found = contradictions(situation, on)
    if found:
        raise BadInput(f"Champ « {found[0].field} » : {found[0].message}.")
    return situation


def _wrong(name: str, value: Any, reversed_ends: bool = False) -> str:
    if reversed_ends:
        return f"Champ « {name} » : dans {_shown(value)}, la fin vient avant le début."
    return f"Champ « {name} » : {_shown(value)} ne convient pas ; attendu : {expected(name)}."


def _unknown_field(name: str) -> str:
    near = get_close_matches(name, FIELDS, 1)
    hint = f"Vouliez-vous dire « {near[0]} » ?" if near else "« assistant rules » montre les règles et leurs questions."
    return f"Champ inconnu : {_shown(name)}. {hint}"


def _shown(value: Any) -> str:
    """A value on one line, cut when it is long."""
    text = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).split())
    return f"« {text if len(text) <= LONGEST else text[:LONGEST] + '…'} »"


def read_situation(stream: TextIO, today: date) -> tuple[dict[str, Any], date]:
    """The facts of one JSON object, and the day of its key "on" (today without it).

    Raises:
        BadInput: not one JSON object, a key given twice, or a day that cannot be read.
    """
    try:
        facts = json.loads(stream.read(), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise BadInput("L'entrée doit être du texte en UTF-8.") from error
    except json.JSONDecodeError as error:
        raise BadInput(f"Ce n'est pas du JSON (ligne {error.lineno}, colonne {error.colno}).") from error
    except BadInput:
        raise
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists in lists without end
        raise BadInput("Ce JSON ne peut pas être lu : un seul objet, simple, est attendu.") from error
    if not isinstance(facts, dict):
        raise BadInput('Un seul objet JSON est attendu, par exemple {"scheme": "general_employee"}.')
    day = facts.pop(ON, None)
    if day is None:
        return facts, today
    if not isinstance(day, str):
        raise BadInput(f"Champ « {ON} » : {_shown(day)} ne convient pas ; attendu : un jour (2026-11-21).")
    try:
        return facts, read_day(day)
    except BadInput as error:
        raise BadInput(f"Champ « {ON} » : {_shown(day)} ne convient pas ; attendu : un jour (2026-11-21).") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadInput(f"Champ « {name} » : donné deux fois.")
        found[name] = value
    return found
