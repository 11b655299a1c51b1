"""Days one below the other, from the first to the last, with today among them: readable on a narrow screen."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import french
from bot.answers.pictures.days import Event, bounds, in_order, said, surest
from bot.answers.pictures.picture import Picture
from bot.answers.pictures.svg import ACCENT, LINE, PAPER, WIDTH, Drawn, diamond, drawing, tag, width_of, words

TITLE = "Vos dates, dans l'ordre"
COLUMNS = ("Date", "Événement", "À noter")
TODAY, DEADLINE, PAST_DEADLINE = "Aujourd'hui", "Date limite", "Date limite passée"
_AXIS, _WORDS, _TOP, _GAP = 16.0, 36.0, 22.0, 16.0
_CHARACTERS = int((WIDTH - _WORDS) / width_of("m", strong=True))


@dataclass(frozen=True)
class _Step:
    """One mark on the line, with its words."""

    when: str
    label: str
    note: str = ""

    @property
    def lines(self) -> tuple[tuple[str, bool], ...]:
        """What is written beside the mark, and whether it is strong."""
        parts = ((self.when, True), (self.label, False), (self.note, False))
        return tuple((line, strong) for text, strong in parts for line in _wrapped(text))


def time_line(events: Sequence[Event], today: date) -> Picture:
    """The days in order; deadlines are diamonds, other days circles, today a triangle; words say all of it too."""
    ordered = in_order(events)
    steps = [_Step(said(event.day), event.label, _note(event, today)) for event in ordered]
    # What happens today still lies ahead, so today comes first.
    place = sum(1 for event in ordered if (surest(event.day) or date.max) < today)
    steps.insert(place, _Step(french.day(today), TODAY))
    description = _description(ordered, today)
    rows = tuple((step.when, step.label, step.note) for step in steps)
    return Picture(TITLE, _svg(steps, place, description), description, COLUMNS, rows)


def _note(event: Event, today: date) -> str:
    if not event.is_deadline:
        return ""
    return PAST_DEADLINE if bounds(event.day)[1] < today else DEADLINE


def _description(ordered: Sequence[Event], today: date) -> str:
    text = f"Ces dates viennent de vos réponses. Nous sommes le {french.day(today)}."
    ahead = [event for event in ordered if event.is_deadline and (day := surest(event.day)) and day >= today]
    if ahead:
        text += f" Prochaine date limite\u00a0: {said(ahead[0].day)}."
    return f"{text} Faites vérifier ces dates par votre caisse."


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _CHARACTERS, break_on_hyphens=False)


def _svg(steps: Sequence[_Step], place: int, description: str) -> str:
    parts: list[Drawn] = []
    marks: list[float] = []
    y = _TOP
    for index, step in enumerate(steps):
        marks.append(y - 5)
        parts.append(_mark(step, marks[-1], is_today=index == place))
        for line, strong in step.lines:
            parts.append(words(line, _WORDS, y, strong=strong))
            y += LINE
        y += _GAP
    return drawing("time-line", TITLE, description, y - _GAP, _axis(marks, place), *parts)


def _axis(marks: Sequence[float], place: int) -> Drawn:
    """The line behind the marks: whole up to today, broken after."""
    stroke: dict[str, str | float] = {"stroke": "currentColor", "stroke_width": 2}
    past = tag("line", x1=_AXIS, x2=_AXIS, y1=marks[0], y2=marks[place], **stroke)
    ahead = tag("line", x1=_AXIS, x2=_AXIS, y1=marks[place], y2=marks[-1], stroke_dasharray="3 5", **stroke)
    return tag("g", past, ahead)


def _mark(step: _Step, y: float, *, is_today: bool) -> Drawn:
    edge: dict[str, str | float] = {"stroke": PAPER, "stroke_width": 2}
    if is_today:
        corners = f"{_AXIS - 8:g},{y - 8:g} {_AXIS + 9:g},{y:g} {_AXIS - 8:g},{y + 8:g}"
        return tag("polygon", points=corners, fill=ACCENT, **edge)
    if step.note:
        return diamond(_AXIS, y, 10, **edge)
    return tag("circle", cx=_AXIS, cy=y, r=6, fill=PAPER, stroke="currentColor", stroke_width=4)  # half of it is seen
