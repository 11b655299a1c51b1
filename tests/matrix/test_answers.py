"""Questions and guides in a room for two."""

from __future__ import annotations

import threading

import pytest

from bot.channels.matrix.words import CORRECTED, NO_FILE, sentence
from tests.matrix.asked import addresses, asked, assert_shows, bodies, formatted, nearest, plain, written
from tests.matrix.conftest import KEY, NewGateway, NewPerson, NewWire
from tests.matrix.gateway import Gateway
from tests.matrix.person import PATIENCE, Person, Room, marker
from tests.matrix.synapse import Synapse
from tests.matrix.wire import Instead
from tests.service import Service

pytestmark = pytest.mark.model

WITH_FIGURES = "quel est le montant maximum de la pension ?"
GUIDE = ["vérifier ma situation", "1", "la première", "je ne sais pas", "62"]
SOON = 10  # seconds: the homeserver forgets by itself after thirty that somebody writes
NOT_TEXT = "pas_du_texte"


@pytest.fixture
def room(gateway: Gateway, person: Person) -> Room:
    """A room for two, the assistant in it."""
    return person.direct(gateway.user_id)


def _answers(room: Room, gateway: Gateway) -> list[str]:
    """The messages that are answered, in the order of the answers."""
    written = {event["event_id"] for event in room.events if event["type"] == "m.room.message"}
    answered = [marker(event) for event in room.messages(gateway.user_id)]
    return [mark["event"] for mark in answered if mark["part"] == 1 and mark["event"] in written]


def test_both_forms_of_an_answer_hold_the_same(room: Room, assistant: Service) -> None:
    (said,) = asked(assistant.address, KEY, WITH_FIGURES)
    assert any(message.get("figures") for message in said)
    assert addresses(said)
    parts = room.say(WITH_FIGURES)
    assert_shows(parts, said)
    assert {"strong", "details"} <= set(formatted(parts).tags)


def test_a_guide_goes_to_its_result_by_numbers_ranks_and_labels(room: Room, assistant: Service) -> None:
    expected = asked(assistant.address, KEY, *GUIDE)
    assert expected[-1][-1]["kind"] == "verdict"
    for text, said in zip(GUIDE, expected, strict=True):
        assert_shows(room.say(text), said)
    label = expected[-1][-1]["choices"][0]["label"]
    (*_, after) = asked(assistant.address, KEY, *GUIDE, label)
    assert_shows(room.say(label), after)


def test_a_file_to_take_away_comes_as_a_file(room: Room, person: Person, assistant: Service) -> None:
    told = [*GUIDE, "je voudrais imprimer un résumé"]
    (file,) = asked(assistant.address, KEY, *told)[-1][-1]["attachments"]
    *_, parts = [room.say(text) for text in told]
    (sent,) = [part["content"] for part in parts if part["content"]["msgtype"] == "m.file"]
    assert sent["filename"] == file["filename"]
    assert sent["info"]["mimetype"].startswith(file["media_type"].partition(";")[0])
    assert person.download(sent["url"]).decode() == file["content"]


def test_the_person_sees_that_it_has_read_and_that_it_writes(
    new_gateway: NewGateway, new_wire: NewWire, person: Person, assistant: Service
) -> None:
    wire, seen = new_wire(assistant.address), threading.Event()
    gateway = new_gateway(asking=wire.address)
    gateway.start()
    room = person.direct(gateway.user_id)
    room.say("bonjour")

    def think() -> None:
        seen.wait(PATIENCE)

    wire.before("POST .*/current/messages", think)
    room.typed.clear()
    event_id = room.write(WITH_FIGURES)
    person.until(lambda: gateway.user_id in room.typed, "it writes")
    person.until(lambda: gateway.user_id in room.read.get(event_id, ()), "it has read")
    seen.set()
    room.answer(event_id)
    person.until(lambda: gateway.user_id not in room.typing, "it writes no more", seconds=SOON)


def test_two_rooms_at_once_do_not_mix(gateway: Gateway, new_person: NewPerson, assistant: Service) -> None:
    told = {
        "first": ["vérifier ma situation", "1", "2"],
        "second": ["estimer ma pension", "je ne sais pas", "1"],
    }
    rooms = {name: new_person(name).direct(gateway.user_id) for name in told}
    waiting: dict[str, list[str]] = {name: [] for name in told}
    for turn in range(3):
        for name, texts in told.items():
            waiting[name].append(rooms[name].write(texts[turn]))
    for name, texts in told.items():
        expected = asked(assistant.address, KEY, *texts)
        for event_id, said in zip(waiting[name], expected, strict=True):
            assert_shows(rooms[name].answer(event_id), said)
        assert _answers(rooms[name], gateway) == waiting[name]


