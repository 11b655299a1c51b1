"""Updates of Telegram: which are answered, which are not, and that each is answered once."""

from __future__ import annotations

import json

import httpx
import pytest

from bot.channels.desk import PASSED
from bot.channels.messaging.door import CORRECTED, FIRST_TIME, FORGOTTEN, NOT_TEXT
from bot.channels.messaging.telegram.keyboard import MARK
from tests.channels.messaging.canonical import content
from tests.channels.messaging.telegram import updates
from tests.channels.messaging.telegram.conftest import World, met, said, stranger
from tests.channels.messaging.telegram.updates import HEADER, SECRET, bring, press, shape, text


def test_a_message_is_answered_in_its_chat(world: World) -> None:
    peer = met(world)
    assert bring(world.webhook, text("combien ?", peer)).status_code == 200
    assert said(world, peer) == ["Écho 1 : combien ?"]


def test_a_first_message_is_answered_after_what_this_is(world: World) -> None:
    peer = stranger()
    bring(world.webhook, text("combien vais-je toucher ?", peer))
    assert said(world, peer) == [content(FIRST_TIME), "Écho 1 : combien vais-je toucher ?"]


def test_start_is_a_greeting_even_with_the_word_of_a_link(world: World) -> None:
    peer = stranger()
    bring(world.webhook, updates.of(shape("start"), peer))
    assert said(world, peer)[0] == content(FIRST_TIME)
    assert world.echo.heard == []


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], SECRET.upper(), "é"])
def test_an_update_without_the_right_secret_is_refused_and_nothing_is_done(world: World, secret: str | None) -> None:
    headers = {} if secret is None else {HEADER.encode(): secret.encode()}
    answer = httpx.post(world.webhook, json=text("bonjour", stranger()), headers=headers)
    assert (answer.status_code, answer.content) == (403, b"")
    assert world.telegram.tried == [] and world.echo.heard == []


@pytest.mark.parametrize(
    "name",
    [
        "group",
        "channel_post",
        "from_a_bot",
        "blocked",
        "pinned",
        "reaction",
        "live_location",
        "press_of_shared_message",
    ],
)
def test_what_nobody_says_to_the_assistant_alone_is_ignored(world: World, name: str) -> None:
    assert bring(world.webhook, shape(name)).status_code == 200
    assert world.telegram.tried == [] and world.echo.heard == []


@pytest.mark.parametrize("name", ["photo", "voice", "sticker"])
def test_who_sends_no_text_is_told_that_only_text_is_read(world: World, name: str) -> None:
    peer = met(world)
    bring(world.webhook, updates.of(shape(name), peer))
    assert said(world, peer) == [content(NOT_TEXT)]


def test_the_words_below_a_picture_are_answered(world: World) -> None:
    peer = met(world)
    bring(world.webhook, updates.of(shape("photo_with_words"), peer))
    assert world.echo.heard == ["Que veut dire cette notification ?"]


def test_pictures_sent_together_get_one_answer(world: World) -> None:
    peer = met(world)
    for _ in range(3):
        update = updates.of(shape("photo"), peer)
        update["message"]["media_group_id"] = "13900000000000001"
        assert bring(world.webhook, update).status_code == 200
    assert said(world, peer) == [content(NOT_TEXT)]


def test_a_corrected_message_is_no_answer_to_the_next_question(world: World) -> None:
    peer = met(world)
    bring(world.webhook, text("question", peer))
    world.echo.heard.clear()
    bring(world.webhook, updates.of(shape("edited"), peer))
    assert said(world, peer)[1:] == [content(CORRECTED)] and world.echo.heard == []
    bring(world.webhook, text("2", peer))
    assert world.echo.heard == ["Non"]  # the question still waits, with its numbers


@pytest.mark.parametrize("typed", ["/restart", '/ouvrir_un_guide{"guide": "amount"}', "//x", "/aide"])
def test_a_command_means_nothing_to_rasa(world: World, typed: str) -> None:
    bring(world.webhook, text(typed, met(world)))
    assert world.echo.heard == [typed.lstrip("/")]


def test_a_button_answers_its_question_and_shows_that_it_was_pressed(world: World) -> None:
    peer = met(world)
    bring(world.webhook, text("question", peer))
    question = world.telegram.sent(peer)[-1]
    oui = question["reply_markup"]["inline_keyboard"][0][0]
    assert oui["text"] == "Oui"
    bring(world.webhook, press(oui["callback_data"], question, peer))
    assert world.echo.heard[-1] == "Oui"
    methods = [world.telegram.method(call) for call in world.telegram.taken]
    assert "answerCallbackQuery" in methods
    mark = next(
        call.fields for call in world.telegram.taken if "reply_markup" in call.fields and "text" not in call.fields
    )
    captions = [button["text"] for row in mark["reply_markup"]["inline_keyboard"] for button in row]
    assert captions == [f"{MARK}Oui", "Non"]


def test_a_button_of_a_question_that_has_passed_says_so_and_is_not_marked(world: World) -> None:
    peer = met(world)
    bring(world.webhook, text("question", peer))
    question = world.telegram.sent(peer)[-1]
    bring(world.webhook, text("Non", peer))
    world.telegram.reset()
    bring(world.webhook, press(question["reply_markup"]["inline_keyboard"][0][0]["callback_data"], question, peer))
    assert said(world, peer) == [PASSED]
    assert "editMessageReplyMarkup" not in [world.telegram.method(call) for call in world.telegram.taken]


@pytest.mark.parametrize("data", ["Zm9vYmFy", "/restart", '/affirm{"a":"b"}', "\ud83d", "x" * 400, "1"], ids=range(6))
def test_a_button_that_is_not_ours_never_reaches_the_dialogue(world: World, data: str) -> None:
    peer = met(world)
    update = json.dumps(press(data, peer=peer))
    answer = httpx.post(world.webhook, content=update, headers={HEADER: SECRET, "content-type": "application/json"})
    assert answer.status_code == 200
    assert said(world, peer) == [PASSED] and world.echo.heard == []


def test_a_button_pressed_after_all_is_forgotten_says_so(world: World) -> None:
    peer = stranger()
    bring(world.webhook, press("Zm9vYmFy", peer=peer))
    assert said(world, peer)[-1] == content(FORGOTTEN)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"text"',
        b"{",
        b'{"update_id": 1, "message": {"text": "bon',
        b"[" * 50_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b"\xff\xfe{}",
        b'{"update_id": ' + b"9" * 5000 + b"}",
        b'{"update_id": 1e400, "message": {}}',
        json.dumps({"update_id": 1, "message": {"text": "x" * 60_000}}).encode(),
    ],
    ids=range(12),
)
def test_a_body_that_cannot_be_read_is_ignored(world: World, body: bytes) -> None:
    headers = {HEADER: SECRET, "content-type": "application/json"}
    assert httpx.post(world.webhook, content=body, headers=headers).status_code == 200
    assert world.telegram.tried == []


def test_a_form_is_no_update(world: World) -> None:
    answer = httpx.post(world.webhook, data={"update_id": "1"}, headers={HEADER: SECRET})
    assert answer.status_code == 200 and world.telegram.tried == []


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_only_posts_are_taken(world: World, method: str) -> None:
    assert httpx.request(method, world.webhook, headers={HEADER: SECRET}).status_code == 405
