"""Waiting longer and longer for a server that is away, each room a little differently."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass

from bot.channels.matrix.errors import Away

FIRST, GROWTH, LONGEST = 1.0, 1.5, 60.0  # seconds, times, seconds
JITTER = 0.2  # a fifth more or less
_CHANCE = secrets.SystemRandom()


@dataclass
class Patience:
    """How long to wait before the next attempt."""

    delay: float = FIRST

    def next(self, away: Away | None = None) -> float:
        """Seconds to wait now: what the server asked for, else a little more than the last time."""
        own, self.delay = self.delay, min(self.delay * GROWTH, LONGEST)
        asked = min(away.after, LONGEST) if away and away.after else 0.0
        return max(asked, own) * _CHANCE.uniform(1 - JITTER if not asked else 1, 1 + JITTER)

    async def wait(self, away: Away | None = None) -> None:
        """Wait before the next attempt."""
        await asyncio.sleep(self.next(away))
