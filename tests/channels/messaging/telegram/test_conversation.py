"""Whole conversations on Telegram with the trained assistant: what somebody writes, presses and reads there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bot.channels.desk import PASSED
from bot.channels.rendering.numbered import PICK
from tests.channels.messaging.assistant import dated, trained
from tests.channels.messaging.host import Host
from tests.channels.messaging.standin import Failure
from tests.channels.messaging.telegram import updates
from tests.channels.messaging.telegram.conftest import SHORT, channel_of
from tests.channels.messaging.telegram.standin import Telegram
from tests.channels.messaging.telegram.updates import bring, press, shape, text

pytestmark = pytest.mark.model
_peers = itertools.count(9000)
MOST_TURNS = 30
TAKE_AWAY = "Résumé à imprimer"


@pytest.fixture(scope="module")
def telegram(trained_model: None) -> Iterator[tuple[Telegram, str]]:
    """Telegram, and the address of the assistant."""
    with dated():
        stand_in = Telegram()
        host = Host(lambda: channel_of(stand_in), trained())
        yield stand_in, host.start()
        host.stop()
        stand_in.close()


class Person:
    """Somebody who talks to the assistant on Telegram."""

    def __init__(self, telegram: tuple[Telegram, str]) -> None:
        self.telegram, self.webhook = telegram
        self.peer = next(_peers)

    def _new(self, update: dict[str, Any]) -> list[dict[str, Any]]:
        before = len(self.telegram.sent(self.peer))
        assert bring(self.webhook, updates.of(update, self.peer)).status_code == 200
        assert self.telegram.refused == []
        return self.telegram.sent(self.peer)[before:]

    def writes(self, words: str) -> list[dict[str, Any]]:
        """Write, and get the answer."""
        return self._new(text(words))

    def shares(self, name: str) -> list[dict[str, Any]]:
        """Send something else than words."""
        return self._new(shape(name))

    def presses(self, message: dict[str, Any], caption: str) -> list[dict[str, Any]]:
        """Press a button of a message."""
        data = next(key["callback_data"] for key in keys(message) if key["text"] == caption)
        return self._new(press(data, message))


def keys(message: dict[str, Any]) -> list[dict[str, str]]:
    """The buttons of a message."""
    return [key for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for key in row]


def words(messages: list[dict[str, Any]]) -> str:
    """All that was read, hard spaces made plain."""
    return "\n".join(message["text"] for message in messages).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def person(telegram: tuple[Telegram, str]) -> Person:
    """Somebody new."""
    return Person(telegram)


def test_a_question_is_answered_with_its_sources_and_the_day_it_was_checked(person: Person) -> None:
    said = words(person.writes("Quelles ressources dois-je déclarer ?"))
    assert "je suis un programme" in said.lower()
    assert "Sources :" in said and "https://www.ameli.fr/" in said and "Vérifié le" in said


def test_a_guide_is_played_by_buttons_and_words_to_its_verdict_and_taken_away(person: Person) -> None:
    person.shares("start")
    messages = person.writes("vérifier ma situation")
    typed = {"arrêt de travail": "14 mars 2024", "date de naissance": "12 mai 1972"}
    pressed = 0
    for _ in range(MOST_TURNS):
        captions = [key["text"] for key in keys(messages[-1])]
        if TAKE_AWAY in captions:
            break
        asked = next((reply for question, reply in typed.items() if question in words(messages)), None)
        if asked and len(captions) == 1:  # only "je ne sais pas" may be pressed
            messages = person.writes(asked)
        else:
            messages = person.presses(messages[-1], captions[0])
            pressed += 1
    assert pressed >= 3
    assert "les conditions administratives sont remplies" in words(messages)
    assert messages[-1]["entities"][0] == {
        "type": "bold",
        "offset": 0,
        "length": len(messages[-1]["text"].split("\n")[0]),
    }
    person.presses(messages[-1], TAKE_AWAY)
    files = [call.files["document"] for call in person.telegram.taken if "document" in call.files]
    assert [name for name, content in files if name.endswith(".html") and b"<html" in content]


def test_a_number_typed_picks_the_choice_of_that_rank(person: Person) -> None:
    person.shares("start")
    messages = person.writes("vérifier ma situation")
    first = person.telegram.sent(person.peer)[-1]
    by_number = words(person.writes("1"))
    other = Person((person.telegram, person.webhook))
    other.shares("start")
    same = other.writes("vérifier ma situation")
    assert words(same) == words(messages)
    assert words(other.presses(same[-1], keys(first)[0]["text"])) == by_number


def test_a_number_always_means_a_choice_of_the_question_that_waits(person: Person) -> None:
    person.shares("start")
    question = person.writes("vérifier ma situation")[-1]
    messages = person.writes("Quelles ressources dois-je déclarer ?")
    assert [bool(keys(message)) for message in messages].count(True) > 1  # the answer has choices, then the question
    captions = [key["text"] for message in messages[:-1] for key in keys(message)]
    assert captions and not any(caption.isdecimal() for caption in captions)
    assert PICK not in words(messages[:-1])
    assert [key["text"] for key in keys(messages[-1])] == [key["text"] for key in keys(question)]


def test_an_old_question_cannot_be_answered_any_more_and_says_so(person: Person) -> None:
    person.shares("start")
    question = person.writes("vérifier ma situation")[-1]
    caption = keys(question)[0]["text"]
    after = person.presses(question, caption)
    assert words(person.presses(question, caption)) == PASSED
    assert keys(after[-1]) == [] or words(person.presses(after[-1], keys(after[-1])[0]["text"])) != PASSED


def test_a_position_finds_places_without_ending_the_guide(person: Person) -> None:
    person.shares("start")
    person.writes("vérifier ma situation")
    found = words(person.shares("location"))
    assert "Téléphone :" in found and "Itinéraire : https://" in found
    assert words(person.writes("1")) != PASSED


def test_everything_is_forgotten_when_asked(person: Person) -> None:
    person.shares("start")
    person.writes("vérifier ma situation")
    said = words(person.writes("effacer mes données"))
    assert "effac" in said.lower()
    again = words(person.writes("bonjour"))
    assert "je suis un programme" in again.lower()


def test_start_again_is_a_greeting_not_a_puzzle(person: Person) -> None:
    person.shares("start")
    again = words(person.shares("start"))
    assert "pension d'invalidité" in again


@pytest.mark.parametrize("typed", ["/restart", '/ouvrir_un_guide{"guide": "eligibility"}', "/session_start"])
def test_a_command_of_rasa_does_nothing(person: Person, typed: str) -> None:
    person.shares("start")
    person.writes("vérifier ma situation")
    person.writes(typed)
    assert words(person.writes("effacer mes données"))  # the conversation is still there, and still answers


def test_two_people_at_once_do_not_mix(telegram: tuple[Telegram, str]) -> None:
    people = [Person(telegram) for _ in range(2)]
    questions = ["vérifier ma situation", "estimer ma pension"]
    for person in people:
        person.shares("start")
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda pair: words(pair[0].writes(pair[1])), zip(people, questions, strict=True)))
    alone = []
    for question in questions:
        person = Person(telegram)
        person.shares("start")
        alone.append(words(person.writes(question)))
    assert answers == alone


def test_an_answer_begun_is_finished_when_telegram_is_back(person: Person) -> None:
    stand_in = person.telegram
    update = updates.of(text("Quelles ressources dois-je déclarer ?"), person.peer)
    stand_in.failures.extend(Failure(502, about="déclarer") for _ in range(len(SHORT) + 1))
    assert bring(person.webhook, update).status_code == 503
    begun = len(stand_in.sent(person.peer))
    assert begun == 1  # what this is has been said
    assert bring(person.webhook, update).status_code == 200
    assert bring(person.webhook, update).status_code == 200
    said = [message["text"] for message in stand_in.sent(person.peer)]
    assert len(said) == len(set(said)) > begun
