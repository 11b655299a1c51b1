"""From facts to a finding: a situation read from JSON, errors said in French, and the figures that the rule used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TextIO

from bot.answers.figures import ShownFigure
from bot.cli.errors import BadInput
from bot.cli.figures import read_day
from bot.dialogue.explained import shown_figure
from bot.rules import (
    UNKNOWN,
    BadSituation,
    Finding,
    ParameterUnavailable,
    Situation,
    evaluate,
    read_situation,
    resources,
)
from bot.rules.reader import kind, shown
from bot.rules.resources import default_resources

ON = "on"


@dataclass(frozen=True)
class Answer:
    """What a rule says, the figures it read to say so, and what must be told with the resource it was asked about."""

    situation: Situation
    finding: Finding
    figures: tuple[ShownFigure, ...]
    note: str = ""


def answer(rule: str, facts: Mapping[str, Any], on: date) -> Answer:
    """Apply a rule to facts in its own vocabulary.

    Raises:
        BadInput: a field cannot be read, contradicts another, or takes the rule where no figure is known.
    """
    try:
        situation = read_situation(facts, on)
        finding = evaluate(rule, situation, on)
    except (BadSituation, ParameterUnavailable) as error:
        raise BadInput(str(error)) from error
    except (ValueError, ArithmeticError) as error:  # a date or a sum beyond what can be counted
        name = _culprit(rule, facts, on)
        raise BadInput(f"Champ « {name} » : la règle ne peut pas compter avec « {shown(facts.get(name))} ».") from error
    row = default_resources().get(situation.resource_kind or UNKNOWN) if rule == resources.NAME else None
    return Answer(situation, finding, _figures(finding), row.note if row else "")


def _figures(finding: Finding) -> tuple[ShownFigure, ...]:
    """The values read that messages show (sums, what moves every year), and all that are not sure."""
    return tuple(
        shown_figure(reading)
        for reading in sorted(finding.readings, key=lambda one: (one.parameter.id, one.dated.since))
        if not isinstance(reading.dated.value, Mapping)
        and (
            reading.parameter.unit.startswith("EUR")
            or reading.parameter.moves
            or reading.dated.confidence != "verified"
        )
    )


def _culprit(rule: str, facts: Mapping[str, Any], on: date) -> str:
    """The field without which the rule answers; the first one when there are several."""
    # A choice only leads to the rule that cannot count: dates and sums are tried before it.
    for name in sorted(facts, key=lambda field: kind(field) == "choice"):
        try:
            evaluate(rule, read_situation({**facts, name: None}, on), on)
        except (ValueError, ArithmeticError):
            continue
        return name
    return next(iter(facts), ON)


def read_json(stream: TextIO, today: date) -> tuple[dict[str, Any], date]:
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
        raise BadInput(f"Champ « {ON} » : « {shown(day)} » ne convient pas ; attendu : un jour (2026-11-21).")
    try:
        return facts, read_day(day)
    except BadInput as error:
        raise BadInput(
            f"Champ « {ON} » : « {shown(day)} » ne convient pas ; attendu : un jour (2026-11-21)."
        ) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadInput(f"Champ « {name} » : donné deux fois.")
        found[name] = value
    return found
