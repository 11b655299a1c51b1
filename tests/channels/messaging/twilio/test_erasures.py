"""What erased a conversation is answered the same when Twilio asks again, at once too; and not for ever."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from bot.channels.conversation import content_message
from bot.channels.messaging.door import Door, Incoming
from bot.channels.messaging.twilio.channel import TwilioChannel
from bot.channels.messaging.twilio.erasures import MOST_ERASURES, Erasures
from bot.channels.messaging.twilio.settings import TwilioSettings
from bot.channels.rendering.plain_signs import plain_signs
from bot.channels.secrets import Secret
from bot.channels.sessions import FORGET_AFTER_SECONDS
from tests.channels.messaging.twilio.telephone import PUBLIC, TOKEN

ERASE = Incoming("+33600000001", "SM1", text="effacer mes données")
ANSWER = ["C'est fait."]


class Clock:
    """The time of a test, in seconds."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def erasures(clock: Clock) -> Erasures:
    return Erasures(clock)


async def erasing(message: UserMessage) -> None:
    """Stands for the assistant: slow, and erases whatever it is told."""
    await asyncio.sleep(0.05)
    said = {**content_message("effacer_mes_donnees"), "result": {"erase": True}}
    await message.output_channel.send_response(message.sender_id, {"message": said, "text": said["text"]})


def test_requests_that_wait_behind_the_one_that_erases_get_its_answer() -> None:
    async def all_at_once() -> list[Any]:
        channel, door = TwilioChannel(TwilioSettings((Secret(TOKEN),), PUBLIC)), Door("twilio", erasing)
        forgotten: list[str] = []
        answers = await asyncio.gather(*(channel._answer(door, ERASE, forgotten.append) for _ in range(4)))
        assert len(forgotten) == 1
        return answers

    answers = asyncio.run(all_at_once())
    assert plain_signs(content_message("effacer_mes_donnees")["text"]).partition(".")[0] in answers[0][0]
    assert all(answer == answers[0] for answer in answers)


def test_an_answer_is_kept_for_its_request_alone(erasures: Erasures) -> None:
    erasures.keep(ERASE, ANSWER)
    assert erasures.answer_to(ERASE) == ANSWER
    assert erasures.answer_to(Incoming(ERASE.peer, "SM2")) is None
    assert erasures.answer_to(Incoming("+33600000002", ERASE.identifier)) is None


def test_an_answer_is_kept_no_longer_than_a_conversation(erasures: Erasures, clock: Clock) -> None:
    erasures.keep(ERASE, ANSWER)
    clock.now += FORGET_AFTER_SECONDS
    assert erasures.answer_to(ERASE) == ANSWER
    clock.now += 1
    assert erasures.answer_to(Incoming("+33600000002", "SM2")) is None  # whoever writes, what is too old goes
    clock.now -= 1
    assert erasures.answer_to(ERASE) is None


def test_of_too_many_answers_the_oldest_goes(erasures: Erasures) -> None:
    first, *others = [Incoming(ERASE.peer, f"SM{number}") for number in range(MOST_ERASURES + 1)]
    for message in (first, *others):
        erasures.keep(message, ANSWER)
    assert erasures.answer_to(first) is None
    assert all(erasures.answer_to(message) == ANSWER for message in others)


def test_neither_who_wrote_nor_the_message_can_be_found_in_it(erasures: Erasures) -> None:
    erasures.keep(ERASE, ANSWER)
    inside = repr(vars(erasures))
    assert ERASE.peer not in inside
    assert ERASE.identifier not in inside
