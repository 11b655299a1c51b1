"""A room whose messages only its members' devices can read, as on Tchap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.matrix.asked import asked, assert_shows, bodies
from tests.matrix.conftest import KEY, NewGateway
from tests.matrix.encrypted import EncryptedPerson
from tests.matrix.gateway import Gateway
from tests.matrix.person import Person
from tests.matrix.synapse import Synapse
from tests.service import Service

pytestmark = [pytest.mark.model, pytest.mark.soak]

# Asked nowhere else in this folder: what the homeserver knows of it, it knows from here.
QUESTION = "quels documents pour la demande ?"
SECRET_QUESTION = "qu'est-ce que la majoration pour tierce personne ?"
GUIDE = ["vérifier ma situation", "salarié du privé", "non"]
# Letters of any language are written there in another way.
IN_THE_DATABASE = re.compile(r"[ -!#-~]{20,}")


@pytest.fixture
def secretive(homeserver: Synapse, tmp_path: Path) -> Iterator[EncryptedPerson]:
    """Somebody who encrypts."""
    person = EncryptedPerson(homeserver, tmp_path)
    yield person
    person.close()


def test_question_and_answer_are_both_encrypted(
    own: Gateway, secretive: EncryptedPerson, person: Person, homeserver: Synapse, assistant: Service
) -> None:
    room = secretive.direct(own.user_id)
    (said,) = asked(assistant.address, KEY, SECRET_QUESTION)
    assert_shows(secretive.say(room, SECRET_QUESTION), said)
    assert secretive.unreadable == []
    (paragraph, *_) = said[0]["blocks"]
    heard = [text for text in IN_THE_DATABASE.findall(paragraph["items"][0][0]["text"])]
    assert heard
    clear = person.direct(own.user_id)
    clear.say(GUIDE[0])
    assert homeserver.stores("ma situation")  # what is in the clear, it knows
    for words in (SECRET_QUESTION, *heard):
        assert not homeserver.stores(words), words


def test_a_guide_goes_on_after_the_gateway_was_killed(
    own: Gateway, secretive: EncryptedPerson, assistant: Service
) -> None:
    room = secretive.direct(own.user_id)
    expected = asked(assistant.address, KEY, *GUIDE)
    for text, said in zip(GUIDE[:2], expected, strict=False):
        assert_shows(secretive.say(room, text), said)
    own.kill()
    waiting = secretive.write(room, GUIDE[2])
    own.start()
    assert_shows(secretive.answer(waiting), expected[2])
    assert len({part["event_id"] for part in secretive.events}) == len(secretive.events)
    secretive.forget_keys_of(room)
    (*_, after) = asked(assistant.address, KEY, *GUIDE, "je ne sais pas")
    assert_shows(secretive.say(room, "je ne sais pas"), after)


def test_a_device_that_lost_its_keys_is_told_to_write_again(
    new_gateway: NewGateway, secretive: EncryptedPerson, assistant: Service
) -> None:
    gateway = new_gateway()
    gateway.start()
    room = secretive.direct(gateway.user_id)
    secretive.say(room, "bonjour")
    gateway.kill()
    for path in (gateway.folder / "data" / "matrix").iterdir():
        path.unlink()  # a new device: it was not there when the next message was written
    unread = secretive.write(room, QUESTION)
    gateway.start()
    parts = secretive.answer(unread)
    assert re.search("lire|déchiffrer", bodies(parts))
    assert "de nouveau" in bodies(parts)
    (said,) = asked(assistant.address, KEY, QUESTION)
    assert_shows(secretive.say(room, QUESTION), said)
