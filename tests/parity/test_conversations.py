"""Every conversation of the catalogue, with the really trained model: the same on every channel."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.answers.message import Choice
from bot.channels.incoming import clean
from bot.channels.messaging.door import Door, Incoming
from bot.channels.sessions import Session
from tests.dialogues.catalogue import Conversation, conversations
from tests.parity.conftest import Played
from tests.parity.playing import Said, Step, as_entry
from tests.parity.problems import problems

pytestmark = pytest.mark.model

ALL = conversations()
# The conversations that answer most, in a guide that wants numbers and in one that wants choices.
LONGEST = [
    max((one for one in ALL if one.guide == guide), key=lambda one: len(one.answers))
    for guide in ("amount", "eligibility")
]
# Some of each guide at every test; all of them, twice over, takes minutes.
EVERY = 8
each_conversation = pytest.mark.parametrize(
    "conversation",
    [pytest.param(one, id=one.id, marks=() if at % EVERY == 0 else pytest.mark.soak) for at, one in enumerate(ALL)],
)


@each_conversation
def test_every_channel_tells_all_of_it(conversation: Conversation, played: Played) -> None:
    steps = played.in_text(conversation)
    assert {problem for step in steps for said in step.said for problem in problems(said)} == set()


@each_conversation
def test_a_choice_is_picked_by_its_number_its_label_or_its_id(conversation: Conversation, played: Played) -> None:
    wrong = [fault for step in played.in_text(conversation) for fault in _not_picked(step.said[-1])]
    assert wrong == []


def _not_picked(said: Said) -> list[str]:
    """Labels that would pick something else, one way or another."""
    choices = tuple(Choice(**choice) for choice in said.get("choices", ()))
    by_number = said.get("expects") != "number"
    session = Session("nobody", choices)
    found = []
    for rank, (choice, issued) in enumerate(zip(choices, session.issue(said).get("choices", ()), strict=True), 1):
        if clean(choice.label, choices, by_number=by_number).text != choice.payload:
            found.append(f"by its label: {choice.label}")
        if by_number and clean(str(rank), choices).text != choice.payload:
            found.append(f"by its number: {choice.label}")
        if session.pressed(issued["id"]) != choice:
            found.append(f"by its id: {choice.label}")
    return found


@each_conversation
def test_ids_over_http_lead_where_numbers_lead(conversation: Conversation, played: Played) -> None:
    steps, answers = played.in_text(conversation), played.over_http(conversation)
    assert [_entries(answer) for answer in answers] == [_entries(step.said) for step in steps]


@pytest.mark.soak
def test_choices_are_picked_in_most_conversations(played: Played) -> None:
    picked = [sum(step.rank > 0 for step in played.in_text(one)) for one in ALL]
    assert sum(count > 0 for count in picked) > len(ALL) / 2
    assert any(step.rank and not step.sent.isdecimal() for one in ALL for step in played.in_text(one))


@pytest.mark.parametrize("by_id", [True, False], ids=["by-id", "by-number"])
@pytest.mark.parametrize("conversation", LONGEST, ids=lambda one: one.id)
def test_messengers_lead_where_the_terminal_leads(conversation: Conversation, by_id: bool, played: Played) -> None:
    steps = played.in_text(conversation)
    door = Door("parity", played.agent.handle_message)
    answers = played.loop.run_until_complete(_through(door, steps, by_id))
    assert [_entries(answer) for answer in answers] == [_entries(step.said) for step in steps]


async def _through(door: Door, steps: tuple[Step, ...], by_id: bool) -> list[list[Said]]:
    """What a messenger is given to deliver, without the words of a first contact."""
    answers: list[list[Said]] = []
    for number, step in enumerate(steps):
        said: dict[str, Any] = {"text": step.sent}
        if by_id and step.rank and answers:
            said = {"choice": answers[-1][-1]["choices"][step.rank - 1]["id"]}
        answer = await door.answer(Incoming("peer", str(number), **said), lambda _sender: None)
        answers.append(answer[-len(step.said) :])
        await asyncio.sleep(0)
    return answers


def _entries(said: Any) -> list[Said]:
    return [as_entry(one) for one in said]
