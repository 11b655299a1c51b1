"""Several questions at once, follow-ups, false beliefs, and what is not understood, as conversations."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model


def test_the_same_question_for_another_category_is_answered_again_for_it(talk: Talk) -> None:
    talk("Comment est calculée la pension d'invalidité de catégorie 1 ?")
    reply = talk("et pour la catégorie 2 ?")
    assert reply.topics == ["montant_calcul"]
    assert reply.text.startswith("Le calcul de la pension\n\nEn catégorie 2, la pension est la moitié")


def test_another_category_is_about_the_answer_just_given(talk: Talk) -> None:
    talk("quel est le montant maximum de la pension ?", "comment contester ?")
    assert talk("et en catégorie 2 ?").topics == ["refus_recours"]


def test_the_same_question_for_somebody_else_is_answered_again_for_them(talk: Talk) -> None:
    talk("Jusqu'à quand peut-on demander la pension d'invalidité ?")
    reply = talk("et pour ma mère ?")
    assert reply.topics == ["demande_delai"]
    assert "Pour votre mère, la règle est la même, selon sa propre situation :" in reply.text


def test_without_a_question_before_it_asks(talk: Talk) -> None:
    reply = talk("et pour la catégorie 2 ?")
    assert reply.kinds == ["choices"]


def test_a_question_beside_a_guide_is_answered_before_it_opens(talk: Talk) -> None:
    reply = talk("je veux vérifier ma situation, et c'est quoi le montant maximum ?")
    assert reply.topics[0] == "montant_maximum"
    assert reply.asks == "scheme"


def test_several_questions_in_the_middle_of_a_guide_leave_its_question_pending(talk: Talk) -> None:
    talk("vérifier ma situation")
    reply = talk("est-ce que la pension est imposable, et quand est-elle versée ?")
    assert {"impots_csg", "date_versement"} <= set(reply.topics)
    assert reply.asks == "scheme"


def test_a_false_belief_is_set_right_before_the_answer(talk: Talk) -> None:
    reply = talk("mon médecin traitant m'a mis en invalidité, à quelle date la pension est versée ?")
    assert reply.topics == ["date_versement"]
    before, _, after = reply.text.partition("Une précision d'abord : c'est le médecin-conseil")
    assert after
    assert len(before) < 80


def test_after_two_messages_that_are_not_understood_people_to_turn_to_are_named(talk: Talk) -> None:
    assert "3646" not in talk("blorf gnap zut").text
    assert "3646" in talk("truc machin chose bidule").text
    talk("quel est le montant maximum de la pension ?")
    assert "3646" not in talk("blorf gnap zut").text
