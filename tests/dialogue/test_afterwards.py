"""What a message does to a result, and what can be taken away from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import icalendar
import pytest

from bot.dialogue.afterwards import afterwards, has_result
from bot.dialogue.corrections import correct
from bot.dialogue.results import result
from bot.dialogue.take_away import for_the_calendar, to_print
from bot.dialogue.turn import Conversation
from tests.dialogue.speech import ON, words_of

MOMENT = datetime(ON.year, ON.month, ON.day, 10)
APPEAL = Conversation(
    "appeal",
    {
        "scheme": "general_employee", "ground": "medical", "notification_date": "2026-11-02",
        "time_limits_stated_in_notice": "yes", "filed_date": "unknown",
    },
    said={"notification_date": "le 2 novembre 2026", "ground": "Mon état de santé ou ma catégorie"},
    history=("scheme", "ground", "notification_date", "time_limits_stated_in_notice", "filed_date"),
)  # fmt: skip
CUMUL = Conversation(
    "cumul",
    {
        "scheme": "general_employee", "category": "1", "average_annual_pay": "24000", "last_year_pay": "20000",
        "monthly_pension": "600", "gross_pay_reference_period": "14000", "replacement_income_reference_period": "0",
        "self_employed_income_last_civil_year": "0",
    },
    history=("scheme", "gross_pay_reference_period"),
)  # fmt: skip


def test_only_a_finished_guide_on_a_rule_has_a_result() -> None:
    assert has_result(APPEAL, ON)
    assert not has_result(replace(APPEAL, facts={"scheme": "general_employee"}), ON)
    assert not has_result(Conversation("nearest_france_services", {"place": "23096"}, history=("place",)), ON)
    assert not has_result(Conversation("", {}), ON)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("redites-moi le résultat", "explained"),
        ("et si le motif est administratif ?", "supposed"),
        ("je conteste le calcul", "answered"),
    ],
)
def test_a_result_is_said_again_supposed_or_changed(text: str, kind: str) -> None:
    turn = afterwards(APPEAL, text, True, ON)
    assert turn is not None
    assert turn.kind == kind


@pytest.mark.parametrize("text", ["merci", "quelles ressources dois-je déclarer ?", "en fait c'était le 3"])
def test_what_is_about_something_else_is_left_alone(text: str) -> None:
    assert afterwards(APPEAL, text, True, ON) is None


def test_a_correction_can_be_taken_back() -> None:
    turn = correct(APPEAL, "en fait la décision date du 12 novembre 2026", ON)
    assert turn is not None
    assert turn.conversation.facts["notification_date"] == "2026-11-12"
    back = afterwards(turn.conversation, "annule la correction", True, ON)
    assert back is not None
    assert back.conversation.facts["notification_date"] == "2026-11-02"


def test_the_time_line_and_the_calendar_hold_the_deadline() -> None:
    message = result(APPEAL, ON, MOMENT)
    assert message.picture is not None
    assert "2 janvier 2027" in words_of(message)
    (file,) = for_the_calendar(APPEAL, ON).attachments
    days = [event.decoded("dtstart") for event in icalendar.Calendar.from_ical(file.content).walk("VEVENT")]
    assert days[0].isoformat() == "2027-01-02"


def test_the_curve_shows_where_the_pension_begins_to_fall() -> None:
    message = result(CUMUL, ON, MOMENT)
    assert message.picture is not None
    assert "1 400 €" in message.picture.description.replace("\u202f", " ").replace("\u00a0", " ")
    assert any("vous" in row[0] for row in message.picture.rows)


def test_no_curve_is_drawn_for_what_the_rule_cannot_count() -> None:
    unsure = replace(CUMUL, facts={**CUMUL.facts, "category": "3"})
    assert result(unsure, ON, MOMENT).picture is None


def test_the_page_to_print_tells_facts_result_and_sources() -> None:
    (file,) = to_print(APPEAL, ON, MOMENT).attachments
    page = file.content.replace("\u202f", " ").replace("\u00a0", " ")
    assert "le 2 novembre 2026" in page
    assert "commission médicale de recours amiable" in page.lower()
    assert "legifrance" in page
