"""The gateway is killed, or cut off, at the worst moments: every message still gets one answer, in its turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.matrix.asked import asked, assert_shows
from tests.matrix.conftest import KEY, NewGateway, NewPerson
from tests.matrix.gateway import Gateway
from tests.matrix.once import assert_answered_once
from tests.matrix.person import Person
from tests.matrix.synapse import Synapse
from tests.matrix.wire import Cut, Instead, Trap, Wire, cut, late
from tests.service import Service

pytestmark = [pytest.mark.model, pytest.mark.soak]

SEND, UPLOAD = "PUT .*/send/", "POST .*/upload"
ANSWER, BEGIN = "POST .*/current/messages", "POST .*/conversations$"
# "1" said twice would answer two questions.
GUIDE = ["vérifier ma situation", "1", "non", "je ne sais pas"]
WITH_A_FILE = [*GUIDE, "62", "je voudrais imprimer un résumé"]
QUESTIONS = [
    "quels documents pour la demande ?",
    "quelles ressources dois-je déclarer ?",
    "vérifier ma situation",
    "salarié du privé",
    "stop",
    "quel est le montant maximum de la pension ?",
    "estimer ma pension",
]


@dataclass(frozen=True)
class Lines:
    """A gateway, and the wires to its homeserver and to its assistant."""

    gateway: Gateway
    homeserver: Wire
    assistant: Wire

    def die(self) -> Instead | None:
        """Kill the gateway; the request that was under way gets no answer."""
        self.gateway.kill()
        raise Cut

    def clear(self) -> None:
        """Let everything pass again."""
        self.homeserver.clear()
        self.assistant.clear()


@pytest.fixture(scope="module")
def _lines(request: pytest.FixtureRequest, homeserver: Synapse, assistant: Service, new_gateway: NewGateway) -> Lines:
    wires = Wire(homeserver.address), Wire(assistant.address)
    for wire in wires:
        request.addfinalizer(wire.close)
    return Lines(new_gateway(through=wires[0].address, asking=wires[1].address), *wires)


@pytest.fixture
def lines(_lines: Lines) -> Lines:
    """A gateway that runs, nothing in its way."""
    _lines.clear()
    if not _lines.gateway.is_running():
        _lines.gateway.start()
    return _lines


SetTrap = Callable[[Lines], Trap]
DEADLY: dict[str, SetTrap] = {
    "before it asks the assistant": lambda lines: lines.assistant.before(ANSWER, lines.die),
    "after the assistant has answered": lambda lines: lines.assistant.after(ANSWER, lines.die),
    "before it sends": lambda lines: lines.homeserver.before(SEND, lines.die),
    "just after it has sent": lambda lines: lines.homeserver.after(SEND, lines.die),
    "while it types": lambda lines: lines.homeserver.after("/typing/", lines.die),
    "when it has read": lambda lines: lines.homeserver.after("receipt|read_markers", lines.die),
    "when it hears of the message": lambda lines: lines.homeserver.after("GET .*/sync", lines.die),
}
TROUBLE: dict[str, SetTrap] = {
    "the homeserver's answer is lost": lambda lines: lines.homeserver.after(SEND, cut),
    "the homeserver cannot be reached": lambda lines: lines.homeserver.before(SEND, cut, times=2),
    "the homeserver wants it slower": lambda lines: lines.homeserver.before(SEND, _slower, times=2),
    "the homeserver is out of order": lambda lines: lines.homeserver.before(SEND, _out_of_order),
    "the assistant's answer is lost": lambda lines: lines.assistant.after(ANSWER, cut),
    "the assistant cannot be reached": lambda lines: lines.assistant.before(ANSWER, cut, times=2),
    "the assistant wants it slower": lambda lines: lines.assistant.before(ANSWER, _too_many),
    "the assistant is out of order": lambda lines: lines.assistant.before(ANSWER, _out_of_order),
    "the assistant has forgotten": lambda lines: lines.assistant.before(ANSWER, _unknown),
}
IN_A_FILE: dict[str, SetTrap] = {
    "before the file goes": lambda lines: lines.homeserver.before(UPLOAD, lines.die),
    "after the file went": lambda lines: lines.homeserver.after(UPLOAD, lines.die),
    "between the parts": lambda lines: lines.homeserver.before(SEND, lines.die, skip=1),
    "just after the second part": lambda lines: lines.homeserver.after(SEND, lines.die, skip=1),
}


def _slower() -> Instead:
    return Instead(429, {"errcode": "M_LIMIT_EXCEEDED", "error": "slower", "retry_after_ms": 200})


def _too_many() -> Instead:
    return Instead(429, {"error": "too_many", "message": "Attendez quelques instants."})


def _unknown() -> Instead:
    return Instead(404, {"error": "unknown_conversation", "message": "Elle n'existe plus."})


def _out_of_order() -> Instead:
    return Instead(502, {"error": "bad gateway"})


@pytest.mark.parametrize("moment", DEADLY)
def test_killed(lines: Lines, person: Person, assistant: Service, moment: str) -> None:
    room = person.direct(lines.gateway.user_id)
    waiting = [room.write(GUIDE[0])]
    room.answer(waiting[0])
    trap = DEADLY[moment](lines)
    waiting.append(room.write(GUIDE[1]))
    trap.until_met()
    waiting.append(room.write(GUIDE[2]))
    lines.clear()
    lines.gateway.start()
    waiting.append(room.write(GUIDE[3]))
    for event_id, said in zip(waiting, asked(assistant.address, KEY, *GUIDE), strict=True):
        assert_shows(room.answer(event_id), said, nothing_else=True)
    assert_answered_once(room, lines.gateway.user_id, waiting)


@pytest.mark.parametrize("moment", IN_A_FILE)
def test_killed_in_an_answer_of_several_parts(lines: Lines, person: Person, assistant: Service, moment: str) -> None:
    room = person.direct(lines.gateway.user_id)
    *before, last = WITH_A_FILE
    waiting = [room.write(text) for text in before]
    room.answer(waiting[-1])
    trap = IN_A_FILE[moment](lines)
    waiting.append(room.write(last))
    trap.until_met()
    lines.clear()
    lines.gateway.start()
    for event_id, said in zip(waiting, asked(assistant.address, KEY, *WITH_A_FILE), strict=True):
        assert_shows(room.answer(event_id), said)
    assert_answered_once(room, lines.gateway.user_id, waiting)


@pytest.mark.parametrize("trouble", TROUBLE)
def test_cut_off(lines: Lines, person: Person, assistant: Service, trouble: str) -> None:
    room = person.direct(lines.gateway.user_id)
    waiting = [room.write(GUIDE[0])]
    room.answer(waiting[0])
    trap = TROUBLE[trouble](lines)
    waiting += [room.write(text) for text in GUIDE[1:]]
    trap.until_met()
    for event_id, said in zip(waiting, asked(assistant.address, KEY, *GUIDE), strict=True):
        assert_shows(room.answer(event_id, seconds=90), said, nothing_else=True)
    assert_answered_once(room, lines.gateway.user_id, waiting)


def test_a_request_that_comes_after_its_own_repetition(lines: Lines, person: Person, assistant: Service) -> None:
    room = person.direct(lines.gateway.user_id)
    waiting = [room.write(GUIDE[0])]
    room.answer(waiting[0])
    lines.homeserver.before(SEND, late)
    again = lines.homeserver.after(SEND, lines.homeserver.arrive)
    waiting += [room.write(text) for text in GUIDE[1:]]
    again.until_met()
    for event_id, said in zip(waiting, asked(assistant.address, KEY, *GUIDE), strict=True):
        assert_shows(room.answer(event_id, seconds=90), said, nothing_else=True)
    assert_answered_once(room, lines.gateway.user_id, waiting)


def test_a_room_in_trouble_does_not_hold_up_another(lines: Lines, new_person: NewPerson) -> None:
    stuck, free = new_person().direct(lines.gateway.user_id), new_person().direct(lines.gateway.user_id)
    for room in (stuck, free):
        room.say("bonjour")
    path = stuck.path.removeprefix("rooms/").replace("%21", "[!%].*")[:20]
    trap = lines.homeserver.before(f"PUT .*{path}.*/send/", _out_of_order, times=100_000)
    waiting = stuck.write(QUESTIONS[0])
    trap.until_met()
    free.say(QUESTIONS[0])
    lines.clear()
    stuck.answer(waiting, seconds=90)


def test_killed_again_and_again_while_people_write(lines: Lines, person: Person, assistant: Service) -> None:
    room = person.direct(lines.gateway.user_id)
    waiting = []
    for turn, text in enumerate(QUESTIONS):
        wire, when = (lines.homeserver, lines.assistant)[turn % 3 == 2], turn % 2
        trap = (wire.after if when else wire.before)("PUT|POST", lines.die, skip=turn // 3)
        waiting.append(room.write(text))
        trap.until_met()
        lines.clear()
        lines.gateway.start()
    for event_id, said in zip(waiting, asked(assistant.address, KEY, *QUESTIONS), strict=True):
        assert_shows(room.answer(event_id), said)
    assert_answered_once(room, lines.gateway.user_id, waiting)
