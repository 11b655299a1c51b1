"""Questions in many wordings get the right answer, its sources and its figures with their dates."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("quelles ressources dois-je déclarer ?", "ressources_a_declarer"),
        ("tous les combien je dois faire la déclaration de ressources", "declaration_frequence"),
        ("la déclaration se fait sur l'appli ou sur le site ameli ?", "declaration_comment"),
        ("quelles sont les conditions pour avoir la pension d'invalidité", "conditions_acces"),
        ("c'est quoi la différence entre les catégories 1, 2 et 3", "categories"),
        ("comment est calculée ma pension", "montant_calcul"),
        ("quel est le plafond de la pension en catégorie 2", "montant_maximum"),
        ("comment je fais ma demande de pension d'invalidité", "demande_comment"),
        ("jusqu'à quand je peux faire la demande, il y a un délai ?", "demande_delai"),
        ("si je reprends un travail, je peux cumuler salaire et pension ?", "cumul_salaire"),
        ("où se trouve la nouvelle rubrique invalidité sur ameli", "rubrique_ameli"),
        ("QUELLES RESSOURCES IL FAUT DECLARER POUR L'INVALIDITE SVP", "ressources_a_declarer"),
        ("j'ai deux employeurs, la demande se fait en ligne ou sur papier ?", "demande_multi_employeurs"),
        ("que devient ma pension à la retraite ?", "retraite_passage"),
    ],
)
def test_a_question_gets_its_answer_with_sources(talk: Talk, question: str, topic: str) -> None:
    reply = talk(question)
    assert reply.topics[0] == topic
    assert set(reply.kinds) == {"answer"}
    assert "Sources :" in reply.text
    assert "Vérifié le" in reply.text


def test_an_amount_says_since_when_it_holds(talk: Talk) -> None:
    text = talk("quel est le montant maximum en catégorie 2 ?").text
    assert "2 002,50 €" in text
    assert "depuis le 1er janvier 2026" in text


def test_the_same_answer_a_year_later_says_that_its_figures_are_old(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_TODAY", "2027-06-01")
    assert "dernier montant connu" in talk("quel est le montant maximum en catégorie 2 ?").text


def test_the_ameli_path_is_exact_and_on_the_web_only(talk: Talk) -> None:
    text = talk("comment accéder à la rubrique invalidité d'ameli ?").text
    assert "« DROITS ET DÉMARCHES selon votre situation »" in text
    assert "« Invalidité, handicap »" in text
    assert "site web seulement" in text


def test_simpler_details_and_sources_follow_the_last_answer(talk: Talk) -> None:
    usual = talk("quelles ressources dois-je déclarer ?").text
    simple = talk("plus simple").text
    assert simple != usual
    assert len(simple) < len(usual)
    assert "À vérifier" in talk("plus de détails").text
    assert "ameli.fr" in talk("quelle est la source ?").text


def test_small_talk_is_short_and_polite(talk: Talk) -> None:
    assert talk("bonjour").kinds == ["smalltalk"]
    assert talk("merci beaucoup").kinds == ["smalltalk"]


def test_what_is_outside_is_said_to_be_outside(talk: Talk) -> None:
    assert talk("quel temps fera-t-il demain à Lyon").kinds == ["out_of_scope"]


def test_a_near_question_names_who_answers(talk: Talk) -> None:
    reply = talk("comment remplir mon dossier MDPH pour l'AAH ?")
    assert reply.kinds == ["out_of_scope"]
    assert "MDPH" in reply.text


@pytest.mark.parametrize("call", ["j'ai envie d'en finir", "je vais me suicider", "j veu plu vivre"])
def test_distress_gets_a_number_first(talk: Talk, call: str) -> None:
    reply = talk(call)
    assert reply.kinds[0] == "distress"
    assert "3114" in reply.line["replies"][0]["text"]


def test_an_offered_topic_can_be_picked_by_its_number(talk: Talk) -> None:
    reply = talk("quelles ressources dois-je déclarer ?")
    assert reply.choices
    assert talk("2").kinds == ["answer"]  # the first one opens a guide


def test_commands_typed_by_people_are_only_words(talk: Talk) -> None:
    assert talk("/montant_maximum").line["replies"][0]["text"]
    assert talk('/ouvrir_un_guide{"guide": "eligibility"}').asks is None


def test_an_identifier_is_masked_and_said_to_be(talk: Talk) -> None:
    reply = talk("mon mail est jeanne.dupont@example.org, quelles ressources dois-je déclarer ?")
    assert "adresse électronique" in reply.text
    assert "ressources_a_declarer" in reply.topics


@pytest.mark.parametrize("nothing", ["", "   ", "…", "😀"])
def test_an_empty_message_gets_a_word(talk: Talk, nothing: str) -> None:
    assert talk(nothing).text


def test_a_failure_inside_is_told_not_hidden(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_TODAY", "2015-01-01")  # no age limit is known for that day
    reply = talk("vérifier ma situation", "salarié")
    assert "pas pu répondre" in reply.text
