"""Each message of a messenger answered once, its answer delivered whole and in order, however often it is brought.

All in memory: what was answered under salted hashes, and what could not be sent yet until it is, or is too old.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakValueDictionary

from bot.channels.messaging.provider import Refused
from bot.channels.sessions import FORGET_AFTER_SECONDS

logger = logging.getLogger(__name__)

MOST_ANSWERED = 5_000  # messages
MOST_WAITING = 500  # peers to whom something could not be sent yet

Part = dict[str, Any]


@dataclass(frozen=True)
class Answered:
    """What a message gets; `erased`: it ended the conversation, and what was still to be said in it is not wanted."""

    parts: Sequence[Part]
    erased: bool = False


Answer = Callable[[], Awaitable[Answered]]
Send = Callable[[Part], Awaitable[None]]


@dataclass
class _Waiting:
    """What is still to be sent to one peer, oldest first, since when, and the messages that it answers."""

    since: float
    parts: deque[Part] = field(default_factory=deque)
    answers: list[str] = field(default_factory=list)


class Deliveries:
    """The deliveries of one messenger."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most_answered: int = MOST_ANSWERED) -> None:
        self._clock, self._most_answered = clock, most_answered
        self._salt = secrets.token_bytes(32)
        self._answered: OrderedDict[str, None] = OrderedDict()
        self._waiting: OrderedDict[str, _Waiting] = OrderedDict()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def deliver(self, peer: str, identifier: str, answer: Answer, send: Send) -> None:
        """Answer a message unless it was, then send what this peer has not got yet; one message of a peer at a time.

        A part that the messenger refuses is dropped. What has waited for too long is answered anew if brought again.

        Raises:
            Away: not all could be sent; the rest goes with the next message, or with this one brought again.
        """
        whose, which = self._hash(peer), self._hash(peer, identifier)
        # Kept here as long as anybody waits for it, and no longer.
        turn = self._turns.setdefault(whose, asyncio.Lock())
        async with turn:
            self._forget_old()
            waiting = self._waiting.pop(whose, None) or _Waiting(self._clock())
            try:
                if which not in self._answered and which not in waiting.answers:
                    self._add(waiting, which, await answer())
                await self._send(waiting.parts, send)
            finally:
                if waiting.parts:
                    self._keep(whose, waiting)
                else:
                    self._remember(waiting.answers)

    def _add(self, waiting: _Waiting, which: str, answered: Answered) -> None:
        if answered.erased:
            waiting.parts.clear()
        waiting.parts.extend(answered.parts)
        waiting.answers.append(which)

    async def _send(self, parts: deque[Part], send: Send) -> None:
        while parts:
            try:
                await send(parts[0])
            except Refused as refused:
                logger.warning("a part of an answer was refused: status %d", refused.status)
            parts.popleft()

    def _remember(self, delivered: Sequence[str]) -> None:
        self._answered.update(dict.fromkeys(delivered))
        while len(self._answered) > self._most_answered:
            self._answered.popitem(last=False)

    def _keep(self, whose: str, waiting: _Waiting) -> None:
        self._waiting[whose] = waiting
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)

    def _forget_old(self) -> None:
        limit = self._clock() - FORGET_AFTER_SECONDS
        for whose in [whose for whose, waiting in self._waiting.items() if waiting.since < limit]:
            del self._waiting[whose]

    def _hash(self, *words: str) -> str:
        return hashlib.blake2b("\0".join(words).encode(), key=self._salt, digest_size=16).hexdigest()
