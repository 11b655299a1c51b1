"""What a rule answers: a verdict, the conditions behind it, and the facts still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from bot.rules.money import has_no_bound
from bot.rules.span import Span
from bot.rules.truth import Truth

REDIRECT = "redirect"


@dataclass(frozen=True)
class Condition:
    """One condition of the law and what the situation says of it.

    `missing`: fields never asked that could still settle it. `unknown`: fields to which the person answered
    that they do not know. `facts`: ids of the fact base. `sources`: ids of `content/sources.yaml`.
    """

    name: str
    truth: Truth
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Law:
    """Where an output comes from: how it is obtained, in French, the fact ids, the ids of `content/sources.yaml`."""

    formula: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """The answer of a rule for one situation on one date.

    `verdict`: "met", "not_met", "to_check" or "redirect". `missing`: fields worth asking, the most influential
    first; empty when no answer can change the verdict any more. `figures`: thresholds used, by name.
    `mentions`: what must be recalled with the verdict. `outputs`: what the rule computes, by name (sums in euros, days,
    words; a `Span` when only bounds are known, "to_check" when nothing is); `law` says where each comes from.
    `because`: names of what decides, when the rule has outputs rather than conditions.
    """

    rule: str
    on: date
    verdict: str
    conditions: tuple[Condition, ...] = ()
    missing: tuple[str, ...] = ()
    redirect_to: str | None = None
    figures: Mapping[str, Decimal | date] = field(default_factory=dict)
    mentions: tuple[str, ...] = ()
    outputs: Mapping[str, Any] = field(default_factory=dict)
    law: Mapping[str, Law] = field(default_factory=dict)
    because: tuple[str, ...] = ()

    def named(self, truth: Truth) -> tuple[Condition, ...]:
        """The conditions that have this truth, in the order of the law."""
        return tuple(condition for condition in self.conditions if condition.truth is truth)

    @property
    def deciding(self) -> tuple[Condition, ...]:
        """The conditions that make the verdict what it is."""
        if self.verdict == Truth.NOT_MET.value:
            return self.named(Truth.NOT_MET)
        return self.named(Truth.TO_CHECK)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Names of the deciding conditions; for a redirect, the scheme."""
        if self.redirect_to:
            return (self.redirect_to,)
        if self.because:
            return self.because
        return tuple(condition.name for condition in self.deciding)

    def as_case(self) -> dict[str, object]:
        """The finding in the vocabulary of the case files."""
        case: dict[str, object] = {"verdict": self.verdict, "reasons": list(self.reasons)}
        if self.verdict == Truth.NOT_MET.value:
            case["also_to_check"] = [c.name for c in self.named(Truth.TO_CHECK)]
        if self.mentions:
            case["mention"] = list(self.mentions)
        for name, value in self.figures.items():
            case[name] = _plain(value)
        return {**case, **{name: _plain(value) for name, value in self.outputs.items() if value is not None}}


def _plain(value: Any) -> Any:
    """JSON types: sums as numbers, days in ISO form, bounds as a pair (None: no bound)."""
    if isinstance(value, Span):
        return [_plain(value.low), _plain(value.high)]
    if isinstance(value, Decimal):
        return None if has_no_bound(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def by_influence(conditions: tuple[Condition, ...], order: tuple[str, ...]) -> tuple[str, ...]:
    """Missing fields of undecided conditions: those that serve the most conditions first, then in the given order."""
    undecided = [c for c in conditions if c.truth is Truth.TO_CHECK]
    weight = Counter(name for condition in undecided for name in condition.missing)
    return tuple(sorted(weight, key=lambda name: (-weight[name], order.index(name))))
