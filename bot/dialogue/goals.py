"""What a guide works towards: the finding of a rule, or places near somebody; and what is still missing for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.dialogue.guides import Guide
from bot.rules import Finding, Situation, evaluate
from bot.rules.situation import FIELDS

PLACES = "places"


@dataclass(frozen=True)
class Progress:
    """Fields still worth asking, the most influential first, and the finding so far (None for places)."""

    missing: tuple[str, ...]
    finding: Finding | None = None


def situation_from(facts: Mapping[str, str]) -> Situation:
    """The facts told so far, as the rules want them."""
    return Situation.parse_obj({name: value for name, value in facts.items() if name in FIELDS})


def progress(guide: Guide, facts: Mapping[str, str], on: date) -> Progress:
    """How far a guide is, with these facts, on this date.

    Raises:
        ParameterUnavailable: the figures of that date are not known.
    """
    if guide.goal == PLACES:
        return Progress(() if facts.get("place") else ("place",))
    finding = evaluate(guide.goal, situation_from(facts), on)
    return Progress(finding.missing, finding)
