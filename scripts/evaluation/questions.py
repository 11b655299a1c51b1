"""Labelled messages in one form, whatever file they come from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from bot.nlu.labelled import topics_of

Kind = Literal["single", "several", "follow_up", "outside", "distress", "smalltalk"]
KINDS: dict[str, Kind] = {
    "single": "single",
    "one": "single",
    "several": "several",
    "multi": "several",
    "follow_up": "follow_up",
    "follow_ups": "follow_up",
    "outside": "outside",
    "oos": "outside",
    "distress": "distress",
    "smalltalk": "smalltalk",
}


@dataclass(frozen=True)
class Question:
    """A message with what it calls for: its topics, all those that would do, what was asked before.

    `style`: of its writing (sms, typos, long…); `variety`: near or far, strong or implicit.
    """

    text: str
    kind: Kind
    topics: tuple[str, ...]
    accepted: frozenset[str]
    before: str = ""
    style: str = "clean"
    variety: str = ""


def read_questions(path: Path) -> list[Question]:
    """The questions of a file: JSON lines with a field `kind`, or YAML with a list for each kind."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        entries = [json.loads(line) for line in text.splitlines() if line.strip()]
        return [_question(KINDS[entry["kind"]], entry) for entry in entries]
    return list(_of_lists(yaml.safe_load(text)))


def _of_lists(lists: dict[str, list[dict[str, Any]]]) -> Iterator[Question]:
    for kind, entries in lists.items():
        for entry in entries:
            yield _question(KINDS[kind], entry)


def _question(kind: Kind, entry: dict[str, Any]) -> Question:
    topics, accepted = topics_of(entry)
    return Question(
        entry["text"],
        kind,
        topics,
        accepted,
        before=entry.get("context_text") or entry.get("first") or "",
        style=entry.get("noise", "clean"),
        variety=entry.get("subtype") or (entry.get("kind", "") if kind == "outside" else "") or "",
    )
