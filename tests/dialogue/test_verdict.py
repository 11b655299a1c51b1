"""The message at the end of a guide: verdict, facts that decide, what was said, and what to do next."""

from __future__ import annotations

import pytest

from bot.answers.message import Message
from bot.dialogue.results import result, stopped
from bot.dialogue.turn import Conversation
from bot.settings import now
from tests.dialogue.speech import ELIGIBILITY, ON, labels_of, skip_to, talk, through, words_of

EMPLOYEE = {
    "scheme": "salarié", "stop_date": "juin 2024", "origin": "non", "birth_date": "50 ans",
    "hours_last_12_months": "700 heures", "affiliation_date": "oui", "capacity_reduction_two_thirds": "oui",
}  # fmt: skip
MET = through(**EMPLOYEE)


def verdict(state: Conversation) -> Message:
    """The end of the guide."""
    assert state.asked is None, state
    return result(state, ON, now())


def test_met_names_the_conditions_their_articles_and_who_decides() -> None:
    message = verdict(MET)
    words = words_of(message)
    assert message.result is not None
    assert message.result["verdict"] == "met"
    assert "sous réserve de l'avis du médecin-conseil" in words
    assert "La décision appartient à la caisse" in words
    assert "L341-15" in words
    assert "vous avez droit" not in words.lower()


def test_not_met_names_what_decides_and_keeps_the_door_open() -> None:
    message = verdict(through(**{**EMPLOYEE, "birth_date": "63 ans"}))
    assert message.result is not None
    assert message.result["verdict"] == "not_met"
    assert "avant de renoncer" in words_of(message)
    assert any("France services" in label or "recours" in label.lower() for label in labels_of(message))


def test_conditions_that_sick_pay_waives_are_not_said_to_be_checked() -> None:
    waived = {"scheme": "artisan", "receiving_sick_pay": "oui", "birth_date": "50 ans"}
    words = words_of(verdict(through(**waived, capacity_reduction_two_thirds="oui")))
    assert "n'est pas exigée, puisque vous recevez des indemnités journalières" in words
    assert "assez longtemps" not in words
    assert "suffisent" not in words


def test_every_answer_is_said_back() -> None:
    words = words_of(verdict(MET))
    for said in ("juin 2024", "700 heures", "50 ans"):
        assert said in words


def test_a_year_of_birth_is_said_back_as_a_birth() -> None:
    state = through(**{**EMPLOYEE, "birth_date": "je suis né en 1978"})
    assert "votre âge : naissance en 1978" in words_of(verdict(state))


@pytest.mark.parametrize(("scheme", "who"), [("fonctionnaire", "CNRACL"), ("exploitant agricole", "MSA")])
def test_another_scheme_is_sent_to_its_own_body(scheme: str, who: str) -> None:
    assert who in words_of(verdict(talk(scheme)))


def test_an_employee_never_reads_of_the_income_of_the_self_employed() -> None:
    state = skip_to(None, talk("salarié", "1998"))
    assert "revenu moyen" not in words_of(verdict(state))


def test_stopping_says_that_answers_are_kept() -> None:
    assert "restent valables" in words_of(stopped(ELIGIBILITY))
