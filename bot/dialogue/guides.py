"""The guided dialogues as data: `content/guides/<guide>.yaml` names a goal and the words around it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, Extra

from bot.answers.catalogue import ContentError
from bot.settings import CONTENT


class VerdictText(BaseModel):
    """How one verdict is said, and what people usually want next."""

    title: str
    text: str
    next: tuple[str, ...] = ()


class ConditionText(BaseModel):
    """How one condition is said, for each truth."""

    label: str
    to_check: str
    met: str = ""
    not_met: str = ""


class Guide(BaseModel):
    """A guided dialogue: its goal is a rule of `bot.rules`, or "places"."""

    id: str
    label: str
    topic: str
    goal: str
    intro: str = ""
    stopped: str
    decision: str = ""
    verdicts: dict[str, VerdictText] = {}
    conditions: dict[str, ConditionText] = {}
    mentions: dict[str, str] = {}
    redirects: dict[str, str] = {}

    class Config:
        frozen = True
        extra = Extra.forbid


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
