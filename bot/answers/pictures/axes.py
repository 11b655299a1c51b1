"""Where sums fall on a drawing, and the round figures written along its sides."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import count

_ROUND = (1, 2, 5)


@dataclass(frozen=True)
class Axes:
    """The frame of a drawing, in its units, and the sums at its right and top sides; both begin at zero."""

    left: float
    right: float
    top: float
    bottom: float
    widest: Decimal
    highest: Decimal

    def x(self, value: Decimal) -> float:
        """From the left side."""
        return self.left + (self.right - self.left) * float(value / self.widest)

    def y(self, value: Decimal) -> float:
        """From the bottom side."""
        return self.bottom - (self.bottom - self.top) * float(value / self.highest)


def round_figures(highest: Decimal, most: int = 4) -> tuple[Decimal, ...]:
    """Zero and the multiples of 1, 2 or 5 tens, hundreds… up to `highest`, at most `most` of them."""
    steps = (Decimal(base).scaleb(power) for power in count() for base in _ROUND)
    step = next(step for step in steps if highest < step * most)
    return tuple(step * index for index in range(int(highest / step) + 1))
