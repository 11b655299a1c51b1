"""Whole conversations by SMS and WhatsApp, with the really trained model."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.channels.conversation import content_message
from bot.channels.rendering.numbered import PICK
from bot.channels.rendering.plain_signs import plain_signs
from tests.channels.messaging.twilio.telephone import Telephone, taken

pytestmark = pytest.mark.model

QUESTION = "Quelles ressources dois-je déclarer ?"


def words(texts: list[str]) -> str:
    """Everything said, without the ranks of the parts, with plain signs."""
    return plain_signs("\n\n".join(re.sub(r"^\(\d+/\d+\) ", "", text) for text in texts))


def begins(name: str) -> str:
    """How a text of the content begins."""
    return plain_signs(content_message(name)["text"]).partition(".")[0]


@pytest.fixture(params=["sms", "whatsapp"])
def telephone(request: pytest.FixtureRequest, served: str) -> Telephone:
    """Somebody who never wrote before."""
    return Telephone(served, request.param)


def test_a_question_is_answered_with_its_sources_after_what_this_is(telephone: Telephone) -> None:
    said = words(telephone.say(QUESTION))
    assert said.startswith(begins("premiere_fois_messagerie"))
    assert "https://www.ameli.fr/" in said
    assert "Vérifié le" in said
    assert begins("premiere_fois_messagerie") not in words(telephone.say("et mes loyers ?"))


def test_a_greeting_is_answered_once_with_topics_that_a_number_picks(telephone: Telephone) -> None:
    said = words(telephone.say("Bonjour"))
    assert said.count(begins("premiere_fois_messagerie")) == 1
    assert said.endswith(PICK)
    label = re.search(r"^2\. (.+)$", said, re.M)
    assert label
    picked = words(telephone.say("2"))
    assert picked == words(telephone.say(label[1]))
    assert "Vérifié le" in picked


def test_a_guide_is_gone_through_by_numbers_to_its_result(telephone: Telephone) -> None:
    said = words(telephone.say("vérifier ma situation"))
    for _ in range(25):
        choices = dict(re.findall(r"^(\d+)\. (.+)$", said, re.M))
        unknown = next((number for number, label in choices.items() if label == "Je ne sais pas"), None)
        said = words(telephone.say(unknown or "je ne sais pas"))
        if "Vos réponses" in said:
            break
    assert "D'après vos réponses" in said
    assert "Sources :" in said


def test_a_guide_is_left_by_the_word_that_its_introduction_gives(telephone: Telephone) -> None:
    said = words(telephone.say("estimer ma pension"))
    word = re.search(r'"retour" ou "([^"]+)"', said)
    assert word
    left = words(telephone.say(word[1]))
    assert '"estimer ma pension"' in left
    assert "Répondez" not in left


def test_a_position_gives_the_places_around_it_and_keeps_the_question_that_waits(served: str) -> None:
    telephone = Telephone(served, "whatsapp")
    telephone.say("estimer ma pension")
    places = taken(telephone.post(telephone.fields(name="whatsapp_location")))
    assert "Itinéraire : https://" in words(places)
    assert "Répondez" not in words(places)
    assert "votre régime" in words([*telephone.say("1"), *telephone.say("récapitulatif")])


@pytest.mark.parametrize("broken", [{"Latitude": "91"}, {"Longitude": "nan"}, {"Latitude": "ici"}, {"Latitude": ""}])
def test_a_position_that_is_nowhere_is_no_position(served: str, broken: dict[str, str]) -> None:
    telephone = Telephone(served, "whatsapp")
    telephone.say("Bonjour")
    said = taken(telephone.post(telephone.fields(name="whatsapp_location", **broken)))
    assert words(said).startswith(begins("pas_du_texte"))


def test_a_voice_message_is_told_that_only_text_is_read(served: str) -> None:
    telephone = Telephone(served, "whatsapp")
    telephone.say("Bonjour")
    said = taken(telephone.post(telephone.fields(name="whatsapp_voice")))
    assert words(said).startswith(begins("pas_du_texte"))


def test_of_an_image_with_words_the_words_are_answered(served: str) -> None:
    telephone = Telephone(served, "whatsapp")
    said = words(taken(telephone.post(telephone.fields(name="whatsapp_image_with_words"))))
    assert begins("pas_du_texte") not in said
    assert "Vérifié le" in said


def test_a_button_says_its_words_and_never_its_payload(served: str) -> None:
    telephone = Telephone(served, "whatsapp")
    telephone.say(QUESTION)
    said = words(taken(telephone.post(telephone.fields(name="whatsapp_button"))))
    assert "Vérifié le" in said
    assert begins("effacer_mes_donnees") not in said


@pytest.mark.parametrize("typed", ['/ouvrir{"guide": "amount"}', "/restart", " / /session_start"])
def test_a_typed_command_of_rasa_is_only_words(telephone: Telephone, typed: str) -> None:
    telephone.say("estimer ma pension")
    before = words(telephone.say("récapitulatif"))
    telephone.say(typed)
    assert words(telephone.say("récapitulatif")) == before


def test_erasing_forgets_and_the_same_request_again_gets_the_same_answer(telephone: Telephone) -> None:
    telephone.say("j'ai 54 ans, estimer ma pension")
    fields = telephone.fields("effacer mes données")
    said = taken(telephone.post(fields))
    assert begins("effacer_mes_donnees") in words(said)
    assert taken(telephone.post(fields)) == said
    anew = words(telephone.say("récapitulatif"))
    assert "54" not in anew
    assert begins("premiere_fois_messagerie") in anew


def test_a_request_delivered_again_gets_the_same_answer_and_counts_once(telephone: Telephone) -> None:
    telephone.say("estimer ma pension")
    fields = telephone.fields("1")
    said = taken(telephone.post(fields))
    assert taken(telephone.post(fields)) == said
    assert taken(telephone.post({**fields, "MessageSid": "SM" + "f" * 32})) != said


def test_a_request_delivered_twice_at_once_is_answered_once(telephone: Telephone) -> None:
    telephone.say("estimer ma pension")
    fields = telephone.fields("1")
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: taken(telephone.post(fields)), range(4)))
    assert all(answer == answers[0] for answer in answers)
    assert taken(telephone.post(telephone.fields("retour"))) != answers[0]


def test_two_people_at_once_do_not_mix(served: str) -> None:
    first, second = Telephone(served), Telephone(served, "whatsapp")
    for telephone in (first, second):
        telephone.say("estimer ma pension")
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda pair: pair[0].say(pair[1]), [(first, "salariée"), (second, "agriculteur")]))
    assert "salarié" in words(first.say("récapitulatif")).lower()
    assert "agricole" in words(second.say("récapitulatif")).lower()


def test_the_same_number_by_sms_and_whatsapp_is_two_conversations(served: str) -> None:
    by_sms = Telephone(served)
    by_sms.say("j'ai 54 ans, estimer ma pension")
    by_whatsapp = Telephone(served, "whatsapp", by_sms.number)
    assert "54 ans" not in words(by_whatsapp.say("récapitulatif"))
