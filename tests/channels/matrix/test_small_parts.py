from __future__ import annotations

import pytest

from bot.channels.matrix.erasing import to_redact
from bot.channels.matrix.errors import Away
from bot.channels.matrix.location import position
from bot.channels.matrix.marks import Mark, identifier
from bot.channels.matrix.patience import JITTER, LONGEST, Patience
from bot.channels.matrix.powers import all_powerful
from tests.channels.matrix.timeline import CAMILLE, DENIS, ME, Timeline


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("geo:46.16891,1.87142;u=35", (46.17, 1.87)),
        ("geo:-20.878,55.448,12", (-20.88, 55.45)),
        ("GEO:48,2", (48.0, 2.0)),
        ("geo:91,2", None),
        ("geo:46.1", None),
        ("https://exemple.fr/46.1,1.8", None),
        ("", None),
    ],
)
def test_a_position_is_rounded_and_must_be_on_earth(address: str, found: tuple[float, float] | None) -> None:
    assert position(address) == found


def test_waiting_grows_up_to_a_minute() -> None:
    patience = Patience()
    waits = [patience.next() for _ in range(40)]
    assert waits[0] < waits[5] < waits[10]
    assert LONGEST * (1 - JITTER) <= waits[-1] <= LONGEST * (1 + JITTER)


def test_a_server_that_says_how_long_is_not_asked_before() -> None:
    assert 20 <= Patience().next(Away(20.0)) <= 20 * (1 + JITTER)


def test_transactions_differ_by_message_and_part_and_names_fit_the_assistant() -> None:
    marks = [Mark(event, part, 2) for event in ("$a", "$b") for part in (1, 2)]
    assert len({mark.transaction for mark in marks}) == len(marks)
    assert Mark("$a", 1, 2).transaction == Mark("$a", 1, 3).transaction
    assert len(identifier("$a")) <= 64


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ({"room_version": "12", "additional_creators": [ME.id]}, {CAMILLE, ME.id}),
        ({"room_version": "12"}, {CAMILLE}),
        ({"room_version": "11", "additional_creators": [ME.id]}, set()),
        ({}, set()),
        ({"room_version": "org.exemple.essai"}, set()),
    ],
)
def test_creators_have_all_powers_since_version_12(content: dict[str, object], found: set[str]) -> None:
    assert all_powerful({"sender": CAMILLE, "content": content}) == found


def _deleted(room: Timeline, until: str, *joined: str) -> list[str]:
    return [entry.id for entry in to_redact(room.entries(*joined), until, CAMILLE)]


def test_what_was_said_before_an_erasure_is_deleted_and_nothing_else() -> None:
    room = Timeline()
    greeting = room.answer(room.meet())
    first = room.write("j'ai 54 ans")
    later = room.ask_to_wait(first)
    answer = room.answer(first)
    erase = room.write("effacer mes données")
    meanwhile = room.write("bonjour")
    room.answer(erase, erased=True)
    room.answer(meanwhile)
    assert _deleted(room, erase) == [greeting, first, later, answer, erase]


def test_what_people_of_a_group_said_to_each_other_is_not_deleted() -> None:
    room = Timeline()
    room.member(DENIS, "join")
    room.meet()
    room.write("entre nous")
    asked = room.write("assistant, ma pension ?")
    answer = room.answer(asked)
    room.answer(room.write("assistant, et la mienne ?", DENIS))
    erase = room.write("assistant, effacer mes données")
    room.answer(erase, erased=True)
    assert _deleted(room, erase, CAMILLE, DENIS) == [asked, answer, erase]
    room.member(DENIS, "leave", "join")
    assert _deleted(room, erase) == [asked, answer, erase]


def test_what_is_deleted_is_not_deleted_again() -> None:
    room = Timeline()
    room.meet()
    first = room.write("j'ai 54 ans")
    answer = room.answer(first)
    erase = room.write("effacer mes données")
    for event_id in (first, answer):
        room.delete(event_id)
    assert _deleted(room, erase) == [erase]
