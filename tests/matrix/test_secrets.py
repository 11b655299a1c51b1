"""What the gateway keeps and prints: never a word, nor a person, nor a secret."""

from __future__ import annotations

import stat

import pytest

from tests.matrix.conftest import KEY, NewGateway
from tests.matrix.person import Person
from tests.matrix.privacy import assert_keeps_nothing, files_of
from tests.matrix.synapse import Synapse

pytestmark = [pytest.mark.model, pytest.mark.soak]


def test_a_conversation_leaves_nothing_behind(new_gateway: NewGateway, person: Person, homeserver: Synapse) -> None:
    account = homeserver.account("assistant_discret")
    gateway = new_gateway(ASSISTANT_MATRIX_USER=account.user_id, ASSISTANT_MATRIX_PASSWORD=account.password)
    gateway.start()
    room = person.direct(account.user_id)
    for text in ("vérifier ma situation", "je suis boulangère salariée à Guéret", "mon numéro est le 0612345678"):
        room.say(text)
    gateway.kill()
    gateway.start()
    room.say("quels documents pour la demande ?")
    assert gateway.stop() == 0
    assert_keeps_nothing(gateway, [person], [account.password, KEY])

    folder = gateway.folder / "data" / "matrix"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "session.json").stat().st_mode) == 0o600
    for path in files_of(gateway):
        assert not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO), path.name
    # Its own, which it took up again, and the one of the test.
    assert len(gateway.devices(account.token)) == 2


def test_the_password_may_stand_in_a_file(new_gateway: NewGateway, homeserver: Synapse, person: Person) -> None:
    account = homeserver.account("assistant_en_fichier")
    gateway = new_gateway(ASSISTANT_MATRIX_USER=account.user_id, ASSISTANT_MATRIX_PASSWORD="")
    secret = gateway.folder / "password"
    secret.write_text(f"{account.password}\n")
    secret.chmod(0o600)
    gateway.set("ASSISTANT_MATRIX_PASSWORD_FILE", str(secret))
    gateway.start()
    person.direct(account.user_id).say("quels documents pour la demande ?")
    assert gateway.stop() == 0
