"""The guided dialogues as data: `content/guides/<guide>.yaml` names a goal and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, Extra

from bot.answers.catalogue import ContentError
from bot.dialogue.replies.folding import plain
from bot.settings import CONTENT

# Letters by which two words are taken for the same one: "estimation", "estimer".
STEM = 5
_HOW = re.compile(r" (?:comment|cmt|pourquoi|que faut il|faut il|qui peut) ")


class _Words(BaseModel):
    class Config:
        frozen = True
        extra = Extra.forbid


class VerdictText(_Words):
    """How one verdict is said, and what people usually want next."""

    title: str
    text: str
    next: tuple[str, ...] = ()


class ConditionText(_Words):
    """How one condition is said, for each truth."""

    label: str
    to_check: str
    met: str = ""
    not_met: str = ""


class Ask(_Words):
    """A field asked beside what the rule misses: before it, or after it when `last`.

    `when`: the told values of other fields for which it is asked; "known", "unknown", "none" (0 or no) and "some"
    stand for many values.
    """

    field: str
    when: Mapping[str, tuple[str, ...]] = {}
    last: bool = False


class GuideDate(_Words):
    """A day of the result, for the time line and the calendar: an output of the rule, or a fact.

    `when`: the values of outputs with which it matters.
    """

    name: str
    label: str
    deadline: bool = False
    when: Mapping[str, tuple[str, ...]] = {}


class Guide(_Words):
    """A guided dialogue: its goal is a rule of `bot.rules`, or "places"; docs/recipes/add-a-guide.md says each key."""

    id: str
    label: str
    topic: str
    goal: str
    intent: str = ""
    also: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    none_if_unknown: tuple[str, ...] = ()
    intro: str = ""
    stopped: str
    decision: str = ""
    verdicts: Mapping[str, VerdictText] = {}
    conditions: Mapping[str, ConditionText] = {}
    mentions: Mapping[str, str] = {}
    reasons: Mapping[str, str] = {}
    redirects: Mapping[str, str] = {}
    changes: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    dates: tuple[GuideDate, ...] = ()
    picture: Literal["", "curve", "time_line"] = ""
    varies: str = ""
    what_if: tuple[str, ...] = ()


def load_guides(folder: Path) -> Mapping[str, Guide]:
    """Read all guide files by id.

    Raises:
        ContentError: a file does not have the expected form.
    """
    guides = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            guide = Guide.parse_obj(yaml.safe_load(path.read_text(encoding="utf-8")))
        except (ValueError, yaml.YAMLError) as error:
            raise ContentError(f"{path.name} : guide illisible ({error}).") from error
        guides[guide.id] = guide
    return guides


@lru_cache(maxsize=1)
def guides() -> Mapping[str, Guide]:
    """The project's own guides, read once."""
    return load_guides(CONTENT / "guides")


def guide_labels() -> dict[str, str]:
    """The label of each guide by id, to offer it."""
    return {key: guide.label for key, guide in guides().items()}


def guide_of_intent() -> dict[str, str]:
    """The guide that each intent opens."""
    return {guide.intent: key for key, guide in guides().items() if guide.intent}


def guide_named(text: str) -> str:
    """The guide that a text names as its button or its request does ("préparer mon recours"); "" when none is.

    "Comment préparer mon recours ?" asks for an answer.
    """
    words = f" {plain(text)} "
    if _HOW.search(words):
        return ""
    named = {
        key
        for key, guide in guides().items()
        for name in (plain(guide.label), guide.intent.replace("_", " "))
        if " " in name and f" {name} " in words
    }
    return named.pop() if len(named) == 1 else ""


def likeliest(text: str, among: Iterable[str]) -> str:
    """Of some guides, the one whose name shares most words with a text; "" when none shares any."""
    said = {word[:STEM] for word in plain(text).split() if len(word) >= STEM}
    names = [(key, plain(guides()[key].label).split() + guides()[key].intent.split("_")) for key in among]
    shared = {key: len(said & {word[:STEM] for word in words if len(word) >= STEM}) for key, words in names}
    best = max(shared, key=lambda key: shared[key], default="")
    return best if shared.get(best) else ""
