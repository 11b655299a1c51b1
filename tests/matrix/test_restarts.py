"""The assistant, the gateway and the homeserver go away without a word, and come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.matrix.asked import asked, assert_shows
from tests.matrix.conftest import KEY, NewGateway, NewPerson, NewWire
from tests.matrix.gateway import Gateway
from tests.matrix.once import assert_answered_once
from tests.matrix.person import Person, Room
from tests.matrix.synapse import Synapse
from tests.service import Service

pytestmark = pytest.mark.model

GUIDE = ["vérifier ma situation", "salarié du privé", "non", "je ne sais pas"]
QUESTION = "quels documents pour la demande ?"
LATE = "dès que possible"
A_WHILE = 90  # seconds: half a minute before it says that it must wait, and its longest pause between two attempts


@dataclass(frozen=True)
class Outage:
    """Two rooms in which something was written while the assistant was away, and how long the answers took."""

    gateway: Gateway
    in_a_guide: Room
    guide: list[str]
    elsewhere: Room
    asked: list[str]


@pytest.fixture(scope="module")
def outage(assistant: Service, new_gateway: NewGateway, new_person: NewPerson) -> Iterator[Outage]:
    """The assistant is killed in the middle of a guide, and comes back once two people were told that it is away.

    The gateway is killed too meanwhile.
    """
    gateway, person, other = new_gateway(), new_person(), new_person()
    gateway.start()
    room, elsewhere = person.direct(gateway.user_id), other.direct(gateway.user_id)
    guide = [room.write(text) for text in GUIDE[:2]]
    room.answer(guide[-1])
    assistant.kill()
    try:
        guide.append(room.write(GUIDE[2]))
        questions = [elsewhere.write(QUESTION), elsewhere.write("et combien ?")]
        for view, by in ((room, person), (elsewhere, other)):
            by.until(lambda view=view: _told(view, gateway), "it says that it must wait", A_WHILE)
        gateway.kill()
        gateway.start()
        guide.append(room.write(GUIDE[3]))
    finally:
        assistant.start()
    for view, waiting in ((room, guide), (elsewhere, questions)):
        for event_id in waiting:
            view.answer(event_id, A_WHILE)
    yield Outage(gateway, room, guide, elsewhere, questions)


def _told(room: Room, gateway: Gateway) -> list[str]:
    return [e["event_id"] for e in room.messages(gateway.user_id) if LATE in e["content"]["body"]]


def test_a_guide_goes_on_after_the_assistant_was_killed(outage: Outage, assistant: Service) -> None:
    for event_id, said in zip(outage.guide, asked(assistant.address, KEY, *GUIDE), strict=True):
        assert_shows(outage.in_a_guide.answer(event_id), said)
    assert_answered_once(outage.in_a_guide, outage.gateway.user_id, outage.guide)


def test_a_question_that_came_meanwhile_is_answered_later(outage: Outage, assistant: Service) -> None:
    expected = asked(assistant.address, KEY, QUESTION, "et combien ?")
    for event_id, said in zip(outage.asked, expected, strict=True):
        assert_shows(outage.elsewhere.answer(event_id), said)
    assert_answered_once(outage.elsewhere, outage.gateway.user_id, outage.asked)


def test_that_it_must_wait_is_said_once(outage: Outage) -> None:
    for room in (outage.in_a_guide, outage.elsewhere):
        assert len(_told(room, outage.gateway)) == 1


def test_what_was_written_while_the_gateway_was_away_is_answered_in_order(
    own: Gateway, person: Person, assistant: Service
) -> None:
    room = person.direct(own.user_id)
    waiting = [room.write(text) for text in GUIDE[:2]]
    room.answer(waiting[-1])
    own.kill()
    waiting += [room.write(text) for text in GUIDE[2:]]
    own.start()
    for event_id, said in zip(waiting, asked(assistant.address, KEY, *GUIDE), strict=True):
        assert_shows(room.answer(event_id), said)
    assert_answered_once(room, own.user_id, waiting)


@pytest.mark.soak
def test_more_than_a_page_of_messages_is_waiting(own: Gateway, person: Person, assistant: Service) -> None:
    room = person.direct(own.user_id)
    waiting = [room.write("vérifier ma situation")]
    room.answer(waiting[0])
    own.kill()
    for _ in range(120):  # what no one answers takes room in the timeline
        room.send({"msgtype": "m.notice", "body": "…"})
    waiting += [room.write(text) for text in GUIDE[1:]]
    for _ in range(120):
        room.send({"msgtype": "m.notice", "body": "…"})
    own.start()
    for event_id, said in zip(waiting, asked(assistant.address, KEY, *GUIDE), strict=True):
        assert_shows(room.answer(event_id), said)
    assert_answered_once(room, own.user_id, waiting)


@pytest.mark.soak
def test_the_homeserver_may_be_killed(own: Gateway, person: Person, homeserver: Synapse, assistant: Service) -> None:
    room = person.direct(own.user_id)
    waiting = [room.write(text) for text in GUIDE[:2]]
    room.answer(waiting[-1])
    waiting.append(room.write(GUIDE[2]))
    homeserver.kill()
    homeserver.start()
    waiting.append(room.write(GUIDE[3]))
    for event_id, said in zip(waiting, asked(assistant.address, KEY, *GUIDE), strict=True):
        assert_shows(room.answer(event_id, A_WHILE), said)
    assert_answered_once(room, own.user_id, waiting)
    assert own.is_running()


@pytest.mark.soak
def test_the_gateway_may_start_before_the_homeserver(
    new_gateway: NewGateway, new_wire: NewWire, person: Person, homeserver: Synapse
) -> None:
    wire = new_wire(homeserver.address)
    gateway = new_gateway(through=wire.address)
    gateway.start()
    room = person.direct(gateway.user_id)
    gateway.kill()
    question = room.write(QUESTION)
    homeserver.kill()
    tried = wire.before("", lambda: None, times=3)
    gateway.start(wait=False)
    try:
        tried.until_met(3)
    finally:
        homeserver.start()
    room.answer(question, A_WHILE)
    assert_answered_once(room, gateway.user_id, [question])
