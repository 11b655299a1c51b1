"""A message for a channel that knows only text: its words, then the choices, which are picked by their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

NUMBER = "number"
PICK = "Répondez par un numéro, ou avec vos mots."
PICK_ONE = "Répondez 1, ou avec vos mots."
OR_ELSE = "Vous pouvez aussi répondre :"


def numbered(said: Mapping[str, Any]) -> str:
    """The complete text of a message in its JSON form (its key `text`), and its choices below."""
    return "\n\n".join(part for part in (said["text"], choices_text(said)) if part)


def choices_text(said: Mapping[str, Any]) -> str:
    """The choices one a line, and how to pick one; without numbers where a number is itself an answer."""
    labels = [choice["label"] for choice in said.get("choices", ())]
    if not labels:
        return ""
    if said.get("expects") == NUMBER:
        return "\n".join((OR_ELSE, *(f"- {label}" for label in labels)))
    return "\n".join((*_with_numbers(labels), PICK if len(labels) > 1 else PICK_ONE))


def _with_numbers(labels: Sequence[str]) -> list[str]:
    return [f"{number}. {label}" for number, label in enumerate(labels, 1)]
