"""Each message answered once and whole, although Telegram brings it again, fails, or is away; and nothing is logged."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.channels.messaging.canonical import content
from tests.channels.messaging.standin import HANG_UP, Failure
from tests.channels.messaging.telegram.conftest import SHORT, World, met, said
from tests.channels.messaging.telegram.updates import HEADER, SECRET, bring, text


def test_an_update_brought_again_is_answered_once(world: World) -> None:
    update = text("combien ?", met(world))
    for _ in range(3):
        assert bring(world.webhook, update).status_code == 200
    assert len(world.telegram.sent()) == 1 and world.echo.heard == ["combien ?"]


def test_an_update_brought_twice_at_once_is_answered_once(world: World) -> None:
    update = text("lent", met(world))
    with ThreadPoolExecutor(4) as pool:
        statuses = [answer.status_code for answer in pool.map(lambda _: bring(world.webhook, update), range(4))]
    assert statuses == [200] * 4
    assert len(world.telegram.sent()) == 1 and world.echo.heard == ["lent"]


def test_an_answer_goes_on_although_telegram_hangs_up(world: World) -> None:
    peer = met(world)
    update = text("lent", peer)
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(world.webhook, json=update, headers={HEADER: SECRET}, timeout=0.05)
    assert bring(world.webhook, update).status_code == 200
    assert said(world, peer) == ["Écho 1 : lent"] and world.echo.heard == ["lent"]


def test_two_people_at_once_get_their_own_answers(world: World) -> None:
    peers = [met(world) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda peer: bring(world.webhook, text(f"lent {peer}", peer)), peers))
    assert [said(world, peer) for peer in peers] == [[f"Écho 1 : lent {peer}"] for peer in peers]


@pytest.mark.parametrize(
    "failure",
    [
        Failure(500, {"ok": False}),
        Failure(502, "<html>"),
        Failure(429, {"ok": False, "error_code": 429, "parameters": {"retry_after": 0.01}}),
        Failure(HANG_UP),
    ],
)
def test_a_short_failure_of_telegram_is_waited_for(world: World, failure: Failure) -> None:
    peer = met(world)
    world.telegram.failures.extend(Failure(failure.status, failure.body, about="sendMessage") for _ in range(2))
    assert bring(world.webhook, text("deux", peer)).status_code == 200
    assert said(world, peer) == ["Écho 1 : deux", "Écho 2 : deux"]


def test_when_telegram_is_down_only_what_was_not_sent_is_sent_once_it_is_back(world: World) -> None:
    peer = met(world)
    world.telegram.failures.extend(Failure(500, about="Écho 2") for _ in range(len(SHORT) + 1))
    update = text("trois", peer)
    assert bring(world.webhook, update).status_code == 503
    assert said(world, peer) == ["Écho 1 : trois"]
    assert bring(world.webhook, update).status_code == 200
    assert said(world, peer) == ["Écho 1 : trois", "Écho 2 : trois", "Écho 3 : trois"]
    assert world.echo.heard == ["trois"]


def test_what_could_not_be_sent_comes_before_the_next_answer(world: World) -> None:
    peer = met(world)
    world.telegram.failures.extend(Failure(500, about="sendMessage") for _ in range(len(SHORT) + 1))
    assert bring(world.webhook, text("un", peer)).status_code == 503
    assert bring(world.webhook, text("autre", peer)).status_code == 200
    assert said(world, peer) == ["Écho 1 : un", "Écho 1 : autre"]


def test_telegram_is_told_when_to_come_again(world: World) -> None:
    peer = met(world)
    world.telegram.failures.append(Failure(429, {"ok": False, "parameters": {"retry_after": 30}}, about="sendMessage"))
    answer = bring(world.webhook, text("un", peer))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "31")


def test_who_has_blocked_the_bot_is_given_up(world: World) -> None:
    peer = met(world)
    world.telegram.blocked.add(peer)
    assert bring(world.webhook, text("deux", peer)).status_code == 200
    tries = [call for call in world.telegram.tried if world.telegram.method(call) == "sendMessage"]
    assert len(tries) == 2  # one for each message: none is tried again


def test_a_failure_inside_is_told_in_words(world: World) -> None:
    peer = met(world)
    bring(world.webhook, text("échec", peer))
    assert said(world, peer) == [content("panne")]


def test_no_answer_is_lost_when_the_sign_of_writing_fails(world: World) -> None:
    peer = met(world)
    world.telegram.failures.append(Failure(400, about="sendChatAction"))
    assert bring(world.webhook, text("un", peer)).status_code == 200
    assert said(world, peer) == ["Écho 1 : un"]


def test_nothing_of_a_person_nor_the_token_is_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    peer = met(world)
    with caplog.at_level(0):
        world.telegram.failures.extend(Failure(500, about="sendMessage") for _ in range(len(SHORT) + 1))
        bring(world.webhook, text("secretissime", peer))
        bring(world.webhook, text("échec", peer))
        world.telegram.blocked.add(peer)
        bring(world.webhook, text("secretissime", peer))
        bring(world.webhook, text("secretissime", peer), "wrong")
    ours = [record for record in caplog.records if record.name.startswith("bot")]
    assert ours
    for record in caplog.records:
        whole = f"{record.getMessage()} {record.exc_text or ''} {record.exc_info or ''}"
        assert not any(word in whole for word in ("secretissime", str(peer), "AAinvented", SECRET)), record.name
