"""What the texts of a guide's result may name: outputs of the rule, facts told, both also in French."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from bot.answers.person import Person
from bot.answers.rule_values import output
from bot.answers.rule_words import rule_words
from bot.dialogue.derived import with_derived
from bot.dialogue.turn import Conversation
from bot.rules import UNKNOWN, Finding
from bot.rules.resources import default_resources

RESOURCES = "resources"


class _Known(dict[str, Any]):
    """A mapping whose every other key has one value."""

    def __init__(self, values: Mapping[str, Any], otherwise: Any) -> None:
        super().__init__(values)
        self._otherwise = otherwise

    def __missing__(self, key: str) -> Any:
        return self._otherwise


def names_of(finding: Finding, conversation: Conversation, on: date) -> dict[str, Any]:
    """The variables of the texts; see docs/recipes/add-a-guide.md for what each is."""
    outputs = {**finding.figures, **finding.outputs}
    known = rule_words()
    said = {name: output(value, known.output(name).unit, name) for name, value in outputs.items() if _sayable(value)}
    return {
        # Texts on conditions ask whether a threshold is defined; those on outputs, whether they apply.
        **({} if finding.conditions else dict.fromkeys(known.outputs)),
        **outputs,
        "said": _Known(said, ""),
        "facts": _Known(with_derived(conversation.facts, on), None),
        "told": _Known(conversation.said, ""),
        "because": finding.because or finding.reasons,
        "today": on,
        RESOURCES: _resources(finding),
    }


def person_of(conversation: Conversation) -> Person:
    """What answers adapt to, from the facts told."""
    scheme, category = (conversation.facts.get(name) for name in ("scheme", "category"))
    return Person(
        scheme=None if scheme == UNKNOWN else scheme,
        category=int(category) if category and category.isdigit() else None,
    )


def _sayable(value: Any) -> bool:
    return value is not None and not isinstance(value, Mapping)


def _resources(finding: Finding) -> tuple[SimpleNamespace, ...]:
    """The resources that the person named, with what is said of each."""
    found: Mapping[str, Mapping[str, Any]] = finding.outputs.get(RESOURCES) or {}
    rows = default_resources()
    return tuple(
        SimpleNamespace(label=rows[kind].label, note=rows[kind].note, **values) for kind, values in found.items()
    )
