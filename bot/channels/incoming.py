"""What a person typed, made safe: length, identifiers, no commands to Rasa; a choice becomes what it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.message import Choice
from bot.dialogue.replies.folding import plain as folded
from bot.privacy.redaction import redact

LONGEST_MESSAGE = 2000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Any white space between: Rasa takes it away before it looks for a command.
_SLASHES = re.compile(r"^[/\s]+")


@dataclass(frozen=True)
class Incoming:
    """`text` is what the dialogue gets (a payload when a choice was picked); `shown` is what the person said."""

    text: str
    shown: str
    masked: tuple[str, ...] = ()
    problem: str = ""


def picked(text: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice that a typed text names, by its label or its number."""
    said = text.strip()
    if said.isdecimal() and 0 < int(said) <= len(choices):
        return choices[int(said) - 1]
    exact = next((choice for choice in choices if folded(choice.label) == folded(said)), None)
    return exact or _part_of_one(said, choices)


def _part_of_one(said: str, choices: Sequence[Choice]) -> Choice | None:
    """The one reply whose label holds these words ("par mois"), or ends with this code ("93")."""
    words = folded(said)
    replies = [choice for choice in choices if not choice.payload.startswith("/")]
    if words.isdigit() or len(words) < 3:
        found = [choice for choice in replies if choice.label.lower().endswith(f"({words})")]
    else:
        found = [choice for choice in replies if f" {words} " in f" {folded(choice.label)} "]
    return found[0] if len(found) == 1 else None


def clean(text: str, choices: Sequence[Choice] = ()) -> Incoming:
    """Read one typed message; `problem` is "vide" or "trop_long" when there is nothing to hand on.

    A leading "/" would be a command to Rasa: it is taken away from what people type.
    """
    plain = _CONTROL.sub(" ", text).strip()
    if not plain or not re.search(r"\w|\?", plain):
        return Incoming("", plain, problem="vide")
    if len(plain) > LONGEST_MESSAGE:
        return Incoming("", "", problem="trop_long")
    choice = picked(plain, choices)
    if choice is not None:
        return Incoming(choice.payload, choice.label)
    masked = redact(_SLASHES.sub("", plain))
    return Incoming(masked.text, masked.text, masked.found)
