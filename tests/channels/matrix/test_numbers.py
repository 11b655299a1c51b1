"""A number picks from the list that the person was shown last, or from none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import pytest

from bot.channels.matrix.assistant import Assistant, Begun, Reply
from bot.channels.matrix.entries import Heard
from bot.channels.matrix.errors import Forgotten
from bot.channels.matrix.html import formatted
from bot.channels.matrix.parts import parts_of
from bot.channels.matrix.reading import Window
from bot.channels.matrix.record import SILENCE
from bot.channels.matrix.replies import INTERRUPTED, Replies, written
from bot.channels.matrix.words import sentence
from bot.channels.rendering.numbered import OR_ASK, PICK
from tests.channels.matrix.homeserver import Memory
from tests.channels.matrix.timeline import CAMILLE, DENIS, ME, Timeline

ROOM = "!salon:exemple.fr"
CHOICES = {"choices": [{"label": "Ma pension"}, {"label": "Mon travail"}]}
MENTION = {"m.mentions": {"user_ids": [ME.id]}}


class _Assistant(Assistant):
    """It knows no conversation but those begun; `asked`: what each was begun with, and what was said in it."""

    def __init__(self) -> None:
        super().__init__("http://localhost:5005/")
        self.asked: list[tuple[tuple[str, ...], list[str]]] = []
        self.takes_up = True

    async def begin(self, said: Sequence[str] = ()) -> Begun:
        if said and not self.takes_up:
            raise Forgotten
        self.asked.append((tuple(said), []))
        return Begun(str(len(self.asked)), ({**sentence("Bonjour."), **CHOICES},))

    async def say(self, token: str, text: str, identifier: str) -> Reply:
        self.asked[int(token) - 1][1].append(text)
        return Reply((sentence("D'accord."),))


def _greeted() -> Timeline:
    room = Timeline()
    room.answer(room.meet())
    return room


def _reply(room: Timeline, assistant: _Assistant, *joined: str) -> Reply:
    """The reply to the last message of the room, of a gateway that has just started."""
    heard = room.entries(*joined)[-1]
    assert isinstance(heard, Heard)
    homeserver = Memory(room)
    homeserver.members = lambda _room_id: frozenset({ME.id, *(joined or (CAMILLE,))})  # type: ignore[method-assign]
    replies = Replies(ROOM, homeserver, assistant)
    return asyncio.run(replies.reply_to(heard, Window(homeserver, ROOM)))


def _after_a_silence() -> Timeline:
    room = _greeted()
    room.answer(room.write("vérifier ma situation"))
    room.now += SILENCE
    return room


def _after_an_erasure() -> Timeline:
    room = _greeted()
    room.answer(room.write("effacer mes données"), erased=True)
    return room


@pytest.mark.parametrize("begin", [_after_a_silence, _after_an_erasure])
@pytest.mark.parametrize("text", ["2", "2.", "la deuxième"])
def test_a_number_without_a_list_is_not_taken_for_one(begin: Callable[[], Timeline], text: str) -> None:
    room, assistant = begin(), _Assistant()
    room.write(text)
    assert _reply(room, assistant).messages == (written(INTERRUPTED),)
    assert assistant.asked == []


def test_it_is_not_taken_for_one_when_the_conversation_goes_on() -> None:
    room, assistant = _after_a_silence(), _Assistant()
    for text in ("2", "1"):
        room.answer(room.write(text))
    room.write("3")
    assert _reply(room, assistant).messages == (written(INTERRUPTED),)
    room.answer(room.events[-1]["event_id"])
    room.answer(room.write("estimer ma pension"))
    room.write("1")
    _reply(room, assistant)
    assert assistant.asked == [(("estimer ma pension",), ["1"])]


def test_the_list_given_to_another_member_of_a_group_is_not_meant() -> None:
    room, assistant = _greeted(), _Assistant()
    room.member(DENIS, "join")
    ours = room.answer(room.write("vérifier ma situation", **MENTION))
    room.write("2", DENIS, **{"m.relates_to": {"m.in_reply_to": {"event_id": ours}}})
    assert _reply(room, assistant, CAMILLE, DENIS).messages == (written(INTERRUPTED),)


def test_the_greeting_of_one_is_not_meant_by_who_came_later() -> None:
    room, assistant = _greeted(), _Assistant()
    room.member(DENIS, "join")
    room.write("2", DENIS, **MENTION)
    assert _reply(room, assistant, CAMILLE, DENIS).messages == (written(INTERRUPTED),)


def test_the_greeting_may_be_answered_by_a_number() -> None:
    room, assistant = _greeted(), _Assistant()
    room.write("2")
    _reply(room, assistant)
    room.answer(room.events[-1]["event_id"])
    room.write("1")
    _reply(room, assistant)
    assert assistant.asked == [((), ["2"]), (("2",), ["1"])]


def test_a_number_is_said_in_no_conversation_but_the_one_it_belongs_to() -> None:
    room, assistant = _greeted(), _Assistant()
    assistant.takes_up = False
    room.answer(room.write("vérifier ma situation"))
    room.write("2")
    assert _reply(room, assistant).messages == (written(INTERRUPTED),)


def test_only_the_choices_of_the_last_message_have_numbers() -> None:
    first, last = {**sentence("un"), **CHOICES}, {**sentence("deux"), **CHOICES}
    shown = [part for part in parts_of([first, last], [first]) if isinstance(part, dict)]
    assert [OR_ASK in part["body"] for part in shown] == [True, False, True]
    assert [PICK in part["body"] for part in shown] == [False, True, False]
    assert ["<ol>" in part["formatted_body"] for part in shown] == [False, True, False]
    for part in shown:
        for words in (OR_ASK, PICK, "Ma pension"):
            assert (words in part["body"]) == (words in part["formatted_body"])
    assert formatted(last) == shown[1]["formatted_body"]


def test_the_greeting_keeps_its_numbers_though_more_is_said_after_it() -> None:
    room, assistant = Timeline(), _Assistant()
    room.meet()
    reply = _reply(room, assistant)
    assert reply.more
    assert [PICK in part["body"] for part in parts_of(reply.messages, reply.more) if isinstance(part, dict)] == [
        True,
        False,
    ]
