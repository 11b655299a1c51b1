"""Lines of JSON in and out, for programs that talk to the assistant."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import click

from bot.cli.errors import BadInput


def read(lines: Iterable[str], *needed: str, lists: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    """Each line as an object that has the needed keys, as soon as it is there; `lists`: keys that hold a list, if any.

    Raises:
        BadInput: a line is not such an object; the lines before it were served.
    """
    for number, line in _numbered(lines):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadInput(f"Ligne {number} : ce n'est pas du JSON (colonne {error.colno}).") from error
        missing = [key for key in needed if not isinstance(entry, dict) or key not in entry]
        if missing:
            raise BadInput(f"Ligne {number} : il manque « {missing[0]} ».")
        wrong = [key for key in lists if not isinstance(entry.get(key) or [], list)]
        if wrong:
            raise BadInput(f"Ligne {number} : « {wrong[0]} » doit être une liste.")
        yield entry


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    try:
        yield from enumerate(lines, 1)
    except UnicodeDecodeError as error:
        raise BadInput("L'entrée doit être du texte en UTF-8.") from error


def write(entry: dict[str, Any]) -> None:
    """One line, at once."""
    click.echo(json.dumps(entry, ensure_ascii=False))
