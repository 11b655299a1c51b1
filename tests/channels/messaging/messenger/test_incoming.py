"""What a webhook says, whatever is in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messaging.messenger.incoming import HELLO, read
from tests.channels.messaging.messenger.events import files, shape
from tests.channels.messaging.payloads import JSON, Path, changed, paths

SHAPES = [json.loads(path.read_text(encoding="utf-8")) for path in files()]
PLACES = [(number, path) for number, payload in enumerate(SHAPES) for path in paths(payload)]
EVENT = ("entry", 0, "messaging", 0)


@given(st.sampled_from(PLACES), JSON)
def test_another_type_at_any_key_breaks_nothing(place: tuple[int, Path], value: Any) -> None:
    number, path = place
    for incoming in read(changed(SHAPES[number], path, value)):
        assert incoming.peer and incoming.identifier
        for word in (incoming.peer, incoming.identifier, incoming.text or "", incoming.choice or ""):
            word.encode()  # no half of a character is left
        if incoming.position:
            assert abs(incoming.position[0]) <= 90 and abs(incoming.position[1]) <= 180


@given(st.dictionaries(st.sampled_from(["object", "entry", "messaging"]), JSON))
def test_a_webhook_of_any_other_shape_says_nothing(webhook: dict[str, Any]) -> None:
    assert read(webhook) == []


def test_a_place_is_read_as_a_position() -> None:
    coordinates = shape("location")["entry"][0]["messaging"][0]["message"]["attachments"][0]["payload"]["coordinates"]
    (incoming,) = read(shape("location"))
    assert incoming.position == (coordinates["lat"], coordinates["long"])


@pytest.mark.parametrize("name", ["postback", "postback_without_mid"])
def test_the_button_that_begins_says_hello(name: str) -> None:
    (incoming,) = read(shape(name))
    assert (incoming.text, incoming.choice) == (HELLO, None)


def test_a_button_is_its_payload_not_its_title() -> None:
    webhook = shape("quick_reply")
    (incoming,) = read(webhook)
    assert incoming.choice == webhook["entry"][0]["messaging"][0]["message"]["quick_reply"]["payload"]
    assert incoming.text is None


@pytest.mark.parametrize("name", ["", "a b", "a/b", "x" * 129, "é", None, 7, {"id": "1"}])
def test_a_person_without_a_proper_name_is_not_answered(name: Any) -> None:
    assert read(changed(shape("text"), (*EVENT, "sender", "id"), name)) == []


def test_what_the_page_itself_says_is_not_answered() -> None:
    webhook = shape("text")
    assert read(changed(webhook, (*EVENT, "sender", "id"), webhook["entry"][0]["id"])) == []


def test_an_echo_is_not_answered_whoever_seems_to_send_it() -> None:
    assert read(changed(shape("echo"), (*EVENT, "sender", "id"), "7400000000000001")) == []


@pytest.mark.parametrize("key", ["mid", "text"])
def test_half_a_character_is_replaced(key: str) -> None:
    (incoming,) = read(changed(shape("text"), (*EVENT, "message", key), "a\ud83db"))
    assert "a\ufffdb" in {incoming.identifier, incoming.text}
