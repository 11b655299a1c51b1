"""The answer files: one Markdown file with front matter per topic, neighbour or turn of conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, Extra

from bot.settings import CONTENT

Folder = Literal["answers", "neighbours", "conversation"]
FOLDERS: tuple[Folder, ...] = ("answers", "neighbours", "conversation")
DETAILS = "## En savoir plus"
SIMPLE = "## Plus simple"


class ContentError(ValueError):
    """A content file cannot be read; the message names the file and what is wrong, in French."""


class Lead(BaseModel):
    """What is said first when the question is about one point of the topic.

    `when`: turns of phrase that show it, one a line, on folded words (bot/dialogue/phrases.py); `unless`: those that
    show that it is not. `instead`: it takes the place of the short answer, which would mislead.
    """

    when: str
    unless: str = ""
    say: str
    facts: tuple[str, ...] = ()
    instead: bool = False

    class Config:
        frozen = True
        extra = Extra.forbid


class FrontMatter(BaseModel):
    """The head of an answer file (see docs/recipes/add-an-answer.md)."""

    title: str
    label: str = ""
    short: str
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    checked_against: tuple[str, ...] = ()
    verified_on: date
    next: tuple[str, ...] = ()
    guide: str | None = None
    contacts: tuple[str, ...] = ()
    valid_for: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    leads: tuple[Lead, ...] = ()

    class Config:
        frozen = True
        extra = Extra.forbid


@dataclass(frozen=True)
class AnswerFile:
    """One file, split in its parts; texts still hold `{{ figures }}`."""

    id: str
    folder: Folder
    head: FrontMatter
    body: str
    details: str
    simple: str


@dataclass(frozen=True)
class Catalogue(Mapping[str, AnswerFile]):
    """All answer files by id."""

    by_id: Mapping[str, AnswerFile]

    def __getitem__(self, key: str) -> AnswerFile:
        return self.by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    def ids(self, folder: Folder) -> tuple[str, ...]:
        """The ids of one folder."""
        return tuple(key for key, entry in self.by_id.items() if entry.folder == folder)

    def is_topic(self, key: str) -> bool:
        """Is it one of the topics the assistant answers?"""
        return key in self.by_id and self.by_id[key].folder == "answers"


def read_answer(path: Path, folder: Folder) -> AnswerFile:
    """Read one file.

    Raises:
        ContentError: no front matter, or one that does not have the expected form.
    """
    parts = path.read_text(encoding="utf-8").split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise ContentError(f"{path.name} : l'en-tête entre deux lignes « --- » manque.")
    try:
        head = FrontMatter.parse_obj(yaml.safe_load(parts[1]))
    except (yaml.YAMLError, ValueError) as error:
        raise ContentError(f"{path.name} : en-tête illisible ({error}).") from error
    rest, _, simple = parts[2].partition(SIMPLE)
    body, _, details = rest.partition(DETAILS)
    return AnswerFile(path.stem, folder, head, body.strip(), details.strip(), simple.strip())


def load_catalogue(content: Path) -> Catalogue:
    """Read all answer files of a content folder.

    Raises:
        ContentError: a file is wrong, or an id stands in two folders.
    """
    by_id: dict[str, AnswerFile] = {}
    for folder in FOLDERS:
        for path in sorted((content / folder).glob("*.md")):
            if path.stem in by_id:
                raise ContentError(f"{path.stem} existe deux fois.")
            by_id[path.stem] = read_answer(path, folder)
    return Catalogue(by_id)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The project's own answers, read once."""
    return load_catalogue(CONTENT)


def is_topic(key: str) -> bool:
    """Is it one of the topics the assistant answers? (A name that a stored model can refer to.)"""
    return catalogue().is_topic(key)
