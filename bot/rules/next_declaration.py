"""Date de la prochaine déclaration de ressources: the practice of the caisses (F-4.20 to F-4.23).

The text and the practice differ, and some rhythms are not settled (U-8): the date shown in the ameli account prevails.
"""

from __future__ import annotations

from datetime import date

from bot.rules import declaration_frequency
from bot.rules.engine.calendar import add_months
from bot.rules.engine.findings import KNOWN, REDIRECT, TO_CHECK, Finding, Law
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.span import Span
from bot.rules.situation import Situation

NAME = "next_declaration"
LAST, MADE = "last_declaration_date", "declarations_already_made"
_NEXT = Law(
    "date de la dernière déclaration + le rythme en mois",
    ("F-4.20", "F-4.22", "F-4.23"),
    declaration_frequency.SOURCES,
    (LAST, "every_months", declaration_frequency.PERIODS),
)
LAW = {"next_date": _NEXT, "candidates": _NEXT, "every_months": declaration_frequency.LAW["every_months"]}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The day the next declaration is due, counted from the last one; a `Span` when only bounds of it are known.

    `candidates` gives the possible dates, the earliest first, while the rhythm is not certain. `because` gives the
    facts that decide, or "unsettled" when no text does.

    Raises:
        ParameterUnavailable: the rhythms of that day are not known.
    """
    rhythm = declaration_frequency.evaluate(situation, on, parameters)
    if rhythm.verdict == REDIRECT:
        return Finding(NAME, on, REDIRECT, redirect_to=rhythm.redirect_to)
    every = rhythm.outputs["every_months"]
    months: tuple[int, ...] = rhythm.outputs.get("candidates") or (() if every == TO_CHECK else (every,))
    last = situation.last_declaration_date
    dates: tuple[date | Span[date], ...] = ()
    if situation.declarations_already_made == 0:  # nothing to count from, and no use asking for a last date
        because, missing = (MADE,), ()
    else:
        dates = tuple(_later(last, n) for n in months) if isinstance(last, Span) else ()
        because = (*(() if dates or not months else (LAST,)), *rhythm.because)
        # The rhythm finding also asks what decides its channel: that does not move the date.
        asked = (*((LAST,) if last is None else ()), *rhythm.missing)
        missing = tuple(name for name in asked if name == LAST or name in declaration_frequency.RHYTHM_FIELDS)
    return Finding(
        NAME,
        on,
        TO_CHECK if because else KNOWN,
        missing=missing,
        outputs={
            "next_date": dates[0] if len(dates) == 1 else TO_CHECK,
            "candidates": dates if len(dates) > 1 else None,
            "every_months": every,
        },
        mentions=(declaration_frequency.ACCOUNT_PREVAILS,),
        law=LAW,
        because=because,
    )


def _later(last: Span[date], months: int) -> date | Span[date]:
    low, high = (_moved(day, months) for day in (last.low, last.high))
    return low if low == high else Span(low, high)


def _moved(day: date, months: int) -> date:
    """The open end of an interval (`date.max`) has no month after it: it stays where it is."""
    return day if day.year == date.max.year else add_months(day, months)
