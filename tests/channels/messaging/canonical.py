"""Canonical messages for renderers: every topic of the content, and invented ones with everything in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from bot.answers.catalogue import catalogue
from bot.channels.conversation import Said, content_message


def with_ids(message: Said) -> Said:
    """The message as the door gives it: payloads replaced by ids."""
    choices = [{"id": f"id-{rank}", "label": choice["label"]} for rank, choice in enumerate(message.get("choices", ()))]
    return {**message, "choices": choices}


@cache
def topics() -> list[Said]:
    """Every text of the content."""
    return [with_ids(content_message(name)) for name in catalogue()]


def invented(text: str = "Texte.", labels: Sequence[str] = (), **fields: Any) -> Said:
    """A message with these words and choices."""
    choices = [{"id": f"id-{rank}", "label": label} for rank, label in enumerate(labels)]
    return {"kind": "question", "text": text, "blocks": [], "choices": choices, **fields}


def squeezed(text: str) -> str:
    """The words alone: parts are cut at blanks."""
    return " ".join(text.split())


def content(name: str) -> str:
    """The words of a text of the content."""
    return str(content_message(name)["text"])
