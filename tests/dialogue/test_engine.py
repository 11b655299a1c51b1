"""What one message does to a guide, without Rasa: every kind of turn."""

from __future__ import annotations

import pytest

from bot.dialogue.engine import next_question
from bot.dialogue.turn import PENDING
from tests.dialogue.speech import (
    ELIGIBILITY,
    NOTHING,
    ON,
    labels_of,
    say,
    skip_to,
    small_talk,
    subject,
    talk,
    through,
    words_of,
)

EMPLOYEE = {
    "scheme": "salarié", "stop_date": "juin 2024", "origin": "non", "birth_date": "50 ans",
    "hours_last_12_months": "700 heures", "affiliation_date": "oui",
}  # fmt: skip
STOPPED = talk("salarié", "non", "juin 2024")


def test_an_answer_is_kept_and_the_next_question_asked() -> None:
    turn, state = say(ELIGIBILITY, "salariée")
    assert turn.kind == "answered"
    assert state.facts == {"scheme": "general_employee"}
    assert state.asked == "origin"


def test_what_is_typed_is_said_back_what_is_picked_is_not() -> None:
    picked, state = say(ELIGIBILITY, "Salarié agricole (MSA)")
    assert picked.messages == ()
    typed, _ = say(skip_to("stop_date", state), "juin 2024")
    assert "juin 2024" in words_of(*typed.messages)


def test_a_reply_that_cannot_be_read_is_asked_again_otherwise_then_counted_as_unknown() -> None:
    first, state = say(talk("salarié", "non"), "blabla")
    second, state = say(state, "blabla")
    assert (first.kind, second.kind) == ("misread", "misread")
    assert words_of(*first.messages) != words_of(*second.messages)
    third, state = say(state, "blabla")
    assert third.kind == "answered"
    assert state.facts["stop_date"] == "unknown"


@pytest.mark.parametrize("sigh", ["pfff", "euh", "hmm..."])
def test_a_sigh_is_no_other_subject(sigh: str) -> None:
    assert say(STOPPED, sigh, subject("aide"))[0].kind == "misread"


def test_a_question_about_something_else_is_a_digression() -> None:
    turn, state = say(STOPPED, "au fait, quelles ressources faut-il déclarer ?", subject("ressources_a_declarer"))
    assert turn.kind == "digression"
    assert state.asked == STOPPED.asked


@pytest.mark.parametrize("reply", ["54 ans", "mars 1970", "je suis né en 1970", "j'ai 54 ans"])
def test_a_reply_that_resembles_a_subject_is_a_reply(reply: str) -> None:
    asked_age = skip_to("birth_date", STOPPED)
    assert say(asked_age, reply, subject("retraite_passage"))[0].kind == "answered"


def test_sure_distress_comes_before_everything() -> None:
    turn, _ = say(STOPPED, "je veux mourir", small_talk("detresse").__class__("detresse", True, sure=True))
    assert turn.kind == "digression"


def test_the_button_of_another_subject_leaves_the_question() -> None:
    assert say(STOPPED, "/categories", subject("categories"))[0].kind == "digression"


def test_stopping_again_why_simpler_and_back() -> None:
    assert say(STOPPED, "stop")[0].kind == "stopped"
    why, state = say(STOPPED, "pourquoi ?")
    assert (why.kind, state.asked) == ("explained", STOPPED.asked)
    assert "CSS" in words_of(*why.messages) or why.messages[0].sources
    assert say(STOPPED, "plus simple")[0].ask is False
    assert say(STOPPED, "répète")[0].messages == ()
    back, state = say(STOPPED, "retour")
    assert (back.kind, state.asked) == ("back", "stop_date")
    assert "stop_date" not in state.facts


def test_going_back_from_the_first_question_says_so() -> None:
    assert "première question" in words_of(*say(ELIGIBILITY, "retour")[0].messages)


def test_starting_again_forgets_the_facts() -> None:
    turn, state = say(STOPPED, "on recommence", small_talk("recommencer"))
    assert turn.kind == "restarted"
    assert state.facts == {}
    assert state.asked == "scheme"


def test_a_date_that_resembles_an_order_to_start_again_forgets_nothing() -> None:
    _, state = say(talk("artisan"), "début 2025", small_talk("recommencer"))
    assert state.facts == {"scheme": "self_employed"}


def test_the_last_answer_is_corrected_by_its_kind() -> None:
    turn, state = say(STOPPED, "en fait c'était en mars 2023")
    assert turn.kind == "corrected"
    assert state.facts["stop_date"] == "2023-03"


def test_an_earlier_answer_is_corrected_by_its_name_or_by_its_unit() -> None:
    later = through("capacity_reduction_two_thirds", **EMPLOYEE)
    for correction in ("en fait c'est 500 heures", "je me suis trompé, 500 h"):
        turn, state = say(later, correction)
        assert turn.kind == "corrected"
        assert state.facts["hours_last_12_months"] == "500"
        assert {**state.facts, "hours_last_12_months": "700"} == later.facts


def test_what_is_not_clear_is_asked_and_the_difference_is_enough() -> None:
    few_hours = talk("200 heures", start=skip_to("hours_last_12_months", STOPPED))
    state = skip_to("gross_pay_last_12_civil_months", few_hours)
    turn, waiting = say(state, "1800")
    assert turn.ask is False
    assert len(labels_of(turn.messages[0])) == 2
    assert waiting.said[PENDING] == "1800"
    done = talk("par mois", start=waiting)
    assert done.facts["gross_pay_last_12_civil_months"] == "21600"
    assert PENDING not in done.said


def test_nothing_is_asked_once_the_result_is_certain() -> None:
    state = talk("fonctionnaire")
    assert state.asked is None
    assert next_question(state, ON) is None


def test_without_a_question_pending_a_message_belongs_elsewhere() -> None:
    assert say(talk("fonctionnaire"), "bonjour", NOTHING)[0].kind == "digression"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("j'ai fait 500 heures", "hours_last_12_months", "500"),
        ("j'ai 54 ans", "birth_date", None),
        ("le médecin-conseil m'a reconnu", "capacity_reduction_two_thirds", "yes"),
    ],
)
def test_an_answer_to_a_question_still_to_come_is_kept(text: str, field: str, value: str | None) -> None:
    turn, state = say(talk("salarié"), text)
    assert turn.kind == "answered"
    assert state.asked == "origin"
    assert field in state.facts
    assert value in {None, state.facts[field]}
    assert "C'est noté, pour" in words_of(*turn.messages)


def test_a_reply_that_cannot_be_true_is_said_to_be_so_and_nothing_is_lost() -> None:
    asked_affiliation = through("affiliation_date", **EMPLOYEE)
    turn, state = say(asked_affiliation, "septembre 2025")
    assert turn.kind == "misread"
    assert "ne vont pas ensemble" in words_of(*turn.messages)
    assert state.facts == asked_affiliation.facts
    assert state.asked == "affiliation_date"
    assert talk("oui", start=state).facts["affiliation_date"]
    insisted = talk("septembre 2025", "septembre 2025", start=state)
    assert "affiliation_date" in insisted.facts
