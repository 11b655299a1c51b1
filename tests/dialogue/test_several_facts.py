"""A message that tells more than what was asked, or tells it late."""

from __future__ import annotations

import pytest

from tests.dialogue.speech import ELIGIBILITY, labels_of, say, skip_to, small_talk, subject, talk, through, words_of

EMPLOYEE = {
    "scheme": "salarié", "stop_date": "juin 2024", "origin": "non", "birth_date": "50 ans",
    "hours_last_12_months": "400 heures", "affiliation_date": "oui",
}  # fmt: skip
STOPPED = talk("salarié", "non", "juin 2024")


def test_a_reply_may_tell_more_than_its_answer() -> None:
    turn, state = say(talk("salarié", "non"), "mars 2024 et j'ai 54 ans")
    assert state.facts["stop_date"] == "2024-03"
    assert state.facts["birth_date"].startswith("1971")
    assert "pour votre âge : 54 ans" in words_of(*turn.messages)


def test_a_whole_story_answers_several_questions() -> None:
    _, state = say(ELIGIBILITY, "salariée en CDI, en arrêt depuis janvier 2025, 47 ans")
    assert set(state.facts) == {"scheme", "stop_date", "birth_date"}
    assert state.facts["stop_date"] == "2025-01"
    assert state.asked == "origin"


@pytest.mark.parametrize("reply", ["salariée en CDI depuis 20 ans", "je suis artisan depuis 10 ans"])
def test_how_long_one_works_is_no_age(reply: str) -> None:
    assert set(say(ELIGIBILITY, reply)[1].facts) == {"scheme"}


def test_what_was_not_known_can_be_told_later() -> None:
    state = skip_to("affiliation_date", STOPPED)
    assert state.facts["birth_date"] == "unknown"
    assert say(state, "je suis né en 1970")[1].facts["birth_date"] == "1970"


def test_a_sum_told_ahead_that_is_not_clear_is_asked() -> None:
    state = through("capacity_reduction_two_thirds", **EMPLOYEE | {"gross_pay_last_12_civil_months": "je ne sais pas"})
    turn, waiting = say(state, "je gagnais 2500 brut")
    assert labels_of(turn.messages[0])[0] == "2 500 € par mois"
    done = talk("par mois", start=waiting)
    assert done.facts["gross_pay_last_12_civil_months"] == "30000"
    assert done.asked == "capacity_reduction_two_thirds"


def test_a_short_statement_about_what_is_asked_is_no_other_subject() -> None:
    turn, _ = say(talk("salarié", "non"), "j'ai pas eu d'arrêt", subject("arret_maladie_ij"))
    assert turn.kind == "misread"


@pytest.mark.parametrize(("text", "intent"), [("continuer", "arreter"), ("reprendre", "recommencer")])
def test_going_on_is_neither_stopping_nor_starting_again(text: str, intent: str) -> None:
    turn, state = say(STOPPED, text, small_talk(intent))
    assert turn.kind == "explained"
    assert state.facts == STOPPED.facts


@pytest.mark.parametrize("intent", ["plus_de_details", "quelle_source"])
def test_details_and_sources_are_those_of_the_question(intent: str) -> None:
    turn, state = say(STOPPED, "et la source ?", small_talk(intent))
    assert turn.messages[0].sources
    assert state.misreadings == 0


def test_an_earlier_status_is_corrected_by_its_trade() -> None:
    _, state = say(skip_to("birth_date", STOPPED), "en fait je suis agricultrice")
    assert state.facts["scheme"] == "agri_self_employed"
