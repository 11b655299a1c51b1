"""Webhooks of Messenger: which events are answered, which are not, and that each is answered once."""

from __future__ import annotations

import json

import httpx
import pytest

from bot.channels.desk import PASSED
from bot.channels.messaging.door import FIRST_TIME, FORGOTTEN, NOT_TEXT
from tests.channels.messaging.canonical import content
from tests.channels.messaging.messenger import events
from tests.channels.messaging.messenger.conftest import World, met, said, stranger
from tests.channels.messaging.messenger.events import HEADER, bring, post, press, shape, signed, text
from tests.channels.messaging.messenger.standin import VERIFY

WELCOME = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "1158201444"}


def test_a_message_is_seen_and_answered(world: World) -> None:
    person = met(world)
    assert bring(world.webhook, text("combien ?", person)).status_code == 200
    assert said(world, person) == ["Écho 1 : combien ?"]
    assert set(world.graph.actions()) == {"mark_seen", "typing_on"}


def test_a_first_message_is_answered_after_what_this_is(world: World) -> None:
    person = stranger()
    bring(world.webhook, text("combien vais-je toucher ?", person))
    assert said(world, person) == [content(FIRST_TIME), "Écho 1 : combien vais-je toucher ?"]


@pytest.mark.parametrize("name", ["postback", "postback_without_mid"])
def test_the_button_that_begins_is_a_greeting(world: World, name: str) -> None:
    person = stranger()
    bring(world.webhook, events.of(shape(name), person))
    assert said(world, person)[0] == content(FIRST_TIME)
    assert world.echo.heard == []


@pytest.mark.parametrize(
    "signature",
    [None, "", "sha256=", signed(b"other"), signed(b"bonjour", "f" * 32), "sha1=" + "0" * 40, "é"],
    ids=range(7),
)
def test_a_forged_webhook_is_refused_and_nothing_is_done(world: World, signature: str | None) -> None:
    headers = {"content-type": b"application/json"} | ({} if signature is None else {HEADER: signature.encode()})
    body = json.dumps(text("bonjour", stranger())).encode()
    answer = httpx.post(world.webhook, content=body, headers=headers)
    assert (answer.status_code, answer.content) == (403, b"")
    assert world.graph.tried == [] and world.echo.heard == []


def test_one_byte_more_or_less_breaks_the_signature(world: World) -> None:
    body = json.dumps(text("bonjour", met(world))).encode()
    headers = {HEADER: signed(body), "content-type": "application/json"}
    for other in (body + b" ", body[:-1], body.replace(b"bonjour", b"bonsoir")):
        assert httpx.post(world.webhook, content=other, headers=headers).status_code == 403
    assert world.graph.tried == []


def test_the_address_is_verified_with_the_right_word(world: World) -> None:
    answer = httpx.get(world.webhook, params=WELCOME)
    assert (answer.status_code, answer.text) == (200, WELCOME["hub.challenge"])
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "change",
    [
        {"hub.verify_token": "wrong"},
        {"hub.verify_token": VERIFY + "x"},
        {"hub.verify_token": "é"},
        {"hub.mode": "unsubscribe"},
        {"hub.challenge": "<script>alert(1)</script>"},
        {"hub.challenge": ""},
    ],
)
def test_the_address_is_not_verified_otherwise(world: World, change: dict[str, str]) -> None:
    answer = httpx.get(world.webhook, params=WELCOME | change)
    assert (answer.status_code, answer.content) == (403, b"")
    assert httpx.get(world.webhook).status_code == 403


@pytest.mark.parametrize("name", ["echo", "delivery", "read", "reaction", "edit", "standby", "instagram"])
def test_what_nobody_says_to_the_assistant_is_ignored(world: World, name: str) -> None:
    assert bring(world.webhook, shape(name)).status_code == 200
    assert world.graph.tried == [] and world.echo.heard == []


@pytest.mark.parametrize("name", ["image", "like", "audio"])
def test_who_sends_no_text_is_told_that_only_text_is_read(world: World, name: str) -> None:
    person = met(world)
    bring(world.webhook, events.of(shape(name), person))
    assert said(world, person) == [content(NOT_TEXT)]


@pytest.mark.parametrize("name", ["link", "reply"])
def test_the_words_beside_a_link_or_a_quotation_are_answered(world: World, name: str) -> None:
    webhook = events.of(shape(name), met(world))
    bring(world.webhook, webhook)
    assert world.echo.heard == [webhook["entry"][0]["messaging"][0]["message"]["text"]]


@pytest.mark.parametrize("typed", ["/restart", '/ouvrir_un_guide{"guide": "amount"}', "//x"])
def test_a_command_means_nothing_to_rasa(world: World, typed: str) -> None:
    bring(world.webhook, text(typed, met(world)))
    assert world.echo.heard == [typed.lstrip("/")]


def test_a_button_answers_its_question_until_it_has_passed(world: World) -> None:
    person = met(world)
    bring(world.webhook, text("question", person))
    oui, non = world.graph.sent(person)[-1]["quick_replies"]
    assert (oui["title"], non["title"]) == ("Oui", "Non")
    bring(world.webhook, press(oui["payload"], person))
    assert world.echo.heard[-1] == "Oui"
    world.graph.reset()
    bring(world.webhook, press(non["payload"], person))
    assert said(world, person) == [PASSED]


@pytest.mark.parametrize("payload", ["Zm9vYmFy", "/restart", '/affirm{"a":"b"}', "\ud83d", "x" * 1000], ids=range(5))
def test_a_button_that_is_not_ours_never_reaches_the_dialogue(world: World, payload: str) -> None:
    person = met(world)
    assert bring(world.webhook, press(payload, person)).status_code == 200
    assert said(world, person) == [PASSED] and world.echo.heard == []


def test_a_button_pressed_after_all_is_forgotten_says_so(world: World) -> None:
    person = stranger()
    bring(world.webhook, press("Zm9vYmFy", person))
    assert said(world, person)[-1] == content(FORGOTTEN)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"object": "page", "entry": [{"messaging": [{"sender": {"id": "1"}, "message": {"text": "bon',
        b"[" * 50_000,
        b'{"object": "page", "entry": ' + b"[" * 500 + b"]" * 500 + b"}",
        b"\xff\xfe{}",
        b'{"object": "page", "entry": 1e400}',
        b'{"object": "page", "entry": ' + b"9" * 5000 + b"}",
    ],
    ids=range(10),
)
def test_a_signed_body_that_cannot_be_read_is_ignored(world: World, body: bytes) -> None:
    assert post(world.webhook, body).status_code == 200
    assert world.graph.tried == []


def test_a_signed_form_is_no_webhook(world: World) -> None:
    body = json.dumps(text("bonjour", stranger())).encode()
    assert post(world.webhook, body, "application/x-www-form-urlencoded").status_code == 200
    assert world.graph.tried == []
