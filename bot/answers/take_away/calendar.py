"""The days ahead as a calendar file (RFC 5545), with reminders before the deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from uuid import UUID, uuid5

from icalendar import CLASS, TRANSP, Alarm, Calendar
from icalendar import Event as Entry

from bot.answers import french
from bot.answers.pictures.days import Event, bounds, in_order, said, surest

PRODUCT = "-//assistant-invalidite//Dates a verifier//FR"
REMINDERS = (14, 3)  # days before a deadline
_AT_NINE = timedelta(hours=9)  # a reminder counted from midnight would ring in the night
# Only to draw identifiers: the same day and words always give the same one, so that no day is there twice.
_OURS = UUID("7e2d6c52-1c0e-5f3b-9a64-3b1d0c8f5a17")
_CHECK = "à vérifier avec votre caisse"


def calendar_file(events: Iterable[Event], made_on: date) -> str:
    """The text of the file, lines ended as the norm wants; "" when nothing lies ahead, for it cannot be empty.

    A day known only between two bounds is entered on the first one: being early harms nobody.
    """
    entries = [_entry(day, event, made_on) for day, event in days_ahead(events, made_on)]
    if not entries:
        return ""
    calendar = Calendar.new(
        prodid=PRODUCT,
        calscale="GREGORIAN",
        method="PUBLISH",
        uid=uuid5(_OURS, "|".join(entry.uid for entry in entries)),
        subcomponents=entries,
    )
    return str(calendar.to_ical().decode("utf-8"))


def calendar_text(events: Iterable[Event], made_on: date) -> str:
    """The same days in words, for channels that send no files."""
    return "\n".join(f"- {french.day(day)} : {_words(event)}" for day, event in days_ahead(events, made_on))


def _words(event: Event) -> str:
    low, high = bounds(event.day)
    label = f"date limite, {event.label}" if event.is_deadline else event.label
    unsure = f"date exacte non connue : {said(event.day)} ; " if low != high else ""
    return f"{label} ({unsure}{_CHECK})"


def days_ahead(events: Iterable[Event], made_on: date) -> list[tuple[date, Event]]:
    """Each event still ahead with the day it is entered on, in order, none twice."""
    known = dict.fromkeys(in_order(events))
    return [(day, event) for event in known if (day := surest(event.day)) and day >= made_on]


def _entry(day: date, event: Event, made_on: date) -> Entry:
    first = "Date limite\u00a0: " if event.is_deadline else ""
    entry: Entry = Entry.new(
        uid=uuid5(_OURS, f"{day}|{event.label}"),
        stamp=datetime(made_on.year, made_on.month, made_on.day, tzinfo=timezone.utc),
        start=day,
        end=day + timedelta(days=1),  # the norm counts the end out
        summary=f"{first}{event.label} ({_CHECK})",
        description=_description(event),
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
        subcomponents=_reminders(day, event, made_on),
    )
    return entry


def _description(event: Event) -> str:
    low, high = bounds(event.day)
    parts = [f"Date calculée d'après vos réponses, {_CHECK}."]
    if low != high:
        parts.append(f"Date exacte non connue\u00a0: {said(event.day)}.")
    if event.is_deadline:
        parts.append("N'attendez pas le dernier jour.")
    return " ".join(parts)


def _reminders(day: date, event: Event, made_on: date) -> list[Alarm]:
    """Those still ahead; some calendars would ring a past one at once."""
    if not event.is_deadline:
        return []
    return [
        Alarm.new_display(
            f"Dans {days} jours\u00a0: {event.label} ({_CHECK})",
            _AT_NINE - timedelta(days=days),
        )
        for days in REMINDERS
        if day - timedelta(days=days) >= made_on
    ]
