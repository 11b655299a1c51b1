"""The days of a result, for its time line and for a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.answers.pictures.days import Event
from bot.dialogue.guides import Guide
from bot.rules import UNKNOWN, Finding
from bot.rules.engine.span import Span, parse_dates


def events_of(guide: Guide, finding: Finding, facts: Mapping[str, str]) -> tuple[Event, ...]:
    """What the guide calls its dates, as far as they are known."""
    dates = [one for one in guide.dates if all(_output(finding, name) in values for name, values in one.when.items())]
    told = ((one, _day(finding.outputs.get(one.name), facts.get(one.name))) for one in dates)
    return tuple(Event(day, one.label, one.deadline) for one, day in told if day is not None)


def _output(finding: Finding, name: str) -> str:
    return str(finding.outputs.get(name))


def _day(computed: Any, told: str | None) -> date | Span[date] | None:
    if isinstance(computed, date) or (isinstance(computed, Span) and isinstance(computed.low, date)):
        return computed
    if computed is not None or told in (None, UNKNOWN):
        return None
    days = parse_dates(told)
    return days.low if days.exact else days
