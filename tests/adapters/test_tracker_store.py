"""Conversations in memory: kept while they go on, gone after a silence, gone at once on request."""

from __future__ import annotations

import asyncio

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered

from bot.adapters.tracker_store import FORGET_AFTER_SECONDS, SWEEP_EVERY_SECONDS, ForgettingTrackerStore


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _say(store: ForgettingTrackerStore, sender: str) -> None:
    async def say() -> None:
        tracker = await store.get_or_create_tracker(sender)
        tracker.update(UserUttered("bonjour"))
        await store.save(tracker)

    asyncio.run(say())


def _known(store: ForgettingTrackerStore) -> set[str]:
    return set(asyncio.run(store.keys()))


def test_a_silent_conversation_is_forgotten_and_a_lively_one_kept() -> None:
    clock = Clock()
    store = ForgettingTrackerStore(Domain.empty(), clock=clock)
    _say(store, "silent")
    clock.now = FORGET_AFTER_SECONDS
    _say(store, "lively")
    clock.now = FORGET_AFTER_SECONDS + SWEEP_EVERY_SECONDS + 1
    _say(store, "lively")
    assert _known(store) == {"lively"}


def test_erasing_forgets_at_once() -> None:
    store = ForgettingTrackerStore(Domain.empty())
    _say(store, "one")
    _say(store, "two")
    store.erase("one")
    assert _known(store) == {"two"}
