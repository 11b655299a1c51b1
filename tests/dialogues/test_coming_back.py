"""Leaving a guide and coming back: a silence, another guide, a file asked for too early."""

from __future__ import annotations

import time

import pytest

from actions.moment import LONG_SILENCE_SECONDS
from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model


def test_after_a_long_silence_the_guide_says_where_it_was(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    talk("vérifier ma situation", "salarié", "non")
    later = time.time() + LONG_SILENCE_SECONDS + 60
    monkeypatch.setattr(time, "time", lambda: later)
    reply = talk("alors")
    assert "On reprend" in reply.text
    assert "Salarié du privé" in reply.text
    assert reply.asks == "stop_date"


def test_a_usable_reply_after_a_silence_is_simply_taken(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    talk("vérifier ma situation", "salarié", "non")
    later = time.time() + LONG_SILENCE_SECONDS + 60
    monkeypatch.setattr(time, "time", lambda: later)
    assert talk("mars 2024").asks == "birth_date"


def test_a_guide_left_for_another_is_offered_at_the_end_of_that_one(talk: Talk) -> None:
    talk("estimer ma pension", "salarié")
    reply = talk("calculer mon délai", "fin des indemnités journalières après trois ans", "31 octobre 2026")
    assert reply.result is not None
    assert "Reprendre : Estimer ma pension" in reply.choices
    assert talk("reprendre").asks == "average_annual_pay"


def test_nothing_can_be_printed_before_a_result(talk: Talk) -> None:
    talk("estimer ma pension", "salarié", "stop")
    assert "après un résultat" in talk("je voudrais imprimer un résumé").text


def test_the_files_come_inside_the_message(talk: Talk) -> None:
    talk("calculer mon délai", "salarié", "fin des indemnités journalières après trois ans", "31 octobre 2026")
    (page,) = talk("je voudrais imprimer un résumé").line["replies"][-1]["attachments"]
    assert page["filename"].endswith(".html")
    (dates,) = talk("mets la date dans mon agenda").line["replies"][-1]["attachments"]
    assert "BEGIN:VCALENDAR" in dates["content"]
