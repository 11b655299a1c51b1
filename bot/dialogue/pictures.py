"""The picture that goes with a result: a curve of pay and pension, or the days in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from bot.answers.pictures.curve import cumul_curve
from bot.answers.pictures.picture import Picture
from bot.answers.pictures.time_line import time_line
from bot.dialogue.dated_events import events_of
from bot.dialogue.goals import progress
from bot.dialogue.guides import Guide
from bot.rules import Finding
from bot.rules.engine.calendar import MONTHS_IN_A_YEAR
from bot.rules.engine.findings import KNOWN
from bot.rules.engine.money import NOTHING, cents
from bot.rules.engine.span import parse_amounts

STEPS = 12
ROOM = Decimal("1.1")  # shown beyond the last point that matters
MOST = Decimal(1_000_000)  # euros a year: beyond, there is nothing to draw


def picture_of(guide: Guide, finding: Finding, facts: Mapping[str, str], on: date) -> Picture | None:
    """None when the guide has none, or when too little is known to draw it."""
    if finding.redirect_to or not guide.picture:
        return None
    if guide.picture == "curve":
        return _curve(guide, finding, facts, on)
    events = events_of(guide, finding, facts)
    return time_line(events, on) if events else None


def _curve(guide: Guide, finding: Finding, facts: Mapping[str, str], on: date) -> Picture | None:
    """What one receives a month for each pay, all other facts being the same; a year is spread over its months."""
    pension = _exact(facts.get("monthly_pension"))
    if finding.verdict != KNOWN or not pension:
        return None
    varied = next((name for name in (guide.varies, *guide.none_if_unknown) if _exact(facts.get(name))), guide.varies)
    now = _exact(facts.get(varied)) or NOTHING

    @cache
    def left(pay: Decimal) -> Decimal | None:
        """What is left of the pension in a month, by the rule itself, for a pay of a year."""
        found = progress(guide, {**facts, varied: f"{pay:f}"}, on).finding
        paid = found.outputs.get("monthly_paid") if found else None
        return paid if isinstance(paid, Decimal) else None

    whole_up_to = _last_where(lambda pay: left(pay) == pension)
    suspended_from = _last_where(lambda pay: left(pay) not in (NOTHING, None)) + 1
    if suspended_from > MOST:
        return None
    most = max(suspended_from * ROOM, now * ROOM)
    yearly = sorted({cents(most * step / STEPS) for step in range(STEPS + 1)} | {whole_up_to, suspended_from, now})
    points = {pay: (_monthly(pay), _monthly(pay) + paid) for pay in yearly if (paid := left(pay)) is not None}
    if len(points) < len(yearly):
        return None
    return cumul_curve(list(points.values()), _monthly(whole_up_to), points[now], _monthly(suspended_from))


def _monthly(pay: Decimal) -> Decimal:
    return cents(pay / MONTHS_IN_A_YEAR)


def _last_where(holds: Callable[[Decimal], bool]) -> Decimal:
    """The highest pay of a year, in whole euros, up to which something holds: pays only take away from a pension."""
    low, high = -1, int(MOST)
    while low < high:
        middle = (low + high + 1) // 2
        if holds(Decimal(middle)):
            low = middle
        else:
            high = middle - 1
    return Decimal(max(low, 0))


def _exact(told: str | None) -> Decimal | None:
    """A sum told exactly."""
    try:
        amount = parse_amounts(told)
    except ValueError:
        return None
    return amount.low if amount.exact else None
