"""Each message answered once and whole, although Messenger brings it again, fails or is away; and nothing is logged."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.channels.messaging.canonical import content
from tests.channels.messaging.messenger.conftest import SHORT, World, met, said
from tests.channels.messaging.messenger.events import HEADER, bring, shape, text, together
from tests.channels.messaging.messenger.standin import SECRET, TOKEN, VERIFY
from tests.channels.messaging.standin import HANG_UP, Failure

WELCOME = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "1158201444"}


def test_an_old_webhook_played_again_is_answered_once(world: World) -> None:
    person = met(world)
    webhook = text("combien ?", person)
    for _ in range(3):
        assert bring(world.webhook, webhook).status_code == 200
    assert said(world, person) == ["Écho 1 : combien ?"] and world.echo.heard == ["combien ?"]


def test_a_webhook_brought_twice_at_once_is_answered_once(world: World) -> None:
    person = met(world)
    webhook = text("lent", person)
    with ThreadPoolExecutor(4) as pool:
        statuses = [answer.status_code for answer in pool.map(lambda _: bring(world.webhook, webhook), range(4))]
    assert statuses == [200] * 4
    assert said(world, person) == ["Écho 1 : lent"] and world.echo.heard == ["lent"]


def test_events_brought_together_are_all_answered_each_person_in_order(world: World) -> None:
    one, other = met(world), met(world)
    webhook = together(text("lent a", one), text("x", other), text("b", one), shape("read"), text("c", one))
    assert bring(world.webhook, webhook).status_code == 200
    assert said(world, one) == ["Écho 1 : lent a", "Écho 1 : b", "Écho 1 : c"]
    assert said(world, other) == ["Écho 1 : x"]


def test_one_that_fails_brings_all_again_and_nobody_is_answered_twice(world: World) -> None:
    one, other = met(world), met(world)
    webhook = together(text("alpha", one), text("beta", other))
    world.graph.failures.extend(Failure(500, about="alpha") for _ in range(len(SHORT) + 1))
    assert bring(world.webhook, webhook).status_code == 503
    assert (said(world, one), said(world, other)) == ([], ["Écho 1 : beta"])
    assert bring(world.webhook, webhook).status_code == 200
    assert (said(world, one), said(world, other)) == (["Écho 1 : alpha"], ["Écho 1 : beta"])


@pytest.mark.parametrize(
    "failure",
    [
        Failure(500, {"error": {"code": 2}}),
        Failure(429, {}),
        Failure(400, {"error": {"code": 613, "message": "rate"}}),
        Failure(400, {"error": {"code": 1200}}),
        Failure(403, {"error": {"code": 10, "is_transient": True}}),
        Failure(HANG_UP),
    ],
    ids=range(6),
)
def test_a_short_failure_of_messenger_is_waited_for(world: World, failure: Failure) -> None:
    person = met(world)
    world.graph.failures.extend(Failure(failure.status, failure.body, about="Écho") for _ in range(2))
    assert bring(world.webhook, text("deux", person)).status_code == 200
    assert said(world, person) == ["Écho 1 : deux", "Écho 2 : deux"]


@pytest.mark.parametrize("error", [{"code": 10}, {"code": [1]}, {"code": True}, {"is_transient": "yes"}, [], None, "x"])
def test_a_message_that_messenger_refuses_is_given_up(world: World, error: object) -> None:
    person = met(world)
    world.graph.failures.append(Failure(400, {"error": error}, about="Écho 1"))
    assert bring(world.webhook, text("deux", person)).status_code == 200
    assert said(world, person) == ["Écho 2 : deux"]


def test_who_cannot_be_reached_any_more_is_given_up(world: World) -> None:
    person = met(world)
    world.graph.gone.add(person)
    assert bring(world.webhook, text("un", person)).status_code == 200
    assert sum("message" in call.fields for call in world.graph.tried) == 1


def test_a_failure_inside_is_told_in_words(world: World) -> None:
    person = met(world)
    bring(world.webhook, text("échec", person))
    assert said(world, person) == [content("panne")]


def test_neither_token_nor_proof_stand_in_an_address(world: World) -> None:
    bring(world.webhook, text("un", met(world)))
    assert world.graph.tried
    assert all("?" not in call.path and TOKEN not in call.path for call in world.graph.tried)


def test_nothing_of_a_person_nor_a_secret_is_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    person = met(world)
    with caplog.at_level(0):
        world.graph.failures.extend(Failure(500, about="Écho") for _ in range(len(SHORT) + 1))
        bring(world.webhook, text("secretissime", person))
        bring(world.webhook, text("échec", person))
        world.graph.gone.add(person)
        bring(world.webhook, text("secretissime", person))
        httpx.post(world.webhook, content=b"secretissime", headers={HEADER: "sha256=0"})
    assert any(record.name.startswith("bot") for record in caplog.records)
    for record in caplog.records:
        whole = f"{record.getMessage()} {record.exc_text or ''} {record.exc_info or ''}"
        assert not any(word in whole for word in ("secretissime", person, TOKEN, SECRET, VERIFY)), record.name
