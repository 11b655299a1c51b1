"""What could not be sent yet: it goes first, waits neither for ever nor for all, and never outlives an erasure."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.messaging.deliveries import MOST_WAITING, Answered, Deliveries, Part
from bot.channels.sessions import FORGET_AFTER_SECONDS
from tests.channels.messaging.delivering import Clock, Messenger


async def _nothing(_part: Part) -> None:
    """Take a part."""


def test_what_was_not_sent_goes_before_the_next_answer() -> None:
    async def run() -> Messenger:
        messenger = Messenger(Deliveries(), ["taken", "away"])
        assert not await messenger.bring("P", "a")
        assert await messenger.bring("P", "b")
        assert await messenger.bring("P", "a")
        return messenger

    assert asyncio.run(run()).got["P"] == ["a0", "a1", "a2", "b0", "b1", "b2"]


def test_what_could_not_be_sent_is_forgotten_like_a_conversation() -> None:
    async def run() -> list[str]:
        clock = Clock()
        messenger = Messenger(Deliveries(clock), ["away"])
        await messenger.bring("P", "a")
        clock.now += FORGET_AFTER_SECONDS + 1
        await messenger.bring("P", "b")
        return messenger.got["P"]

    assert asyncio.run(run()) == ["b0", "b1", "b2"]


def test_a_message_whose_answer_waited_too_long_is_answered_anew_when_it_comes_again() -> None:
    async def run() -> Messenger:
        clock = Clock()
        messenger = Messenger(Deliveries(clock), ["taken", "away", "away"])
        await messenger.bring("P", "a")
        await messenger.bring("P", "b")
        clock.now += FORGET_AFTER_SECONDS + 1
        for identifier in ("c", "a", "b", "a"):
            assert await messenger.bring("P", identifier)
        return messenger

    messenger = asyncio.run(run())
    assert messenger.answered == {("P", "a"): 2, ("P", "b"): 2, ("P", "c"): 1}
    assert messenger.got["P"][1:] == [f"{identifier}{number}" for identifier in "cab" for number in range(3)]


def test_who_waits_longest_is_forgotten_although_tried_again_last() -> None:
    async def run() -> Messenger:
        clock = Clock()
        messenger = Messenger(Deliveries(clock), ["away"] * 3)
        await messenger.bring("P", "a")
        clock.now += FORGET_AFTER_SECONDS / 2
        await messenger.bring("Q", "a")
        await messenger.bring("P", "a")
        clock.now += FORGET_AFTER_SECONDS / 2 + 1
        await messenger.bring("P", "b")
        await messenger.bring("Q", "a")
        return messenger

    assert asyncio.run(run()).got == {"P": ["b0", "b1", "b2"], "Q": ["a0", "a1", "a2"]}


def test_an_answer_that_cannot_be_made_loses_nothing_that_waits() -> None:
    async def fail() -> Answered:
        raise RuntimeError

    async def run() -> Messenger:
        messenger = Messenger(Deliveries(), ["away"])
        await messenger.bring("P", "a")
        with pytest.raises(RuntimeError):
            await messenger.deliveries.deliver("P", "b", fail, _nothing)
        await messenger.bring("P", "a")
        await messenger.bring("P", "b")
        return messenger

    assert asyncio.run(run()).got["P"] == ["a0", "a1", "a2", "b0", "b1", "b2"]


def test_only_so_many_peers_may_wait_and_who_came_first_is_answered_anew() -> None:
    async def run() -> Messenger:
        messenger = Messenger(Deliveries(), ["away"] * (MOST_WAITING + 1))
        for number in range(MOST_WAITING + 1):
            await messenger.bring(str(number), "a", parts=1)
        for number in range(MOST_WAITING + 1):
            assert await messenger.bring(str(number), "a", parts=1)
        return messenger

    messenger = asyncio.run(run())
    assert messenger.answered.pop(("0", "a")) == 2
    assert set(messenger.answered.values()) == {1}
    assert list(messenger.got.values()) == [["a0"]] * (MOST_WAITING + 1)


def test_nothing_said_before_an_erasure_is_sent_after_it() -> None:
    async def run() -> Messenger:
        messenger = Messenger(Deliveries(), ["taken", "away", "away"])
        assert not await messenger.bring("P", "a")
        assert not await messenger.bring("P", "erase", parts=1, erased=True)
        for identifier in ("a", "erase", "b"):
            assert await messenger.bring("P", identifier)
        return messenger

    messenger = asyncio.run(run())
    assert messenger.got["P"] == ["a0", "erase0", "b0", "b1", "b2"]
    assert set(messenger.answered.values()) == {1}


def test_an_erasure_leaves_the_answers_of_others() -> None:
    async def run() -> Messenger:
        messenger = Messenger(Deliveries(), ["away"])
        await messenger.bring("P", "a")
        await messenger.bring("Q", "erase", erased=True)
        await messenger.bring("P", "a")
        return messenger

    assert asyncio.run(run()).got["P"] == ["a0", "a1", "a2"]
