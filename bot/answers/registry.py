"""Sources, contacts and forms that texts may name, by id; one entry each, so that an address is mended in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.answers.message import Contact, Source
from bot.settings import CONTENT


@dataclass(frozen=True)
class Form:
    """A form; printing it gives its title and number, with a reservation when the version was not read again."""

    title: str
    number: str
    confidence: str
    facts: tuple[str, ...]

    def __str__(self) -> str:
        reservation = "" if self.confidence == "verified" else ", version à vérifier"
        number = self.number.replace("*", "\\*")  # "11174*05" is no Markdown
        return f"« {self.title} » ({number}{reservation})"


@dataclass(frozen=True)
class Registry:
    """All that texts may refer to."""

    sources: Mapping[str, Source]
    contacts: Mapping[str, Contact]
    forms: Mapping[str, Form]


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The project's registry, read once."""
    sources = _load(CONTENT / "sources.yaml")
    return Registry(
        sources={
            key: Source(entry["title"], entry["url"], entry.get("date"), entry["seen"])
            for key, entry in {**sources["pages"], **sources["articles"]}.items()
        },
        contacts={k: Contact(**v) for k, v in _load(CONTENT / "contacts.yaml").items()},
        forms={
            k: Form(v["title"], v["number"], v["confidence"], tuple(v["facts"]))
            for k, v in _load(CONTENT / "forms.yaml").items()
        },
    )
