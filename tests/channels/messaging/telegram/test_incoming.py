"""What an update says, whatever is in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messaging.telegram.incoming import HELLO, read
from bot.channels.messaging.telegram.keyboard import MARK, marked
from tests.channels.messaging.payloads import JSON, Path, changed, paths
from tests.channels.messaging.telegram.updates import PEER, files, shape, text

SHAPES = [json.loads(path.read_text(encoding="utf-8")) for path in files()]
PLACES = [(number, path) for number, payload in enumerate(SHAPES) for path in paths(payload)]


@given(st.sampled_from(PLACES), JSON)
def test_another_type_at_any_key_breaks_nothing(place: tuple[int, Path], value: Any) -> None:
    number, path = place
    update = read(changed(SHAPES[number], path, value))
    if update is None:
        return
    incoming = update.incoming
    for word in (incoming.peer, incoming.identifier, incoming.text or "", incoming.choice or ""):
        word.encode()  # no half of a character is left
    if incoming.position:
        assert abs(incoming.position[0]) <= 90 and abs(incoming.position[1]) <= 180
    if update.pressed:
        marked(update.pressed, incoming.choice or "")


@given(st.dictionaries(st.sampled_from(["update_id", "message", "edited_message", "callback_query"]), JSON))
def test_an_update_of_any_other_shape_says_nothing(update: dict[str, Any]) -> None:
    assert read(update) is None


@pytest.mark.parametrize("name", ["location", "venue"])
def test_a_place_is_read_as_a_position(name: str) -> None:
    update = read(shape(name))
    location = shape(name)["message"]["location"]
    assert update and update.incoming.position == (location["latitude"], location["longitude"])


@pytest.mark.parametrize("latitude", [91, -91, float("nan"), float("inf"), 10**400, "46", True, None])
def test_what_is_no_place_on_earth_is_no_position(latitude: Any) -> None:
    update = read(changed(shape("location"), ("message", "location", "latitude"), latitude))
    assert update and update.incoming.position is None and update.incoming.text is None


@pytest.mark.parametrize("typed", ["/start", "/start abc", "/start\nabc", "/start@invente_bot"])
def test_start_is_a_greeting(typed: str) -> None:
    update = read(text(typed))
    assert update and update.incoming.text == HELLO


@pytest.mark.parametrize("typed", ["/starter", "start", "bonjour /start"])
def test_what_only_looks_like_start_is_a_message(typed: str) -> None:
    update = read(text(typed))
    assert update and update.incoming.text == typed


def test_each_update_has_a_name_of_its_own_and_the_peer_is_the_chat() -> None:
    one, other = read(shape("text")), read(shape("edited"))
    assert one and other and one.incoming.identifier != other.incoming.identifier
    assert one.incoming.peer == other.incoming.peer == str(PEER)


def test_only_the_button_pressed_last_is_marked() -> None:
    payload = shape("press")
    rows = payload["callback_query"]["message"]["reply_markup"]["inline_keyboard"]
    rows[1][0]["text"] = MARK + rows[1][0]["text"]  # it was pressed before
    update = read(payload)
    assert update and update.pressed
    mark = marked(update.pressed, rows[0][0]["callback_data"])
    assert mark
    captions = [key["text"] for row in mark["reply_markup"]["inline_keyboard"] for key in row]
    assert captions == [f"{MARK}Oui", "Non"]


def test_nothing_is_marked_when_the_button_is_not_there() -> None:
    update = read(shape("press_of_old_message"))
    assert update and update.pressed and marked(update.pressed, "Zm9vYmFy") is None


def test_half_a_character_is_replaced_and_a_whole_one_is_not() -> None:
    update = read(text("a\ud83db 😀"))
    assert update and update.incoming.text == "a\ufffdb 😀"
