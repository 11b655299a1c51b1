"""What a person typed, made safe: length, identifiers, no commands to Rasa; a choice becomes what it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.message import Choice
from bot.dialogue.replies.choices import figure_of, rank_of
from bot.dialogue.replies.folding import plain as folded
from bot.directory.communes.gazetteer import departments_named
from bot.privacy.redaction import redact

LONGEST_MESSAGE = 2000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# "Celui de la Réunion", "oui dans le 93": the words that only point.
_POINTS_AT = re.compile(
    r"^(?:(?:oui|non|plutot|alors|moi|c est|celui|celle|la ville|la commune|"
    r"dans|en|a|au|du|de|des|d|le|la|les|l) )+(?=\w)"
)
_DEPARTMENT = re.compile(r"\((2[AB]|\d{2,3})\)$")
# Any white space between: Rasa takes it away before it looks for a command.
_SLASHES = re.compile(r"^[/\s]+")


@dataclass(frozen=True)
class Incoming:
    """`text` is what the dialogue gets (a payload when a choice was picked); `shown` is what the person said."""

    text: str
    shown: str
    masked: tuple[str, ...] = ()
    problem: str = ""


def picked(text: str, choices: Sequence[Choice], *, by_number: bool = True) -> Choice | None:
    """The choice that a typed text names, by its label, or by its number where a number is no answer by itself."""
    said = text.strip()
    figure = figure_of(said)
    if by_number and figure and 0 < int(figure) <= len(choices):
        return choices[int(figure) - 1]
    if figure and not by_number:
        return None
    rank = rank_of(said, len(choices)) if by_number and re.search("[A-Za-z]", said) else 0
    if 0 < rank <= len(choices):
        return choices[rank - 1]
    exact = next((choice for choice in choices if folded(choice.label) == folded(said)), None)
    return exact or _part_of_one(said, choices)


def _part_of_one(said: str, choices: Sequence[Choice]) -> Choice | None:
    """The one reply whose label holds these words ("par mois"), or ends with this code ("le 93", "à la Réunion")."""
    words = folded(said)
    replies = [choice for choice in choices if not choice.payload.startswith("/")]
    towns = [choice for choice in replies if _DEPARTMENT.search(choice.label)]
    if towns:  # elsewhere "non professionnelle" must stay what it is
        words = _POINTS_AT.sub("", words)
    departments = departments_named(words) if towns else frozenset()
    if departments:
        found = [c for c in towns if (code := _DEPARTMENT.search(c.label)) and code[1] in departments]
    elif words.isdigit() or len(words) < 3:
        found = [choice for choice in replies if choice.label.lower().endswith(f"({words})")]
    else:
        found = [choice for choice in replies if f" {words} " in f" {folded(choice.label)} "]
    return found[0] if len(found) == 1 else None


def clean(text: str, choices: Sequence[Choice] = (), *, by_number: bool = True) -> Incoming:
    """Read one typed message; `problem` is "vide" or "trop_long" when there is nothing to hand on.

    A leading "/" would be a command to Rasa: it is taken away from what people type.
    """
    plain = _CONTROL.sub(" ", text).strip()
    if not plain or not re.search(r"\w|\?", plain):
        return Incoming("", plain, problem="vide")
    if len(plain) > LONGEST_MESSAGE:
        return Incoming("", "", problem="trop_long")
    choice = picked(plain, choices, by_number=by_number)
    if choice is not None:
        return Incoming(choice.payload, choice.label)
    masked = redact(_SLASHES.sub("", plain))
    return Incoming(masked.text, masked.text, masked.found)
