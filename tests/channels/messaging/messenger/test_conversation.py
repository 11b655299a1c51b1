"""Whole conversations on Messenger with the trained assistant: what somebody writes, presses and reads there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bot.channels.desk import PASSED
from bot.channels.rendering.numbered import OR_ASK, PICK
from tests.channels.messaging.assistant import dated, trained
from tests.channels.messaging.host import Host
from tests.channels.messaging.messenger import events
from tests.channels.messaging.messenger.conftest import SHORT, channel_of
from tests.channels.messaging.messenger.events import bring, press, shape, text
from tests.channels.messaging.messenger.standin import Graph
from tests.channels.messaging.standin import Failure

pytestmark = pytest.mark.model
_people = itertools.count(9000)
MOST_TURNS = 30
TAKE_AWAY = "Résumé à imprimer"


@pytest.fixture(scope="module")
def graph(trained_model: None) -> Iterator[tuple[Graph, str]]:
    """Messenger, and the address of the assistant."""
    with dated():
        stand_in = Graph()
        host = Host(lambda: channel_of(stand_in), trained())
        yield stand_in, host.start()
        host.stop()
        stand_in.close()


class Person:
    """Somebody who talks to the assistant on Messenger."""

    def __init__(self, graph: tuple[Graph, str]) -> None:
        self.graph, self.webhook = graph
        self.name = str(next(_people))

    def _new(self, webhook: dict[str, Any]) -> list[dict[str, Any]]:
        before = len(self.graph.sent(self.name))
        assert bring(self.webhook, webhook).status_code == 200
        assert self.graph.refused == []
        return self.graph.sent(self.name)[before:]

    def begins(self) -> list[dict[str, Any]]:
        """Press the button that begins."""
        return self._new(events.of(shape("postback"), self.name))

    def writes(self, words: str) -> list[dict[str, Any]]:
        """Write, and get the answer."""
        return self._new(text(words, self.name))

    def shares(self, name: str) -> list[dict[str, Any]]:
        """Send something else than words."""
        return self._new(events.of(shape(name), self.name))

    def presses(self, message: dict[str, Any], title: str) -> list[dict[str, Any]]:
        """Press a quick reply of a message."""
        payload = next(one["payload"] for one in message["quick_replies"] if one["title"] == title)
        return self._new(press(payload, self.name))


def titles(message: dict[str, Any]) -> list[str]:
    """The quick replies of a message."""
    return [one["title"] for one in message.get("quick_replies", ())]


def words(messages: list[dict[str, Any]]) -> str:
    """All that was read, hard spaces made plain."""
    return "\n".join(message["text"] for message in messages).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def person(graph: tuple[Graph, str]) -> Person:
    """Somebody new."""
    return Person(graph)


def test_a_question_is_answered_with_its_sources_and_the_day_it_was_checked(person: Person) -> None:
    said = words(person.writes("Quelles ressources dois-je déclarer ?"))
    assert "je suis un programme" in said.lower()
    assert "Sources :" in said and "https://www.ameli.fr/" in said and "Vérifié le" in said


def test_a_guide_is_played_by_quick_replies_and_words_to_its_verdict(person: Person) -> None:
    person.begins()
    messages = person.writes("vérifier ma situation")
    typed = {"arrêt de travail": "14 mars 2024", "date de naissance": "12 mai 1972"}
    pressed = 0
    for _ in range(MOST_TURNS):
        shown = titles(messages[-1])
        if TAKE_AWAY in words(messages):
            break
        asked = next((reply for question, reply in typed.items() if question in words(messages)), None)
        if asked and len(shown) == 1:  # only "je ne sais pas" may be pressed
            messages = person.writes(asked)
        else:
            messages = person.presses(messages[-1], shown[0])
            pressed += 1
    assert pressed >= 3
    assert "les conditions administratives sont remplies" in words(messages)
    listed = next(line for line in messages[-1]["text"].split("\n") if line.endswith(TAKE_AWAY))
    summary = words(person.presses(messages[-1], listed.partition(".")[0]))
    assert "12 mai 1972" in summary  # in words: no file is sent


def test_a_number_always_means_a_choice_of_the_question_that_waits(person: Person) -> None:
    person.begins()
    question = person.writes("vérifier ma situation")[-1]
    messages = person.writes("Quelles ressources dois-je déclarer ?")
    assert OR_ASK in words(messages[:-1]) and PICK not in words(messages[:-1])
    assert not any(titles(message) for message in messages[:-1])
    assert titles(messages[-1]) == titles(question) != []


def test_an_old_question_cannot_be_answered_any_more_and_says_so(person: Person) -> None:
    person.begins()
    question = person.writes("vérifier ma situation")[-1]
    title = titles(question)[0]
    assert words(person.presses(question, title)) != PASSED
    assert words(person.presses(question, title)) == PASSED


def test_a_position_finds_places_without_ending_the_guide(person: Person) -> None:
    person.begins()
    person.writes("vérifier ma situation")
    found = words(person.shares("location"))
    assert "Téléphone :" in found and "Itinéraire : https://" in found
    assert words(person.writes("1")) != PASSED


def test_everything_is_forgotten_when_asked(person: Person) -> None:
    person.begins()
    person.writes("vérifier ma situation")
    assert "effac" in words(person.writes("effacer mes données")).lower()
    assert "je suis un programme" in words(person.writes("bonjour")).lower()


def test_two_people_at_once_do_not_mix(graph: tuple[Graph, str]) -> None:
    people = [Person(graph) for _ in range(2)]
    questions = ["vérifier ma situation", "estimer ma pension"]
    for person in people:
        person.begins()
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda pair: words(pair[0].writes(pair[1])), zip(people, questions, strict=True)))
    alone = []
    for question in questions:
        person = Person(graph)
        person.begins()
        alone.append(words(person.writes(question)))
    assert answers == alone


def test_an_answer_begun_is_finished_when_messenger_is_back(person: Person) -> None:
    webhook = text("Comment est calculée la pension ?", person.name)
    person.begins()
    begun = len(person.graph.sent(person.name))
    person.graph.failures.extend(Failure(502, about="Sources") for _ in range(len(SHORT) + 1))
    assert bring(person.webhook, webhook).status_code == 503
    halfway = len(person.graph.sent(person.name))
    assert halfway > begun  # the answer is longer than one message: its first part has come
    assert bring(person.webhook, webhook).status_code == 200
    assert bring(person.webhook, webhook).status_code == 200
    said = [message["text"] for message in person.graph.sent(person.name)]
    assert len(said) == len(set(said)) > halfway
