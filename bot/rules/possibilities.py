"""What follows when some facts are not known: the exact rule applied to every case that is still possible.

A rule is written once, for facts that are all known, as the law is. Here it is applied to each combination of what an
unknown fact may be (all values of a choice, both ends of a sum or of a date): what all cases agree on is certain, and a
fact decides when changing it alone changes the outcome. Rules only rise or fall with a sum, so that both ends bound
everything between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

from bot.rules.money import NO_BOUND
from bot.rules.situation import UNKNOWN, Situation
from bot.rules.span import Span

Case = Mapping[str, Any]
Outcome = Mapping[str, Any]
Exact = Callable[[Case], Outcome]


@dataclass(frozen=True)
class Possibilities:
    """The cases that a situation leaves possible, the least assuming first, and what the rule says of each."""

    situation: Situation
    choices: Mapping[str, tuple[Any, ...]]
    cases: tuple[Case, ...]
    outcomes: tuple[Outcome, ...]

    def all(self, key: str) -> list[Any]:
        """The different values of an output, in the order of the cases."""
        found: list[Any] = []
        for outcome in self.outcomes:
            if outcome.get(key) not in found:
                found.append(outcome.get(key))
        return found

    def certain(self, key: str) -> bool:
        """Is this output the same in all cases?"""
        return len(self.all(key)) == 1

    def range(self, key: str) -> Any:
        """The value of an output when it is certain; the bounds of its values when they differ; None without any."""
        values = [value for value in self.all(key) if value is not None]
        if len(values) > 1:
            return Span(min(values), max(values))
        return values[0] if values else None

    def deciding(self, key: str) -> tuple[str, ...]:
        """The open facts that change this output when they change alone, the most influential first."""
        weight = {name: self._influence(name, key) for name, values in self.choices.items() if len(values) > 1}
        order = list(self.choices)
        decide = [name for name, times in weight.items() if times]
        return tuple(sorted(decide, key=lambda name: (-weight[name], order.index(name))))

    def missing(self, key: str) -> tuple[str, ...]:
        """Those of the deciding facts that were never asked."""
        return tuple(name for name in self.deciding(key) if getattr(self.situation, name) is None)

    def _influence(self, name: str, key: str) -> int:
        """In how many groups of cases that differ by this fact alone the output differs."""
        groups: dict[tuple[Any, ...], list[Any]] = {}
        for case, outcome in zip(self.cases, self.outcomes, strict=True):
            others = tuple(value for field, value in case.items() if field != name)
            groups.setdefault(others, []).append(outcome.get(key))
        return sum(any(value != values[0] for value in values) for values in groups.values())


def explore(situation: Situation, domains: Mapping[str, Sequence[Any]], exact: Exact) -> Possibilities:
    """Apply an exact rule to every case that a situation leaves possible.

    Args:
        situation: what is known.
        domains: for each field of the rule, what it may be when it is not known, the least assuming first.
        exact: the rule, for facts that are all known.
    """
    choices = {name: possible(getattr(situation, name), domain) for name, domain in domains.items()}
    cases = tuple(dict(zip(choices, values, strict=True)) for values in product(*choices.values()))
    return Possibilities(situation, choices, cases, tuple(exact(case) for case in cases))


def possible(value: Any, domain: Sequence[Any]) -> tuple[Any, ...]:
    """What a fact may be: itself when known, both ends when known between bounds, else all of its domain."""
    if value is None or value == UNKNOWN:
        return tuple(domain)
    if not isinstance(value, Span):
        return (value,)
    if value.exact:
        return (value.low,)
    if date.min in (value.low, value.high) or date.max in (value.low, value.high):
        return tuple(domain)  # "before 2020": nothing can be counted from a day without a bound
    return (value.low, NO_BOUND if value.high == Decimal("Infinity") else value.high)