def test_a_notice_is_never_answered(room: Room, gateway: Gateway) -> None:
    notice = room.send({"msgtype": "m.notice", "body": WITH_FIGURES})
    question = room.write(WITH_FIGURES)
    room.answer(question)
    assert notice not in _answers(room, gateway)


@pytest.mark.parametrize("kind", ["m.image", "m.audio", "m.video", "m.file"])
def test_what_is_not_text_gets_a_sentence(room: Room, kind: str) -> None:
    event_id = room.send({"msgtype": kind, "body": "ordonnance.jpg", "url": "mxc://pension.test/ordonnance"})
    assert_shows(room.answer(event_id), [written(NOT_TEXT)])


def test_a_position_gets_the_nearest_places(room: Room, assistant: Service) -> None:
    event_id = room.send({"msgtype": "m.location", "body": "Ma position", "geo_uri": "geo:46.1689,1.8714;u=35"})
    near = nearest(assistant.address, KEY, 46.17, 1.87)
    parts = room.answer(event_id)
    body, shown = bodies(parts), formatted(parts)
    assert near["places"]
    for place in near["places"]:
        assert plain(place["name"]) in body
        assert plain(place["name"]) in shown.words
        assert not place["route"] or place["route"] in shown.links
        assert not place["telephone"] or place["telephone"] in shown.words
    assert any(link.startswith("tel:") for link in shown.links)


def _edit(room: Room, event_id: str, text: str) -> str:
    new = {"msgtype": "m.text", "body": text}
    relation = {"rel_type": "m.replace", "event_id": event_id}
    return room.write(f"* {text}", **{"m.new_content": new, "m.relates_to": relation})


def test_an_edit_of_what_is_answered_does_not_answer_the_next_question(room: Room, assistant: Service) -> None:
    told = [room.write(text) for text in GUIDE[:2]]
    room.answer(told[-1])
    assert_shows(room.answer(_edit(room, told[-1], "2")), [sentence(CORRECTED)])
    assert_shows(room.say(GUIDE[2]), asked(assistant.address, KEY, *GUIDE[:3])[-1])


def test_an_edit_of_what_waits_is_answered_in_its_place(own: Gateway, person: Person, assistant: Service) -> None:
    room = person.direct(own.user_id)
    room.say("bonjour")
    own.kill()
    first = room.write("bonsoir")
    edit = _edit(room, first, WITH_FIGURES)
    own.start()
    (said,) = asked(assistant.address, KEY, WITH_FIGURES)
    assert_shows(room.answer(edit), said)
    assert first not in _answers(room, own)


def test_a_file_that_the_homeserver_refuses_is_replaced_by_a_sentence(
    new_gateway: NewGateway, new_wire: NewWire, person: Person, homeserver: Synapse
) -> None:
    wire = new_wire(homeserver.address)
    gateway = new_gateway(through=wire.address)
    gateway.start()
    room = person.direct(gateway.user_id)
    refused = wire.before("POST .*/upload", lambda: Instead(413, {"errcode": "M_TOO_LARGE", "error": "…"}))
    *_, parts = [room.say(text) for text in [*GUIDE, "je voudrais imprimer un résumé"]]
    refused.until_met()
    assert plain(NO_FILE) in bodies(parts)
    assert room.say("bonjour")


def test_a_number_after_an_erasure_picks_from_no_list(room: Room) -> None:
    room.say(GUIDE[0])
    room.say("effacer mes données")
    assert_shows(room.say("2"), [written("interrompu")])


def test_a_gateway_that_stops_leaves_no_conversation_behind(
    new_gateway: NewGateway, new_wire: NewWire, person: Person, assistant: Service
) -> None:
    wire = new_wire(assistant.address)
    gateway = new_gateway(asking=wire.address)
    gateway.start()
    room = person.direct(gateway.user_id)
    room.say(GUIDE[0])
    deleted = wire.after("DELETE .*/conversations/current", lambda: None)
    assert gateway.stop() == 0
    deleted.until_met()
    gateway.start()
    assert_shows(room.say(GUIDE[1]), asked(assistant.address, KEY, *GUIDE[:2])[-1])


def test_an_emote_is_a_message(room: Room, assistant: Service) -> None:
    (said,) = asked(assistant.address, KEY, WITH_FIGURES)
    event_id = room.send({"msgtype": "m.emote", "body": WITH_FIGURES})
    assert_shows(room.answer(event_id), said)
