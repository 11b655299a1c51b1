"""The fields of a situation for people: what they mean, what may be written, and what a typed reply is worth."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any, get_args

from bot.cli.rules_words import MEANINGS, VALUES, VALUES_OF
from bot.dialogue.questions import questions
from bot.dialogue.replies.dates import read_date
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.reading import Ambiguous, Value
from bot.dialogue.replies.words import is_dont_know, is_no, is_yes
from bot.rules import UNKNOWN, Situation
from bot.rules.resources import default_resources
from bot.rules.situation import FIELDS

EXPECTED = {
    "Dates": "une date (2024-06-10, 2024-06 ou 2024), un intervalle (2024-01/2024-03) ou « unknown »",
    "Amount": "un nombre positif (1250.50), un intervalle (500/600, 600/..) ou « unknown »",
    "YesNo": "« yes », « no » ou « unknown »",
    "Count": "un nombre entier positif ou « unknown »",
    "Day": "un jour (2024-06-10)",
    "Year": "une année (2026) ou « unknown »",
    "Mapping": 'un objet dont chaque année a sa somme ({"2023": 21000})',
}
TYPED = {
    "Dates": "Répondez par une date, par exemple « juin 2024 » ou « 10/06/2024 ».",
    "Amount": "Répondez par un nombre, par exemple « 1250,50 ».",
    "YesNo": "Répondez « oui » ou « non ».",
    "Count": "Répondez par un nombre entier, par exemple « 2 ».",
    "choice": "Répondez par le numéro d'une des réponses.",
}
RESOURCE = "resource_kind"
DAY_WRITTEN = re.compile(r"\d{4}(-\d{2}){0,2}")


def kind(name: str) -> str:
    """What a field holds: a key of `EXPECTED`, or "choice"."""
    outer = Situation.__fields__[name].outer_type_
    if _literals(outer) or name == RESOURCE:
        return "choice"
    return getattr(outer, "__name__", "Mapping")


def allowed(name: str) -> tuple[Any, ...]:
    """The values of a choice, without "unknown"."""
    if name == RESOURCE:
        return tuple(default_resources())
    return tuple(value for value in _literals(Situation.__fields__[name].outer_type_) if value != UNKNOWN)


def _literals(outer: Any) -> list[Any]:
    parts = [part for part in get_args(outer) if part not in (None, type(None))]
    found = [value for part in parts for value in (_literals(part) if get_args(part) else [part])]
    return [value for value in found if isinstance(value, (str, int))]


def expected(name: str) -> str:
    """What may be written in a field, in French."""
    if kind(name) == "choice":
        return f"{', '.join(f'« {value} »' for value in allowed(name))} ou « {UNKNOWN} »"
    return EXPECTED[kind(name)]


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
    return {**found, **MEANINGS}


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
    return {**VALUES, **VALUES_OF.get(name, {})}.get(str(value), str(value))


def read_typed(name: str, text: str, on: date) -> str | None:
    """A reply to a field that has no question of its own, in the vocabulary of the rules; None when unreadable."""
    what = kind(name)
    if not text.strip() or is_dont_know(text) or plain(text) == UNKNOWN:
        return UNKNOWN
    if what == "choice":
        return _choice(name, text)
    if what == "YesNo":
        return "yes" if is_yes(text) else "no" if is_no(text) else None
    if what == "Dates":
        return _date(text, on)
    # "1 250,50 €" as it is written here; an interval keeps its bar.
    return re.sub(r"(?i)\s|euros?|€", "", text).replace(",", ".")


def _choice(name: str, text: str) -> str | None:
    """By its rank, which is what the screen shows, or by its words; a category is its own number."""
    values = allowed(name)
    if text.strip().isdigit():
        rank = int(text)
        return str(values[rank - 1]) if 0 < rank <= len(values) else None
    same = (value for value in values if plain(text) in {plain(str(value)), plain(said(name, value))})
    return next((str(value) for value in same), None)


def _date(text: str, on: date) -> str | None:
    """A date written for the rules is kept; else as people write it, in one reading only."""
    if DAY_WRITTEN.fullmatch(text.strip()):
        return text.strip()
    reading = read_date(text, on)
    return reading.value if isinstance(reading, Value) else None


def doubt(name: str, text: str, on: date) -> str:
    """What two readings of a date are, when that is why it was not taken."""
    reading = read_date(text, on) if kind(name) == "Dates" else None
    if isinstance(reading, Ambiguous):
        return f"{reading.question} « {reading.labels[0]} » ou « {reading.labels[1]} » ?"
    return ""
