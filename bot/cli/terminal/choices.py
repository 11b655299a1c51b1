"""The choices of a message, one a line, picked by a number or by their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.cli.terminal.lines import Piece, Screen

NUMBER = "number"
IN_WORDS = "Un nombre, ou l'une de ces réponses en toutes lettres :"
# After these a choice asks for something more; after the others it answers.
_ASKS_MORE = {"answer", "verdict", "places", "out_of_scope"}


def choice_lines(said: Mapping[str, Any], screen: Screen, *, by_number: bool) -> list[str]:
    """Without numbers where they would not pick: a number is awaited, or other choices came since."""
    labels = [choice["label"] for choice in said.get("choices", ())]
    if not labels:
        return []
    if not by_number:
        heading = IN_WORDS if said.get("expects") == NUMBER else f"{_offer(said)} :"
        return screen.text(heading) + [line for label in labels for line in screen.text(label, first="  – ")]
    lines = screen.text(f"{_offer(said)} (un numéro suffit) :")
    for number, label in enumerate(labels, 1):
        mark = f"{number}."
        aligned = " " * (2 + len(str(len(labels))) - len(str(number)))
        lines += screen.wrapped([Piece(mark, "strong"), Piece(f" {label}")], aligned, " " * len(f"{aligned}{mark} "))
    return lines


def _offer(said: Mapping[str, Any]) -> str:
    return "Vous pouvez aussi demander" if said["kind"] in _ASKS_MORE else "Réponses proposées"
