"""Messages that are not what one expects; each gets an answer, and nothing breaks."""

from __future__ import annotations

import pytest

from tests.matrix.asked import asked, assert_shows, formatted
from tests.matrix.conftest import KEY
from tests.matrix.gateway import Gateway
from tests.matrix.person import MARKER, Person, Room, marker
from tests.service import Service

pytestmark = [pytest.mark.model, pytest.mark.soak]

HTML = "<script>alert(1)</script><b>gras</b> <img src=x onerror=alert(1)> quels documents pour la demande ?"
QUESTION = "quels documents pour la demande ?"


@pytest.fixture
def room(gateway: Gateway, person: Person) -> Room:
    """A room for two, the assistant in it."""
    return person.direct(gateway.user_id)


@pytest.mark.parametrize(
    "text", ["x" * 5_000, "mot " * 1_250, "", "   ", "\n\u00a0\t", "…", "👍", "/restart", "/effacer", HTML]
)
def test_it_gets_the_answer_of_the_assistant(room: Room, assistant: Service, text: str) -> None:
    (said,) = asked(assistant.address, KEY, text or " ")
    assert_shows(room.say(text), said)


def test_html_in_a_message_comes_back_as_words(gateway: Gateway, person: Person, assistant: Service) -> None:
    told = ["vérifier ma situation", "salarié", "non", "<b onclick=x>mars 2024</b>"]
    room = person.direct(gateway.user_id)
    for text, said in zip(told, asked(assistant.address, KEY, *told), strict=True):
        parts = room.say(text)
        assert_shows(parts, said)
    assert "<b onclick" not in "".join(part["content"].get("formatted_body", "") for part in parts)


@pytest.mark.parametrize(
    "content",
    [
        {"msgtype": "m.location", "body": "ici", "geo_uri": "geo:Guéret"},
        {"msgtype": "m.location", "body": "ici", "geo_uri": "geo:460,1000"},
        {"msgtype": "m.location", "body": "ici", "geo_uri": ["geo:46,1"]},
        {"msgtype": "m.text", "body": "* a", "m.new_content": "a", "m.relates_to": {"rel_type": "m.replace"}},
        {"msgtype": "m.text", "body": "a", "m.relates_to": "x"},
        {"msgtype": "m.text", "body": "a", "format": ["html"], "formatted_body": 7},
        {"msgtype": "m.text", "body": "a", MARKER: "x"},
        {"msgtype": "m.inconnu", "body": "a"},
    ],
    ids=str,
)
def test_an_event_that_is_no_message_breaks_nothing(room: Room, assistant: Service, content: dict[str, object]) -> None:
    room.send(content)
    (said,) = asked(assistant.address, KEY, QUESTION)
    assert_shows(room.say(QUESTION), said)


def test_a_marker_in_somebody_elses_message_hides_nothing(gateway: Gateway, person: Person) -> None:
    room = person.direct(gateway.user_id)
    before = room.write(QUESTION)
    forged = room.write("bonjour", **{MARKER: {"event": before, "part": 1, "of": 1}})
    for event_id in (before, forged):
        person.until(
            lambda event_id=event_id: [
                e for e in room.events if e["sender"] == gateway.user_id and marker(e).get("event") == event_id
            ]
        )


def test_a_long_answer_is_cut_between_its_parts_and_stays_whole(room: Room, assistant: Service) -> None:
    text = "quels documents pour la demande ? et quelles ressources déclarer ?"
    (said,) = asked(assistant.address, KEY, text)
    parts = room.say(text)
    assert_shows(parts, said)
    assert [marker(part)["part"] for part in parts] == list(range(1, len(parts) + 1))
    assert formatted(parts).words
