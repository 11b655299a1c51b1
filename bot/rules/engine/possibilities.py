"""What follows when some facts are not known: the exact rule applied to every case that is still possible.

A rule is written once, for facts that are all known, as the law is. Here it is applied to each combination of what an
unknown fact may be (all values of a choice, both ends of a sum or of a date) and of the readings of what no text
settles: what all cases agree on is certain, and a fact decides when changing it alone changes the outcome. Between its
two ends a rule must only rise or only fall with a sum or a date; where it turns, the turning point is a case too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.money import NO_BOUND
from bot.rules.engine.span import Span
from bot.rules.situation import Situation

Case = Mapping[str, Any]
Outcome = Mapping[str, Any]
Exact = Callable[[Case], Outcome]
Values = Mapping[str, Sequence[Any]]


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

    def value(self, key: str, otherwise: Any) -> Any:
        """The value of an output when it is certain."""
        return self.all(key)[0] if self.certain(key) else otherwise

    def range(self, key: str) -> Any:
        """The value of an output when it is certain; the bounds of its values when they differ; None without any."""
        values = [value for value in self.all(key) if value is not None]
        if len(values) > 1:
            return Span(min(values), max(values))
        return values[0] if values else None

    def deciding(self, *keys: str) -> tuple[str, ...]:
        """The open facts and readings that change one of these outputs when they change alone, the most influential
        on the first output first."""
        weight = {name: [self._influence(name, key) for key in keys] for name in self.choices}
        order = list(self.choices)
        decide = [name for name, times in weight.items() if any(times)]
        return tuple(sorted(decide, key=lambda name: ([-times for times in weight[name]], order.index(name))))

    def missing(self, *keys: str) -> tuple[str, ...]:
        """Those of the deciding facts that were never asked."""
        return tuple(name for name in self.deciding(*keys) if getattr(self.situation, name, UNKNOWN) is None)

    def _influence(self, name: str, key: str) -> int:
        """In how many groups of cases that differ by this fact alone the output differs."""
        if len(self.choices[name]) < 2:
            return 0
        groups: dict[tuple[Any, ...], list[Any]] = {}
        for case, outcome in zip(self.cases, self.outcomes, strict=True):
            others = tuple(value for field, value in case.items() if field != name)
            groups.setdefault(others, []).append(outcome.get(key))
        return sum(any(value != values[0] for value in values) for values in groups.values())


def explore(
    situation: Situation, domains: Values, exact: Exact, readings: Values | None = None, turns: Values | None = None
) -> Possibilities:
    """Apply an exact rule to every case that a situation leaves possible.

    Args:
        situation: what is known.
        domains: for each field of the rule, what it may be when it is not known, the least assuming first.
        exact: the rule, for facts that are all known.
        readings: the points that no text settles, by the name of the doubt, with their possible readings.
        turns: for a field known between bounds, where the outcome turns between them.
    """
    choices = {name: possible(getattr(situation, name), domain) for name, domain in domains.items()}
    for name, points in (turns or {}).items():
        between = {point for point in points if min(choices[name]) < point < max(choices[name])}
        choices[name] = (*choices[name], *sorted(between))
    choices |= {name: tuple(values) for name, values in (readings or {}).items()}
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
