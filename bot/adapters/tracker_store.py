"""Conversations in memory only, forgotten after a time without a message; erased at once on request."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

FORGET_AFTER_SECONDS = 2 * 60 * 60
SWEEP_EVERY_SECONDS = 60


class ForgettingTrackerStore(InMemoryTrackerStore):
    """Nothing is written to disk: what is forgotten is gone."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: Any = None,
        clock: Callable[[], float] = time.monotonic,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain or Domain.empty(), event_broker)
        self._clock = clock
        self._last_seen: dict[str, float] = {}
        self._next_sweep = 0.0

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the conversation and forget those that have been silent for too long."""
        self._last_seen[tracker.sender_id] = self._clock()
        await super().save(tracker)
        self._sweep()

    def erase(self, sender_id: str) -> None:
        """Forget one conversation now."""
        self.store.pop(sender_id, None)
        self._last_seen.pop(sender_id, None)

    def _sweep(self) -> None:
        now = self._clock()
        if now < self._next_sweep:
            return
        self._next_sweep = now + SWEEP_EVERY_SECONDS
        for sender_id, seen in list(self._last_seen.items()):
            if now - seen > FORGET_AFTER_SECONDS:
                self.erase(sender_id)
