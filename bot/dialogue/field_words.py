"""The facts of a situation in French: what each one means, in a few words, and what a value of it says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bot.answers.rule_values import output
from bot.answers.rule_words import rule_words
from bot.dialogue.questions import questions
from bot.rules.reader import RESOURCE, kind
from bot.rules.resources import default_resources
from bot.rules.situation import FIELDS, Situation

AMOUNT, YES_NO = "Amount", "YesNo"


@lru_cache(maxsize=1)
def meanings() -> dict[str, str]:
    """What each field means, from the docstrings of the groups of facts in `bot.rules.situation`."""
    found: dict[str, str] = {}
    name = rf"(?:{'|'.join(FIELDS)})(?: \([^)]*\))?"
    head = re.compile(rf"\b({name}(?:, {name})*): ")
    for group in Situation.__mro__[1:]:
        text = " ".join((group.__dict__.get("__doc__") or "").split())
        heads = list(head.finditer(text))
        ends = [after.start() for after in heads[1:]] + [len(text)]
        for match, end in zip(heads, ends, strict=False):
            meaning = text[match.end() : end].strip(" .")
            for one, whom in re.findall(r"(\w+)(?: \(([^)]*)\))?", match[1]):
                found[one] = f"{meaning} ({whom})" if whom else meaning
    return {**found, **rule_words().meanings}


def meaning(name: str) -> str:
    """What a field means; its name when nothing says it."""
    return meanings().get(name, name)


def label(name: str) -> str:
    """A field as a few words."""
    asked = questions().get(name)
    return asked.head.label if asked else meaning(name)


def said(name: str, value: Any) -> str:
    """A value of a choice in French."""
    asked = questions().get(name)
    for choice in asked.head.choices if asked else ():
        if choice.value == str(value):
            return choice.label
    if name == RESOURCE and value in default_resources():
        return default_resources()[value].label
    return rule_words().value(name, value)


def told(name: str, value: Any) -> str:
    """A fact that was told, in French."""
    if name == "yearly_gross_pay":
        years = (f"{year} : {output(pay, 'EUR')}" for year, pay in sorted(value.items()))
        return ", ".join(years)
    unit = rule_words().units.get(name, "EUR" if kind(name) == AMOUNT else "")
    return said(name, value) if isinstance(value, (str, int)) and not unit else output(value, unit, name)
