"""How much one visitor may ask for in a minute."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

MINUTE = 60
BUSY = "Vous allez un peu vite pour moi. Attendez quelques instants, puis réessayez."


class TooMany(Exception):
    """A limit was reached."""


def count_within(times: deque[float], most: int, now: float) -> None:
    """Add a moment to those of the last minute.

    Raises:
        TooMany: there were already `most` of them.
    """
    while times and now - times[0] > MINUTE:
        times.popleft()
    if len(times) >= most:
        raise TooMany
    times.append(now)


class PerAddress:
    """A limit for each address; addresses are only remembered for the minute that it needs."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._times: dict[str, deque[float]] = {}

    def count(self, address: str) -> None:
        """Count one request.

        Raises:
            TooMany: there were too many from this address in the last minute.
        """
        now = self._clock()
        self._times = {key: times for key, times in self._times.items() if times and now - times[-1] <= MINUTE}
        count_within(self._times.setdefault(address, deque()), self._most, now)
