"""Answers for the person who asks: adapted, behind a warning, or those of another scheme; what was used is said."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.catalogue import catalogue
from bot.answers.message import Message
from bot.answers.person import NOBODY, VALUES, Person
from bot.answers.plain_text import block_text, plain_text
from bot.answers.registry import registry
from bot.dialogue.answering import answers_to, noted, said_again
from bot.dialogue.for_whom import adapts_to, answer_for, changes
from bot.dialogue.people import people_words

ON = date(2026, 11, 21)
CIVIL_SERVANT = Person(scheme="civil_servant")
TAKEN = "J'ai répondu pour votre cas"


def closing(message: Message) -> str:
    return "\n".join(block_text(block) for block in message.closing)


def first(message: Message) -> str:
    return block_text(message.blocks[0])


def test_nothing_is_added_for_nobody() -> None:
    message = answer_for(NOBODY, "montant_maximum", ON)
    assert (message.topic, closing(message)) == ("montant_maximum", "")


def test_what_was_taken_into_account_is_said() -> None:
    message = answer_for(Person(category=2, account=True), "montant_maximum", ON)
    assert "2\u202f002,50" in first(message)
    assert "1\u202f201,50" not in plain_text(message)
    assert TAKEN in closing(message)
    assert "catégorie 2" in closing(message)
    assert "compte ameli" not in closing(message), "a fact that changes nothing is not told"


@pytest.mark.parametrize("scheme", ["civil_servant", "special_scheme"])
def test_a_scheme_that_others_serve_is_sent_to_them(scheme: str) -> None:
    message = answer_for(Person(scheme=scheme), "montant_calcul", ON)
    assert message.topic == "fonctionnaires"
    assert first(message) == people_words().outside_scheme[scheme].lead
    assert TAKEN in closing(message)


def test_what_is_said_instead_can_be_said_more_simply_and_once() -> None:
    usual = said_again(["montant_calcul", "demande_comment"], CIVIL_SERVANT, ON, "usual")
    simple = said_again(["montant_calcul", "demande_comment"], CIVIL_SERVANT, ON, "simple")
    assert [message.topic for message in (*usual, *simple)] == ["fonctionnaires", "fonctionnaires"]
    assert plain_text(simple[0]) != plain_text(usual[0])


def test_an_answer_that_does_not_hold_stands_behind_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    topics = [
        (topic, scheme)
        for topic in catalogue().ids("answers")
        for scheme in ("self_employed", "agri_self_employed", "agri_employee", "general_employee")
        if catalogue()[topic].head.valid_for and scheme not in catalogue()[topic].head.valid_for
    ]
    assert topics
    for topic, scheme in topics:
        message = answer_for(Person(scheme=scheme), topic, ON)
        outside = people_words().outside_scheme[scheme]
        assert first(message) == outside.lead, (topic, scheme)
        assert message.choices[0].payload == f"/{outside.also}"


def test_every_scheme_has_words_and_a_way_on() -> None:
    assert set(people_words().outside_scheme) == {scheme for scheme in VALUES["scheme"] if scheme}
    for words in people_words().outside_scheme.values():
        assert catalogue().is_topic(words.instead or words.also)
        assert set(words.contacts) <= set(registry().contacts)


def test_two_topics_with_one_answer_are_answered_once() -> None:
    messages = answers_to("comment demander, et combien ?", ["demande_comment", "montant_calcul"], CIVIL_SERVANT, ON)
    assert [message.topic for message in messages] == ["fonctionnaires"]


def test_beside_the_answer_for_civil_servants_stands_no_rule_of_employees() -> None:
    messages = answers_to("la CNRACL refuse, que faire ?", ["fonctionnaires", "refus_recours"], NOBODY, ON)
    assert [message.topic for message in messages] == ["fonctionnaires"]


def test_a_topic_that_would_mislead_beside_the_first_is_left_out() -> None:
    messages = answers_to(
        "l'assureur refuse la rente, que faire ?", ["prevoyance_mutuelle", "refus_recours"], NOBODY, ON
    )
    assert [message.topic for message in messages] == ["prevoyance_mutuelle"]
    both = answers_to("refus et prévoyance ?", ["refus_recours", "prevoyance_mutuelle"], NOBODY, ON)
    assert len(both) == 2


def test_several_topics_are_answered_in_order() -> None:
    messages = answers_to("combien, et quand ?", ["montant_calcul", "date_versement"], NOBODY, ON)
    assert [message.topic for message in messages] == ["montant_calcul", "date_versement"]


def test_a_false_belief_is_set_right_first() -> None:
    [message] = answers_to("la mdph m'a donné une pension, combien ?", ["montant_calcul"], NOBODY, ON)
    assert first(message).startswith("Une précision d'abord")


def test_a_named_resource_is_answered() -> None:
    [message] = answers_to("et mes loyers ?", ["ressources_a_declarer"], NOBODY, ON)
    assert first(message).startswith("Loyers")


def test_a_fact_told_alone_is_noted_and_changes_the_last_answer() -> None:
    person = Person(category=2)
    messages = noted("je suis en catégorie 2", person, ["montant_maximum"], ON)
    assert first(messages[0]) == "C'est noté : catégorie 2. J'en tiendrai compte dans mes réponses."
    assert "2\u202f002,50" in first(messages[1])


def test_a_fact_that_changes_nothing_is_only_noted() -> None:
    topic = next(t for t in catalogue().ids("answers") if "account" not in adapts_to(catalogue()[t]))
    assert not changes(catalogue()[topic], Person(account=False))
    assert len(noted("je n'ai pas de compte ameli", Person(account=False), [topic], ON)) == 1


def test_nothing_is_noted_where_nothing_is_told() -> None:
    assert noted("bonjour", NOBODY, ["montant_maximum"], ON) == []
