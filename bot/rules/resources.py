"""Une ressource à déclarer, qui compte dans le cumul, pour l'ASI (CSS R341-17 II, R815-22; F-4.1 to F-4.19d).

The table is data (`content/resources.yaml`), read and validated once. Being declared and being counted are two
different questions: the first depends on the form, the second on the closed list of the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import yaml
from pydantic import BaseModel, Extra, validator

from bot.rules.engine.findings import KNOWN, TO_CHECK, UNSETTLED, Finding, Law
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import explore
from bot.rules.schemes import FARMER, SELF_EMPLOYED, redirected
from bot.rules.situation import UNKNOWN, Situation
from bot.settings import CONTENT

NAME = "resources"
FORMULAS = {
    "declare": "d'après la déclaration de ressources ; en cas de doute, déclarer : la caisse trie",
    "counts_in_cumul": "seulement ce que le texte énumère : revenus d'activité et ce qui en tient lieu",
    "counts_for_asi": "presque toutes les ressources du foyer, sauf celles que le texte exclut",
}
AFTER_AWARD = "replacement_income_from_activity_after_award"
IF_AFTER_AWARD = "if_after_award"
NO_LIST = {SELF_EMPLOYED, FARMER}  # their rules have no such list (F-5.17b, F-5.18)
DECLARED_FOR_ASI = "declared_for_asi"
MORE_WITH_ASI = "more_declared_with_asi"

Answer = Literal["yes", "no", "to_check"]
Names = tuple[str, ...]


class Resource(BaseModel):
    """One kind of resource. `label` and `note` are shown to users; `facts` and `sources` as in `Law`.

    `sources`: for declaring it and for the cumul; `asi_sources`: for the ASI; `paragraph`: that of R341-17 counting it.
    """

    id: str
    label: str
    declare: Answer
    counts_in_cumul: Literal["yes", "no", "to_check", "if_after_award"]
    counts_for_asi: Answer
    counts_for_self_employed: Answer = "to_check"
    note: str = ""
    facts: Names
    sources: Names
    asi_sources: Names = ("css_r815_22",)
    paragraph: str = ""

    class Config:
        frozen = True
        extra = Extra.forbid

    @validator("id", "label", "facts", "sources")
    def _not_empty(cls, value: str | Names) -> str | Names:
        if not value:
            raise ValueError("must not be empty")
        return value


def load_resources(path: Path) -> Mapping[str, Resource]:
    """Read a table of resources, by id, in the order of the file.

    Raises:
        ValueError: the file does not have the expected form, or an id stands twice.
    """
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(entries, list):
            raise ValueError("a list of resources is expected")
        rows = [Resource.parse_obj(entry) for entry in entries]
    except (ValueError, yaml.YAMLError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    by_id: dict[str, Resource] = {}
    for row in rows:
        if row.id in by_id:
            raise ValueError(f"{path.name}: {row.id} stands twice")
        by_id[row.id] = row
    return MappingProxyType(by_id)


@lru_cache(maxsize=1)
def default_resources() -> Mapping[str, Resource]:
    """The project's own table, read once."""
    return load_resources(CONTENT / "resources.yaml")


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """What becomes of one kind of resource: "yes", "no" or "to_check" for each of the three questions.

    The verdict is to check while declaring or counting in the cumul is; the ASI has its own output. `because` gives
    the fact that decides, or "unsettled" when no text does. Civil servants and special schemes have another law.
    """
    if another := redirected(NAME, situation, on):
        return another
    row = default_resources().get(situation.resource_kind or UNKNOWN)
    if row is None:
        return Finding(
            NAME,
            on,
            TO_CHECK,
            missing=("resource_kind",) if situation.resource_kind is None else (),
            outputs=dict.fromkeys(FORMULAS, TO_CHECK),
            because=("resource_kind",),
        )
    counted, because, missing = _counted(row, situation)
    if TO_CHECK in (row.declare, counted):
        because = because or (UNSETTLED,)
    return Finding(
        NAME,
        on,
        TO_CHECK if because else KNOWN,
        missing=missing,
        outputs={"declare": row.declare, "counts_in_cumul": counted, "counts_for_asi": row.counts_for_asi},
        mentions=_mentions(row, situation),
        law=_law(row),
        because=because,
    )


def _law(row: Resource) -> dict[str, Law]:
    """Declaring and counting in the cumul have the sources of the resource, the ASI has its own."""
    law = {name: Law(formula, row.facts, row.sources, ("resource_kind",)) for name, formula in FORMULAS.items()}
    counted, asi = law["counts_in_cumul"], law["counts_for_asi"]
    paragraph = f"{counted.formula} ({row.paragraph})" if row.paragraph else counted.formula
    return {
        **law,
        "counts_in_cumul": replace(counted, formula=paragraph, operands=("resource_kind", AFTER_AWARD)),
        "counts_for_asi": replace(asi, sources=row.asi_sources),
    }


def _counted(row: Resource, situation: Situation) -> tuple[str, Names, Names]:
    """Whether it counts in the cumul, the facts that decide and those to ask."""
    value: str = row.counts_for_self_employed
    if situation.scheme in NO_LIST:
        return value, (("scheme",) if value == TO_CHECK else ()), ()
    if row.counts_in_cumul != IF_AFTER_AWARD:
        return row.counts_in_cumul, (), ()
    found = explore(situation, {AFTER_AWARD: ("no", "yes")}, lambda case: {"counts": case[AFTER_AWARD]})
    value = found.value("counts", TO_CHECK)
    return value, found.deciding("counts"), found.missing("counts")


def _mentions(row: Resource, situation: Situation) -> tuple[str, ...]:
    """`declare` is about the pension alone: what else the ASI asks for is recalled, unless the person has none."""
    if row.declare == "yes" or row.counts_for_asi == "no" or situation.receives_asi == "no":
        return ()
    return (DECLARED_FOR_ASI,) if situation.receives_asi == "yes" else (MORE_WITH_ASI,)
