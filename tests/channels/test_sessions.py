"""Sessions: unguessable, bounded, forgotten."""

from __future__ import annotations

import pytest

from bot.channels.limits import TooMany
from bot.channels.sessions import (
    FORGET_AFTER_SECONDS,
    MESSAGES_PER_MINUTE,
    NEW_PER_MINUTE,
    Sessions,
)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_only_the_token_opens_the_conversation() -> None:
    sessions = Sessions()
    token, session = sessions.create()
    assert sessions.get(token) is session
    assert sessions.get(session.sender_id) is None
    assert sessions.get(token[:-1]) is None
    assert token not in session.sender_id


def test_tokens_are_long_and_never_the_same() -> None:
    sessions = Sessions()
    tokens = {sessions.create()[0] for _ in range(50)}
    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 43  # 256 bits in base 64


def test_silence_forgets_and_deletion_forgets_at_once() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    silent, _ = sessions.create()
    deleted, session = sessions.create()
    sessions.forget(session)
    assert sessions.get(deleted) is None
    clock.now += FORGET_AFTER_SECONDS + 1
    assert sessions.get(silent) is None


def test_messages_and_new_conversations_are_limited_by_the_minute() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    _, session = sessions.create()
    for _ in range(MESSAGES_PER_MINUTE):
        sessions.count_message(session)
    with pytest.raises(TooMany):
        sessions.count_message(session)
    clock.now += 61
    sessions.count_message(session)
    for _ in range(NEW_PER_MINUTE):
        sessions.create("192.0.2.1")
    with pytest.raises(TooMany):
        sessions.create("192.0.2.1")
    sessions.create("192.0.2.2")


def test_what_leaves_holds_no_payload_and_buttons_are_opaque() -> None:
    _, session = Sessions().create()
    message = {"kind": "answer", "result": {"erase": True}, "choices": [{"label": "Suite", "payload": "/suite"}]}
    sent = session.issue(message)
    assert "/suite" not in str(sent)
    assert "result" not in sent
    choice = session.pressed(sent["choices"][0]["id"])
    assert choice is not None
    assert choice.payload == "/suite"
    assert session.pressed("/suite") is None


def test_a_reply_button_is_only_good_while_its_question_is_the_last() -> None:
    _, session = Sessions().create()
    sent = session.issue({"kind": "question", "choices": [{"label": "Oui", "payload": "Oui"}]})
    assert session.pressed(sent["choices"][0]["id"]) is None


def test_looking_keeps_nothing_alive() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    token, session = sessions.create()
    clock.now += FORGET_AFTER_SECONDS / 2
    sessions.count_message(session)
    clock.now += FORGET_AFTER_SECONDS - 1
    assert sessions.get(token) is session
    clock.now += 2
    assert sessions.get(token) is None
