"""« Effacer mes données »: forgotten by the assistant, and taken out of the room as far as the homeserver allows."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.matrix.asked import asked, assert_shows, facts, plain
from tests.matrix.conftest import KEY, NewGateway
from tests.matrix.gateway import Gateway
from tests.matrix.person import Person, Room, marker
from tests.matrix.synapse import Synapse
from tests.matrix.wire import Wire, cut
from tests.service import Service

pytestmark = [pytest.mark.model, pytest.mark.soak]

TOLD = ["vérifier ma situation", "salarié du privé", "non", "mars 2024"]
ERASE = "effacer mes données"
TRUSTED = {"preset": "trusted_private_chat"}
# Who made the room stands above its rules since version 12, and so do those who are trusted.
VERSIONS = ["11", "12"]


def _readable(room: Room, sender: str) -> list[str]:
    """The messages of somebody whose words the homeserver still keeps."""
    return [event["event_id"] for event in room.messages(sender)]


def _until_only(person: Person, room: Room, sender: str, left: list[str]) -> None:
    person.until(lambda: set(_readable(room, sender)) <= set(left), f"only {left} can still be read")


def test_its_own_words_leave_the_room(gateway: Gateway, person: Person) -> None:
    room = person.direct(gateway.user_id)
    for text in TOLD:
        room.say(text)
    parts = room.say(ERASE)
    assert marker(parts[-1])["erased"] is True
    last = [part["event_id"] for part in parts]
    _until_only(person, room, gateway.user_id, last)
    assert set(_readable(room, gateway.user_id)) == set(last)


def test_the_words_of_the_person_stay_when_only_they_may_delete_them_and_it_says_so(
    gateway: Gateway, person: Person
) -> None:
    room = person.direct(gateway.user_id)
    written = [room.write(text) for text in TOLD]
    room.answer(written[-1])
    parts = room.say(ERASE)
    _until_only(person, room, gateway.user_id, [part["event_id"] for part in parts])
    assert set(written) <= set(_readable(room, person.user_id))
    said = plain("\n".join(event["content"]["body"] for event in room.messages(gateway.user_id)))
    assert "vos messages" in said.lower() or "les vôtres" in said.lower()
    assert "supprim" in said.lower()


@pytest.mark.parametrize("version", VERSIONS)
def test_the_words_of_the_person_leave_too_where_it_may_delete_them(
    gateway: Gateway, person: Person, version: str
) -> None:
    room = person.direct(gateway.user_id, room_version=version, **TRUSTED)
    for text in TOLD:
        room.say(text)
    parts = room.say(ERASE)
    last = [part["event_id"] for part in parts]
    _until_only(person, room, gateway.user_id, last)
    _until_only(person, room, person.user_id, [])
    assert "mars 2024" not in str(room.history())


def test_nothing_of_it_is_used_afterwards_even_after_a_restart(
    own: Gateway, person: Person, assistant: Service
) -> None:
    room = person.direct(own.user_id)
    for text in (*TOLD, ERASE):
        room.say(text)
    own.kill()
    own.start()
    after = ["estimer ma pension", "je ne sais pas", "vérifier ma situation"]
    expected = asked(assistant.address, KEY, *after)
    assert facts(expected[0]) != facts(asked(assistant.address, KEY, *TOLD, after[0])[-1])
    for text, said in zip(after[:2], expected, strict=False):
        assert_shows(room.say(text), said, nothing_else=True)
    own.kill()
    own.start()
    assert_shows(room.say(after[2]), expected[2], nothing_else=True)


def test_what_was_left_to_redact_is_redacted_after_a_restart(
    new_gateway: NewGateway, person: Person, homeserver: Synapse, request: pytest.FixtureRequest
) -> None:
    wire = Wire(homeserver.address)
    request.addfinalizer(wire.close)
    gateway = new_gateway(through=wire.address)
    gateway.start()
    room = person.direct(gateway.user_id, room_version=VERSIONS[0], **TRUSTED)
    for text in TOLD:
        room.say(text)

    def die() -> None:
        gateway.kill()
        cut()

    trap = wire.before("/redact/", die, skip=2)
    parts = room.say(ERASE)
    trap.until_met()
    before = len(_readable(room, gateway.user_id))
    assert before > len(parts)
    wire.clear()
    gateway.start()
    _until_only(person, room, gateway.user_id, [part["event_id"] for part in parts])
    _until_only(person, room, person.user_id, [])


def test_what_is_said_afterwards_stays(own: Gateway, person: Person) -> None:
    room = person.direct(own.user_id, **TRUSTED)
    for text in (*TOLD, ERASE):
        room.say(text)
    later = room.write("quels documents pour la demande ?")
    answer = [part["event_id"] for part in room.answer(later)]
    own.kill()
    own.start()
    room.say("bonjour")
    assert later in _readable(room, person.user_id)
    assert set(answer) <= set(_readable(room, own.user_id))


def test_a_message_that_the_person_deletes_is_not_said_again(own: Gateway, person: Person, assistant: Service) -> None:
    room = person.direct(own.user_id)
    deleted, question = "salarié du privé", "estimer ma pension"
    written = room.write(deleted)
    room.answer(written)
    own.kill()
    person.ask("PUT", f"{room.path}/redact/{quote(written)}/1", {})
    own.start()
    (said,) = asked(assistant.address, KEY, question)
    assert facts(said) != facts(asked(assistant.address, KEY, deleted, question)[-1])
    assert_shows(room.say(question), said, nothing_else=True)
