"""What an update says, whatever is in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messaging.telegram.albums import Albums
from bot.channels.messaging.telegram.incoming import HELLO, Update, read
from bot.channels.messaging.telegram.keyboard import MARK, marked
from tests.channels.messaging.payloads import JSON, Path, changed, paths
from tests.channels.messaging.telegram.updates import PEER, files, of, shape, text

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


def test_a_corrected_message_is_known_as_one() -> None:
    one, corrected = read(shape("text")), read(shape("edited"))
    assert one and corrected and not one.incoming.edited and corrected.incoming.edited


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


def picture(number: int, album: str, peer: int = PEER, words: str = "") -> Update:
    """A picture of an album, perhaps with words below it."""
    update = of(shape("photo"), peer) | {"update_id": number}
    update["message"] |= {"media_group_id": album} | ({"caption": words} if words else {})
    found = read(update)
    assert found
    return found


def test_pictures_sent_together_are_answered_once_even_if_brought_again() -> None:
    albums = Albums()
    assert [albums.is_answered(picture(number, "A")) for number in (1, 2, 3, 1, 2)] == [False, True, True, False, True]


def test_words_below_a_picture_of_an_album_are_always_answered() -> None:
    albums = Albums()
    assert not albums.is_answered(picture(1, "A"))
    assert not albums.is_answered(picture(2, "A", words="combien ?"))
    assert albums.is_answered(picture(3, "A"))


def test_another_album_and_that_of_another_person_are_answered() -> None:
    albums = Albums()
    assert not any(albums.is_answered(one) for one in (picture(1, "A"), picture(2, "B"), picture(3, "A", PEER + 1)))


def test_pictures_sent_one_by_one_are_each_answered() -> None:
    albums, alone = Albums(), (read(shape("photo")), read(shape("photo")))
    assert not any(albums.is_answered(one) for one in alone if one) and all(alone)


def test_only_so_many_albums_are_remembered_the_oldest_go_first() -> None:
    albums = Albums(most=2)
    for number, album in enumerate("ABC"):
        albums.is_answered(picture(number, album))
    assert albums.is_answered(picture(10, "C")) and albums.is_answered(picture(11, "B"))
    assert not albums.is_answered(picture(12, "A"))


def test_half_a_character_is_replaced_and_a_whole_one_is_not() -> None:
    update = read(text("a\ud83db 😀"))
    assert update and update.incoming.text == "a\ufffdb 😀"
