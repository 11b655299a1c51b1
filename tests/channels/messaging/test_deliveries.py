"""Each message answered once, each part sent once and in order, whatever fails and whenever."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.messaging.deliveries import Deliveries
from tests.channels.messaging.delivering import Messenger


@given(
    st.lists(st.tuples(st.sampled_from("PQ"), st.sampled_from("abcd")), max_size=12),
    st.lists(st.sampled_from(["taken", "away"]), max_size=40),
)
def test_however_it_fails_nothing_is_lost_doubled_or_out_of_order(
    brought: list[tuple[str, str]], outcomes: list[str]
) -> None:
    async def run() -> Messenger:
        messenger = Messenger(Deliveries(), outcomes)
        for peer, identifier in brought:
            for _ in range(len(outcomes) + 1):  # until it is taken, as messengers do; others may come in between
                if await messenger.bring(peer, identifier):
                    break
        return messenger

    messenger = asyncio.run(run())
    assert set(messenger.answered.values()) <= {1}
    for peer in "PQ":
        first = list(dict.fromkeys(identifier for who, identifier in brought if who == peer))
        assert messenger.got.get(peer, []) == [f"{identifier}{number}" for identifier in first for number in range(3)]


@given(st.permutations(["a", "a", "b", "c"]), st.lists(st.sampled_from(["taken", "away"]), max_size=12))
def test_brought_all_at_once_each_is_still_answered_once(order: list[str], outcomes: list[str]) -> None:
    async def run() -> Messenger:
        messenger = Messenger(Deliveries(), outcomes)
        await asyncio.gather(*(messenger.bring("P", identifier) for identifier in order))
        while not all(await asyncio.gather(*(messenger.bring("P", identifier) for identifier in order))):
            pass
        return messenger

    messenger = asyncio.run(run())
    expected = [f"{identifier}{number}" for identifier in dict.fromkeys(order) for number in range(3)]
    assert messenger.got["P"] == expected
    assert set(messenger.answered.values()) == {1}


def test_a_refused_part_does_not_hold_up_the_others() -> None:
    messenger = Messenger(Deliveries(), ["taken", "refused", "taken"])
    assert asyncio.run(messenger.bring("P", "a"))
    assert messenger.got["P"] == ["a0", "a2"]


def test_nobody_waits_for_another() -> None:
    async def run() -> list[str]:
        messenger, done = Messenger(Deliveries()), []

        async def bring(peer: str, slow: float) -> None:
            await messenger.bring(peer, "a", slow=slow)
            done.append(peer)

        await asyncio.gather(bring("slow", 0.1), bring("quick", 0))
        return done

    assert asyncio.run(run()) == ["quick", "slow"]


def test_the_same_name_from_another_peer_is_another_message() -> None:
    async def run() -> Messenger:
        messenger = Messenger(Deliveries())
        await messenger.bring("P", "a")
        await messenger.bring("Q", "a")
        return messenger

    assert asyncio.run(run()).got == {"P": ["a0", "a1", "a2"], "Q": ["a0", "a1", "a2"]}


def test_only_so_many_messages_are_remembered_the_oldest_go_first() -> None:
    async def run() -> Messenger:
        messenger = Messenger(Deliveries(most_answered=2))
        for identifier in ("a", "b", "c", "c", "b", "a"):
            await messenger.bring("P", identifier)
        return messenger

    assert asyncio.run(run()).answered == {("P", "a"): 2, ("P", "b"): 1, ("P", "c"): 1}


@pytest.mark.parametrize("word", ["P-secret", "a-secret"])
def test_neither_peer_nor_message_can_be_read_in_what_is_kept(word: str) -> None:
    deliveries = Deliveries()
    asyncio.run(Messenger(deliveries, ["taken", "away"]).bring("P-secret", "a-secret"))
    kept = [*deliveries._waiting, *(name for waiting in deliveries._waiting.values() for name in waiting.answers)]
    assert len(kept) == 2 and not any(word in key for key in kept)
    other = Deliveries()
    asyncio.run(Messenger(other).bring("P-secret", "a-secret"))
    assert other._answered and not set(kept) & set(other._answered)  # the salt differs: known names match nothing
