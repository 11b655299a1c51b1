"""Answers that take into account what the person said: of themselves, of a resource, now or earlier."""

from __future__ import annotations

import pytest

from bot.answers.catalogue import catalogue
from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model

TAKEN = "J'ai répondu pour votre cas"


def test_the_category_of_the_question_gives_its_own_figure(talk: Talk) -> None:
    text = talk("quel est le montant maximum en catégorie 2 ?").text
    assert "2 002,50 €" in text
    assert "1 201,50 €" not in text
    assert "J'ai répondu pour votre cas : catégorie 2." in text


def test_what_was_only_asked_about_is_not_remembered(talk: Talk) -> None:
    talk("quel est le montant maximum en catégorie 2 ?")
    assert "1 201,50 €" in talk("comment est calculée la pension ?").text


def test_what_was_said_of_oneself_is_remembered(talk: Talk) -> None:
    talk("bonjour, je suis en invalidité catégorie 2 depuis un an")
    text = talk("quel est le montant maximum de la pension ?").text
    assert "2 002,50 €" in text
    assert "1 201,50 €" not in text


def test_what_was_said_can_be_put_right(talk: Talk) -> None:
    talk("je suis en catégorie 2, quel est le montant maximum ?")
    text = talk("en fait je suis en catégorie 1").text
    assert "C'est noté : catégorie 1" in text
    assert "1 201,50 €" in text


def test_a_civil_servant_is_sent_to_those_who_answer(talk: Talk) -> None:
    reply = talk("je suis fonctionnaire titulaire, comment est calculée ma pension d'invalidité ?")
    assert reply.topics == ["fonctionnaires"]
    assert "CNRACL" in reply.text


def test_the_self_employed_have_their_own_rule(talk: Talk) -> None:
    text = talk("je suis artisan, quelles sont les conditions pour avoir la pension d'invalidité ?").text
    assert "4 582 €" in text
    assert "600 heures" not in text


@pytest.mark.parametrize(
    ("home", "fund"),
    [("j'habite à Créteil", "la Cramif"), ("je vis à La Réunion", "la CGSS"), ("j'habite à Melun", "la CPAM")],
)
def test_the_fund_is_that_of_the_place(talk: Talk, home: str, fund: str) -> None:
    text = talk(f"{home}. Comment je fais ma demande de pension d'invalidité ?").text
    assert fund in text
    assert f"caisse compétente en principe : {fund}" in text


def test_without_an_account_the_paper_way_is_given(talk: Talk) -> None:
    reply = talk("je n'ai pas de compte ameli, comment je fais ma demande de pension d'invalidité ?")
    [text] = [said["text"] for said in reply.line["replies"] if said["topic"] == "demande_comment"]
    assert "S4150" in text
    assert "« Mes démarches »" not in text


@pytest.mark.parametrize(
    ("question", "resource", "said"),
    [
        ("et mes loyers ?", "Loyers, intérêts", "réduire la pension : non"),
        ("et l'ARE, ça compte ?", "Chômage (ARE", "seulement si cela vient d'une activité exercée après"),
        ("et la rente de prévoyance ?", "complémentaire de prévoyance", "à signaler : la caisse décidera"),
        ("et le salaire de ma femme ?", "Revenus du conjoint", "réduire la pension : non"),
    ],
)
def test_one_named_resource_is_answered_by_the_rule(talk: Talk, question: str, resource: str, said: str) -> None:
    talk("quelles ressources dois-je déclarer ?")
    reply = talk(question)
    assert reply.topics == ["ressources_a_declarer"]
    assert resource in reply.text
    assert said in reply.text


# A guide speaks for these.
OPENS_A_GUIDE = {"france_services"}


@pytest.mark.parametrize("topic", [topic for topic in catalogue().ids("answers") if topic not in OPENS_A_GUIDE])
def test_every_answer_can_be_said_again_in_every_form(talk: Talk, topic: str) -> None:
    asked = talk(catalogue()[topic].head.label)
    if topic not in asked.topics and catalogue()[topic].head.label in asked.choices:
        talk(catalogue()[topic].head.label)
    said = {ask: talk(ask) for ask in ("plus simple", "plus de détails", "répète", "quelle est la source ?")}
    assert len({reply.text for reply in said.values()}) == len(said)
    assert len({tuple(reply.topics) for reply in said.values()}) == 1


def test_both_answers_of_a_message_are_said_again(talk: Talk) -> None:
    first = talk("comment est calculée ma pension, et quand est-elle versée ?").topics
    assert len(first) == 2
    assert talk("plus simple").topics == first


def test_the_origin_of_a_figure_is_given_with_its_text_and_date(talk: Talk) -> None:
    talk("quel est le montant maximum en catégorie 2 ?")
    text = talk("d'où vient ce chiffre ?").text
    assert "2 002,50 €, depuis le 1er janvier 2026" in text
    assert "code de la sécurité sociale R341-5" in text


def test_after_a_subject_of_others_simpler_words_are_about_it(talk: Talk) -> None:
    talk("comment est calculée ma pension ?")
    assert talk("comment demander le RSA ?").kinds == ["out_of_scope"]
    assert "Caf" in talk("plus simple").text


def test_starting_again_forgets_what_was_said(talk: Talk) -> None:
    talk("je suis en catégorie 2, quel est le montant maximum ?")
    talk("recommencer")
    assert TAKEN not in talk("quel est le montant maximum de la pension ?").text


def test_the_pension_of_a_relative_is_not_ones_own(talk: Talk) -> None:
    talk("je suis fonctionnaire")
    assert talk("pour ma femme, comment est calculée la pension d'invalidité ?").topics == ["montant_calcul"]
