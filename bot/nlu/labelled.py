"""Messages of our own whose right topics are known, and which are not training examples (data/judged)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.settings import ROOT

FOLDER = ROOT / "data" / "judged"


@dataclass(frozen=True)
class Labelled:
    """A message, the topics it asks about (none when it is outside), and all those that would do."""

    text: str
    asked: tuple[str, ...]
    accepted: frozenset[str]


def labelled_messages(folder: Path = FOLDER) -> list[Labelled]:
    """All messages of the folder that stand alone: single, several questions, outside."""
    return [Labelled(entry["text"], *topics_of(entry)) for kind, entry in entries(folder) if kind != "follow_ups"]


def topics_of(entry: Mapping[str, Any]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The topics that a labelled entry asks about, in order, and all those that would do."""
    asked = tuple(entry.get("topics") or ([entry["topic"]] if entry.get("topic") else []))
    return asked, frozenset((*asked, *(entry.get("also_ok") or ())))


def entries(folder: Path = FOLDER) -> Iterator[tuple[str, dict[str, Any]]]:
    """(kind, fields) of each entry: single, several, outside or follow_ups."""
    for path in sorted(folder.glob("*.yml")):
        for kind, listed in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for entry in listed:
                yield kind, entry
