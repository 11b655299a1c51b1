"""Choices as buttons of a messenger: whole labels where they can be read, else numbers below a list of the labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.rendering.numbered import NUMBER, choices_text


@dataclass(frozen=True)
class Button:
    """What it shows, and the id of the choice that it sends back."""

    caption: str
    identifier: str


@dataclass(frozen=True)
class Buttons:
    """The buttons of a message, in the order of its choices; `listed`: what its text must say of them, if anything."""

    listed: str
    each: tuple[Button, ...]

    @property
    def numbers_only(self) -> bool:
        """Whether they show nothing but the numbers of the list."""
        return bool(self.listed) and all(button.caption.isdecimal() for button in self.each)


def buttons(said: Mapping[str, Any], longest: int, most: int, *, is_last: bool = True) -> Buttons:
    """The buttons of a message in its JSON form: `most` of them, captions of `longest` characters.

    `is_last`: nothing is said after it. Where a number is itself an answer, or means a choice of a later message, a
    caption too long ends in "…" rather than being a number. Choices without an id are only listed.
    """
    choices = said.get("choices", ())
    if not all("id" in choice for choice in choices):  # said outside a conversation: nothing to send back
        return Buttons(choices_text(said, is_last=is_last), ())
    labels = [choice["label"] for choice in choices]
    if len(labels) <= most and all(len(label) <= longest for label in labels):
        captions, listed = labels, ""
    else:
        means_a_choice = is_last and said.get("expects") != NUMBER
        captions = _numbers(labels) if means_a_choice else [_cut(label, longest) for label in labels]
        listed = choices_text(said, is_last=is_last)
    pairs = zip(captions[:most], choices, strict=False)
    return Buttons(listed, tuple(Button(caption, choice["id"]) for caption, choice in pairs))


def _numbers(labels: list[str]) -> list[str]:
    return [str(number) for number, _label in enumerate(labels, 1)]


def _cut(label: str, longest: int) -> str:
    return label if len(label) <= longest else f"{label[: longest - 1].rstrip()}…"
