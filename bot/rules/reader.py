"""Facts from outside, read into a situation, or refused in French with the name of the field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import ValidationError

from bot.rules.contradictions import contradictions
from bot.rules.engine.fields import UNKNOWN
from bot.rules.resources import default_resources
from bot.rules.situation import FIELDS, Situation

EXPECTED = {
    "Dates": f"une date (2024-06-10, 2024-06 ou 2024), un intervalle (2024-01/2024-03) ou « {UNKNOWN} »",
    "Amount": f"un nombre positif (1250.50), un intervalle (500/600, 600/..) ou « {UNKNOWN} »",
    "YesNo": f"« yes », « no » ou « {UNKNOWN} »",
    "Count": f"un nombre entier positif ou « {UNKNOWN} »",
    "Day": f"un jour (2024-06-10) ou « {UNKNOWN} »",
    "Year": f"une année (2026) ou « {UNKNOWN} »",
    "YearlyPays": f'un objet dont chaque année a sa somme ({{"2023": 21000}}) ou « {UNKNOWN} »',
}
CHOICE = "choice"
RESOURCE = "resource_kind"
LONGEST = 40


class BadSituation(ValueError):
    """Facts that cannot be used: `field` is the one to look at again, the message says in French what is wrong."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"Champ « {shown(field)} » : {message}")
        self.field = field


def read_situation(facts: Mapping[str, Any], on: date) -> Situation:
    """The facts as the rules want them; `on` is the day from which a date lies in the future.

    Raises:
        BadSituation: a field that does not exist, a value that cannot be read, or facts that cannot all be true.
    """
    for name in facts:
        if name not in FIELDS:
            raise BadSituation(name, _unknown_field(name))
    try:
        situation = Situation.parse_obj(facts)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise BadSituation(name, _wrong(name, facts.get(name), str(first["msg"]))) from error
    if situation.resource_kind not in (None, UNKNOWN, *default_resources()):
        raise BadSituation(RESOURCE, _wrong(RESOURCE, situation.resource_kind, ""))
    for found in contradictions(situation, on):
        raise BadSituation(found.field, f"{found.message}.")
    return situation


def kind(name: str) -> str:
    """What a field holds: a key of `EXPECTED`, or "choice"."""
    outer = Situation.__fields__[name].outer_type_
    if _literals(outer) or name == RESOURCE:
        return CHOICE
    return str(outer.__name__)


def allowed(name: str) -> tuple[Any, ...]:
    """The values of a choice, without "unknown"."""
    if name == RESOURCE:
        return tuple(default_resources())
    return tuple(value for value in _literals(Situation.__fields__[name].outer_type_) if value != UNKNOWN)


def expected(name: str) -> str:
    """What may be written in a field, in French."""
    if kind(name) == CHOICE:
        return f"{', '.join(f'« {value} »' for value in allowed(name))} ou « {UNKNOWN} »"
    return EXPECTED[kind(name)]


def shown(value: Any) -> str:
    """A value on one line, cut when it is long."""
    text = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)).split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _literals(outer: Any) -> list[Any]:
    parts = [part for part in get_args(outer) if part not in (None, type(None))]
    found = [value for part in parts for value in (_literals(part) if get_args(part) else [part])]
    return [value for value in found if isinstance(value, (str, int))]


def _wrong(name: str, value: Any, message: str) -> str:
    if "fin de l'intervalle" in message or "trop grande" in message or "jamais négative" in message:
        return f"« {shown(value)} » ne convient pas : {message}."
    return f"« {shown(value)} » ne convient pas ; attendu : {expected(name)}."


def _unknown_field(name: str) -> str:
    near = get_close_matches(str(name), FIELDS, 1)
    return f"ce champ n'existe pas. Vouliez-vous dire « {near[0]} » ?" if near else "ce champ n'existe pas."
