"""The answers to what erased a conversation, which is gone: should Twilio ask for them again."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from bot.channels.messaging.door import Incoming
from bot.channels.sessions import FORGET_AFTER_SECONDS

MOST_ERASURES = 1_000


class Erasures:
    """As many as `MOST_ERASURES`, each as long as a conversation is kept, under a salted hash of its request."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, list[str]]] = OrderedDict()
        self._salt = secrets.token_hex(16)

    def answer_to(self, message: Incoming) -> list[str] | None:
        """What was answered to this very message; None when it erased nothing, or too long ago."""
        limit = self._clock() - FORGET_AFTER_SECONDS
        while self._kept and next(iter(self._kept.values()))[0] < limit:
            self._kept.popitem(last=False)
        kept = self._kept.get(self._mark(message))
        return kept[1] if kept else None

    def keep(self, message: Incoming, answer: list[str]) -> None:
        """Remember the answer to a message that has just erased its conversation."""
        self._kept[self._mark(message)] = self._clock(), answer
        while len(self._kept) > MOST_ERASURES:
            self._kept.popitem(last=False)

    def _mark(self, message: Incoming) -> str:
        return hashlib.sha256(f"{self._salt} {message.peer} {message.identifier}".encode()).hexdigest()
