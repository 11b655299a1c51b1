"""A message for a channel that knows only text: its words, then the choices, which are picked by their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

NUMBER = "number"
PICK = "Répondez par un numéro, ou avec vos mots."
PICK_ONE = "Répondez 1, ou avec vos mots."
OR_ELSE = "Vous pouvez aussi répondre :"
OR_ASK = "Vous pouvez aussi demander :"


def numbered(said: Mapping[str, Any], *, is_last: bool = True) -> str:
    """The complete text of a message in its JSON form (its key `text`), and its choices below.

    `is_last`: nothing is said after it; a number always means a choice of the last message.
    """
    return "\n\n".join(part for part in (said["text"], choices_text(said, is_last=is_last)) if part)


def choices_text(said: Mapping[str, Any], *, is_last: bool = True) -> str:
    """The choices one a line, and how to pick one; without numbers where a number would be read as something else."""
    labels = [choice["label"] for choice in said.get("choices", ())]
    if not labels:
        return ""
    if said.get("expects") == NUMBER or not is_last:
        return "\n".join((OR_ELSE if is_last else OR_ASK, *(f"- {label}" for label in labels)))
    return "\n".join((*_with_numbers(labels), PICK if len(labels) > 1 else PICK_ONE))


def _with_numbers(labels: Sequence[str]) -> list[str]:
    return [f"{number}. {label}" for number, label in enumerate(labels, 1)]
