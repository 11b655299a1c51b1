"""The calendar file, read back by the library."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

import pytest
from icalendar import Calendar
from icalendar import Event as Entry

from bot.answers.pictures.days import Event
from bot.answers.take_away.calendar import PRODUCT, calendar_file
from bot.rules.engine.span import Span

MADE_ON = date(2026, 11, 21)
DEADLINE = Event(date(2027, 3, 5), "Dernier jour pour demander, puis écrire ; à la caisse", is_deadline=True)
DECLARATION = Event(date(2026, 12, 5), "Prochaine déclaration")
PAST = Event(date(2026, 11, 20), "Décision reçue", is_deadline=True)
UNDATED = Event(Span(date.min, date.max), "Sans date", is_deadline=True)


def calendar(*events: Event) -> Calendar:
    read = Calendar.from_ical(calendar_file(events, MADE_ON))
    assert isinstance(read, Calendar)
    return read


def entries(*events: Event) -> list[Entry]:
    return calendar(*events).events


def test_the_file_is_as_the_norm_wants() -> None:
    text = calendar_file([DEADLINE, DECLARATION], MADE_ON)
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read = calendar(DEADLINE)
    assert (read["PRODID"], read["VERSION"], read["METHOD"]) == (PRODUCT, "2.0", "PUBLISH")


def test_days_are_whole_days_in_order_and_leave_the_person_free() -> None:
    first, second = entries(DEADLINE, DECLARATION)
    assert (first.start, first.end) == (date(2026, 12, 5), date(2026, 12, 6))
    assert type(first["DTSTART"].dt) is date
    assert second.start == date(2027, 3, 5)
    assert first["TRANSP"] == "TRANSPARENT"
    assert first["CLASS"] == "PRIVATE"
    assert first["DTSTAMP"].dt == datetime(2026, 11, 21, tzinfo=timezone.utc)


def test_the_words_are_kept_and_send_to_the_fund() -> None:
    declaration, deadline = entries(DEADLINE, DECLARATION)
    assert declaration["SUMMARY"] == "Prochaine déclaration (à vérifier avec votre caisse)"
    assert deadline["SUMMARY"] == f"Date limite\u00a0: {DEADLINE.label} (à vérifier avec votre caisse)"
    assert declaration["DESCRIPTION"] == "Date calculée d'après vos réponses, à vérifier avec votre caisse."
    assert deadline["DESCRIPTION"].endswith("N'attendez pas le dernier jour.")


def test_a_deadline_is_recalled_in_the_morning_two_weeks_and_three_days_before() -> None:
    declaration, deadline = entries(DEADLINE, DECLARATION)
    assert declaration.walk("VALARM") == []
    alarms = deadline.walk("VALARM")
    midnight = datetime(2027, 3, 5)
    assert [midnight + alarm["TRIGGER"].dt for alarm in alarms] == [
        datetime(2027, 2, 19, 9),
        datetime(2027, 3, 2, 9),
    ]
    assert [alarm["ACTION"] for alarm in alarms] == ["DISPLAY", "DISPLAY"]
    assert [alarm["DESCRIPTION"].split("\u00a0:")[0] for alarm in alarms] == ["Dans 14 jours", "Dans 3 jours"]


@pytest.mark.parametrize(("days", "reminders"), [(0, 0), (2, 0), (3, 1), (13, 1), (14, 2)])
def test_a_reminder_that_would_already_be_past_is_left_out(days: int, reminders: int) -> None:
    (entry,) = entries(Event(MADE_ON + timedelta(days=days), "Délai", is_deadline=True))
    assert len(entry.walk("VALARM")) == reminders


def test_a_day_between_two_bounds_is_entered_on_the_first_and_says_so() -> None:
    (entry,) = entries(Event(Span(date(2027, 3, 1), date(2027, 3, 31)), "Délai", is_deadline=True))
    assert entry.start == date(2027, 3, 1)
    assert "Date exacte non connue\u00a0: mars 2027." in entry["DESCRIPTION"]


def test_what_is_past_or_has_no_date_is_left_out() -> None:
    assert [entry.start for entry in entries(PAST, UNDATED, DECLARATION)] == [date(2026, 12, 5)]
    assert calendar_file([PAST, UNDATED], MADE_ON) == ""
    assert calendar_file([], MADE_ON) == ""


def test_identifiers_are_always_the_same_for_the_same_day_and_differ_otherwise() -> None:
    assert calendar_file([DEADLINE, DECLARATION], MADE_ON) == calendar_file([DECLARATION, DEADLINE], MADE_ON)
    once, later = entries(DEADLINE)[0], Calendar.from_ical(calendar_file([DEADLINE], date(2026, 12, 1))).events[0]
    assert once["UID"] == later["UID"]
    others = entries(
        DEADLINE, DECLARATION, DEADLINE._replace(day=date(2027, 3, 6)), DECLARATION._replace(label="Autre")
    )
    assert len({entry["UID"] for entry in others}) == 4
    assert all(re.fullmatch(r"[0-9a-f-]{36}", entry["UID"]) for entry in others)


def test_the_same_day_given_twice_is_there_once() -> None:
    assert len(entries(DEADLINE, DEADLINE)) == 1


def test_words_cannot_add_lines_to_the_file() -> None:
    hostile = "Délai\r\nEND:VEVENT\nATTACH:https://x.example"
    (entry,) = entries(Event(MADE_ON, hostile, is_deadline=True))
    assert "ATTACH" not in entry
    assert "END:VEVENT" in entry["SUMMARY"]
