"""Rooms where several people are together."""

from __future__ import annotations

from typing import Any

import pytest

from tests.matrix.asked import asked, assert_shows, bodies
from tests.matrix.conftest import KEY, NewGateway, NewPerson, NewWire
from tests.matrix.gateway import Gateway
from tests.matrix.person import Event, Person, Room, marker
from tests.matrix.synapse import Synapse
from tests.service import Service

pytestmark = [pytest.mark.model, pytest.mark.soak]

QUESTION = "quels documents pour la demande ?"
EVERYBODY_READS = "en privé"


@pytest.fixture
def together(gateway: Gateway, new_person: NewPerson) -> tuple[Room, Room]:
    """A room with the assistant, as two people see it who are both in it."""
    first, second = new_person("alix"), new_person("bao")
    room = first.room(gateway.user_id, second.user_id, preset="private_chat")
    also = second.join(room)
    for person, view in ((first, room), (second, also)):
        person.until(lambda view=view: len(_present(view)) == 3, "everybody is there")
    return room, also


def _present(room: Room) -> list[str]:
    return [user_id for user_id, membership in room.members.items() if membership == "join"]


def mention(gateway: Gateway) -> dict[str, Any]:
    """What a client adds to a message that names the assistant."""
    return {"m.mentions": {"user_ids": [gateway.user_id]}}


def replying_to(event: Event) -> dict[str, Any]:
    """What a client adds to a reply."""
    return {"m.relates_to": {"m.in_reply_to": {"event_id": event["event_id"]}}}


def test_it_is_silent_unless_it_is_spoken_to(gateway: Gateway, together: tuple[Room, Room]) -> None:
    room, also = together
    apart = [room.write(QUESTION), also.write("moi aussi, j'ai envoyé mon dossier")]
    asked_of_it = also.write(f"assistant : {QUESTION}", **mention(gateway))
    also.answer(asked_of_it)
    answered = {marker(event).get("event") for event in room.messages(gateway.user_id)}
    assert asked_of_it in answered
    assert answered.isdisjoint(apart)


@pytest.mark.parametrize("begins", ["{id} {text}", "{id}: {text}", "{id}, {text}", "{name} : {text}", "@{name} {text}"])
def test_its_name_at_the_beginning_is_enough_and_is_taken_off(
    gateway: Gateway, together: tuple[Room, Room], assistant: Service, begins: str
) -> None:
    room, _ = together
    name = gateway.user_id[1:].partition(":")[0]
    (said,) = asked(assistant.address, KEY, "vérifier ma situation")
    text = begins.format(id=gateway.user_id, name=name, text="vérifier ma situation")
    assert_shows(room.say(text), said)


def test_the_answer_is_a_reply_to_the_message(gateway: Gateway, together: tuple[Room, Room]) -> None:
    room, _ = together
    asked_of_it = room.write(QUESTION, **mention(gateway))
    first, *_ = room.answer(asked_of_it)
    assert first["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == asked_of_it


def test_a_reply_to_one_of_its_messages_speaks_to_it(gateway: Gateway, together: tuple[Room, Room]) -> None:
    room, _ = together
    (*_, question) = room.say("vérifier ma situation", **mention(gateway))
    # Older clients quote what they reply to.
    quoted = f"> <{gateway.user_id}> Quel était votre statut\n\n1"
    assert "accident" in bodies(room.say(quoted, **replying_to(question)))


def test_a_reply_to_somebody_else_does_not(gateway: Gateway, together: tuple[Room, Room]) -> None:
    room, also = together
    words = also.write("je l'ai reçue hier")
    also.until_seen(words)
    aside = room.write("et combien ?", **replying_to({"event_id": words}))
    room.say(QUESTION, **mention(gateway))
    assert aside not in {marker(event).get("event") for event in room.messages(gateway.user_id)}


def test_two_members_have_conversations_of_their_own(
    gateway: Gateway, together: tuple[Room, Room], assistant: Service
) -> None:
    room, also = together
    told = {room: ["vérifier ma situation", "2", "1"], also: ["estimer ma pension", "je ne sais pas", "1"]}
    expected = {view: asked(assistant.address, KEY, *texts) for view, texts in told.items()}
    for turn in range(3):
        for view, texts in told.items():
            assert_shows(view.say(texts[turn], **mention(gateway)), expected[view][turn])


def test_the_first_answer_says_that_everybody_reads_along(gateway: Gateway, together: tuple[Room, Room]) -> None:
    room, also = together
    assert EVERYBODY_READS in bodies(room.say(QUESTION, **mention(gateway)))
    assert EVERYBODY_READS not in bodies(room.say(QUESTION, **mention(gateway)))
    also.say(QUESTION, **mention(gateway))


def test_who_comes_in_before_the_greeting_does_not_share_a_conversation(
    new_gateway: NewGateway, new_person: NewPerson, new_wire: NewWire, homeserver: Synapse, assistant: Service
) -> None:
    wire = new_wire(homeserver.address)
    gateway = new_gateway(through=wire.address)
    gateway.start()
    joined = wire.after("POST .*/join", gateway.kill)
    first, second = new_person(), new_person()
    room = first.direct(gateway.user_id, invite=[gateway.user_id, second.user_id])
    joined.until_met()
    also = second.join(room)
    gateway.start()
    told = {room: ["vérifier ma situation", "2"], also: ["estimer ma pension", "1"]}
    expected = {view: asked(assistant.address, KEY, *texts) for view, texts in told.items()}
    for turn in range(2):
        for view, texts in told.items():
            assert_shows(view.say(texts[turn], **mention(gateway)), expected[view][turn])


def test_who_asks_to_be_forgotten_does_not_erase_the_others(
    gateway: Gateway, together: tuple[Room, Room], assistant: Service
) -> None:
    room, also = together
    room.say("vérifier ma situation", **mention(gateway))
    also.say("vérifier ma situation", **mention(gateway))
    room.say("effacer mes données", **mention(gateway))
    expected = asked(assistant.address, KEY, "vérifier ma situation", "1")
    parts = also.say("1", **mention(gateway))
    assert_shows(parts, expected[-1])
    assert parts[0]["event_id"] in [event["event_id"] for event in also.messages(gateway.user_id)]


def test_a_third_one_who_comes_in_makes_it_a_group(gateway: Gateway, new_person: NewPerson) -> None:
    first, second = new_person(), new_person()
    room = first.direct(gateway.user_id)
    room.say("bonjour")
    _invited(first, room, second)
    also = second.join(room)
    first.until(lambda: len(_present(room)) == 3)
    aside = also.write(QUESTION)
    room.say(QUESTION, **mention(gateway))
    assert aside not in {marker(event).get("event") for event in room.messages(gateway.user_id)}


def _invited(person: Person, room: Room, other: Person) -> None:
    person.ask("POST", f"{room.path}/invite", {"user_id": other.user_id})
