"""Coming into a room, saying what one is, and going away again."""

from __future__ import annotations

import pytest

from tests.matrix.asked import Shown, facts, plain, written
from tests.matrix.conftest import NewGateway, NewPerson
from tests.matrix.gateway import Gateway
from tests.matrix.person import DIRECT, Person, Room
from tests.matrix.synapse import NAME, Synapse

pytestmark = [pytest.mark.model, pytest.mark.soak]

GREETING = "salutation"
TO_BE_FORGOTTEN = "effacer mes données"


def _said_by(room: Room, user_id: str) -> str:
    texts = (event["content"].get("body", "") for event in room.events if event["sender"] == user_id)
    return plain("\n".join(texts))


def _greeted(person: Person, room: Room, user_id: str) -> None:
    """Waits until it has said what it is, what not to write, who keeps the room, and how to be forgotten."""
    wanted = [*facts([written(GREETING)]), "automatique", "nom", "serveur", TO_BE_FORGOTTEN]
    person.until(lambda: all(words in _said_by(room, user_id) for words in wanted), "the greeting")


def test_invited_to_a_direct_room_it_joins_and_says_what_it_is(gateway: Gateway, person: Person) -> None:
    room = person.direct(gateway.user_id)
    _greeted(person, room, gateway.user_id)
    for event in room.messages(gateway.user_id):
        assert event["content"]["msgtype"] == "m.text"
        assert plain(event["content"]["body"])
        assert Shown(event["content"]["formatted_body"]).words


def test_it_greets_once(gateway: Gateway, person: Person) -> None:
    room = person.direct(gateway.user_id)
    _greeted(person, room, gateway.user_id)
    gateway.kill()
    gateway.start()
    room.say("quels documents pour la demande ?")
    assert _said_by(room, gateway.user_id).count(TO_BE_FORGOTTEN) == 1


def test_an_invitation_that_came_while_it_was_away_is_taken(new_gateway: NewGateway, person: Person) -> None:
    gateway = new_gateway()
    room = person.room(gateway.user_id, **DIRECT)
    gateway.start()
    _greeted(person, room, gateway.user_id)
    assert gateway.log.startswith(f"Connecté à Matrix : {gateway.user_id}")
    assert gateway.stop() == 0
    assert len(gateway.log.splitlines()) == 1


def test_with_a_token_and_from_an_allowed_server_it_comes_in_too(
    new_gateway: NewGateway, homeserver: Synapse, person: Person
) -> None:
    account = homeserver.account("assistant_with_token")
    signed = {"ASSISTANT_MATRIX_USER": account.user_id, "ASSISTANT_MATRIX_TOKEN": account.token}
    gateway = new_gateway(**signed, ASSISTANT_MATRIX_SERVERS=f"ailleurs.example {NAME}")
    gateway.start()
    _greeted(person, person.direct(account.user_id), account.user_id)
    assert gateway.stop() == 0


def test_who_is_not_of_an_allowed_server_cannot_invite(new_gateway: NewGateway, person: Person) -> None:
    closed = new_gateway(ASSISTANT_MATRIX_SERVERS="ailleurs.example autre.example")
    closed.start()
    room = person.room(closed.user_id, **DIRECT)
    person.until(lambda: room.membership(closed.user_id) == "leave", "the invitation is refused")
    assert _said_by(room, closed.user_id) == ""
    assert "join" not in [
        event["content"]["membership"] for event in room.history() if event.get("state_key") == closed.user_id
    ]
    assert closed.stop() == 0


def test_it_leaves_when_everybody_else_has_left(gateway: Gateway, new_person: NewPerson) -> None:
    first, second = new_person(), new_person()
    room = first.direct(gateway.user_id, invite=[gateway.user_id, second.user_id])
    also = second.join(room)
    room.leave()
    second.until(lambda: also.membership(first.user_id) == "leave", "the first one leaves")
    also.say("bonjour")
    assert room.id in gateway.rooms()
    also.leave()
    second.until(lambda: room.id not in gateway.rooms(), "it leaves too")


@pytest.mark.parametrize(
    "wrong",
    [
        {"ASSISTANT_MATRIX_HOMESERVER": "http://matrix.example.org"},
        {"ASSISTANT_MATRIX_PASSWORD": "un mauvais mot de passe"},
    ],
    ids=["not encrypted", "wrong password"],
)
def test_wrong_settings_are_one_french_line(new_gateway: NewGateway, wrong: dict[str, str]) -> None:
    status, printed = new_gateway(**wrong).run()
    assert status == 2
    assert len(printed.strip().splitlines()) == 1
    assert printed.strip().endswith(".")
    assert "Error" not in printed
