"""Answers due for a new check: read long ago, showing a figure that moves, leaning on a point that nothing settles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answers import french
from bot.answers.catalogue import AnswerFile, Catalogue
from bot.answers.templates import figures_named
from bot.rules.engine.parameters import Parameters

# An answer is compared with its sources again after this long, even if no figure moved.
READ_AGAIN_AFTER = timedelta(days=182)
SOON = timedelta(days=60)


@dataclass(frozen=True, order=True)
class Due:
    """An answer to check again: by when, which one, why."""

    day: date
    where: str
    reason: str

    def line(self, on: date) -> str:
        """For the terminal."""
        return f"{'à relire' if self.day <= on else f'avant le {french.day(self.day)}'} : {self.where} : {self.reason}"


def due(catalogue: Catalogue, parameters: Parameters, on: date) -> list[Due]:
    """What is due on a day or soon after, the most urgent first; one line an answer and reason."""
    entries = [entry for entry in catalogue.values() if entry.folder != "conversation"]
    found = [one for entry in entries for one in _of(entry, parameters)]
    return sorted(one for one in found if one.day <= on + SOON)


def unsettled(catalogue: Catalogue) -> list[str]:
    """The answers that lean on a point that no text settles, with the points."""
    named = {entry: [fact for fact in entry.head.facts if fact.startswith("U-")] for entry in catalogue.values()}
    return [f"{entry.folder}/{entry.id}.md : {', '.join(points)}" for entry, points in named.items() if points]


def _of(entry: AnswerFile, parameters: Parameters) -> Iterator[Due]:
    where, read = f"{entry.folder}/{entry.id}.md", entry.head.verified_on
    yield Due(read + READ_AGAIN_AFTER, where, f"comparée à ses sources le {french.day(read)}")
    shown = [parameters[name] for name in figures_named(entry.head.short, entry.body, entry.details, entry.simple)]
    moving = [parameter for parameter in shown if parameter.due > read]
    if moving:
        first = min(parameter.due for parameter in moving)
        labels = sorted(parameter.label for parameter in moving if parameter.due == first)
        more = f" et {len(labels) - 1} autre(s)" if len(labels) > 1 else ""
        yield Due(first, where, f"chiffre attendu, « {labels[0]} »{more}")
