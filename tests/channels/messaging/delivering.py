"""A messenger as the deliveries see it: it brings messages, takes parts, and fails as told."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable

from bot.channels.messaging.deliveries import Answered, Deliveries, Part
from bot.channels.messaging.provider import Away, Refused


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Messenger:
    """Takes parts, fails as told, and counts what was answered; an answer to "a" has the parts "a0", "a1", "a2"."""

    def __init__(self, deliveries: Deliveries, outcomes: Iterable[str] = ()) -> None:
        self.deliveries, self.outcomes = deliveries, list(outcomes)
        self.got: dict[str, list[str]] = {}
        self.answered: Counter[tuple[str, str]] = Counter()

    async def bring(
        self, peer: str, identifier: str, parts: int = 3, slow: float = 0.0, *, erased: bool = False
    ) -> bool:
        """Bring a message; whether all was delivered."""

        async def answer() -> Answered:
            await asyncio.sleep(slow)
            self.answered[peer, identifier] += 1
            return Answered([{"text": f"{identifier}{number}"} for number in range(parts)], erased)

        async def send(part: Part) -> None:
            await asyncio.sleep(0)
            outcome = self.outcomes.pop(0) if self.outcomes else "taken"
            if outcome == "away":
                raise Away
            if outcome == "refused":
                raise Refused(400)
            self.got.setdefault(peer, []).append(part["text"])

        try:
            await self.deliveries.deliver(peer, identifier, answer, send)
        except Away:
            return False
        return True
