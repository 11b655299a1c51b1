"""What a rule answers: a verdict, what it computes, the conditions behind it, and the facts still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from bot.rules.engine.money import has_no_bound
from bot.rules.engine.readings import Readings
from bot.rules.engine.span import Span
from bot.rules.engine.truth import Truth

MET, NOT_MET, TO_CHECK = (truth.value for truth in (Truth.MET, Truth.NOT_MET, Truth.TO_CHECK))
KNOWN = "known"
REDIRECT = "redirect"
# No text settles the point: the name of the doubt when it has no other.
UNSETTLED = "unsettled"


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
    """Where an output comes from: how it is obtained, in French; the ids of facts and of `content/sources.yaml`.

    `operands`: what it is obtained from, in the order of the formula. Each is a field of the situation, another
    output, or a figure of `content/parameters`; a figure may be given with the day on which it is read.
    """

    formula: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    operands: tuple[str | tuple[str, date], ...] = ()


@dataclass(frozen=True)
class Finding:
    """The answer of a rule for one situation on one date.

    `verdict`: "met", "not_met" or "to_check" for rules about conditions; "known" or "to_check" for rules that compute;
    "redirect" when another law applies. `missing`: fields worth asking, the most influential first; empty when no
    answer can change the result any more. `figures`: thresholds used, by name. `mentions`: what must be recalled with
    the result. `outputs`: what the rule computes, by name (sums in euros, days, words; a `Span` when only bounds are
    known, "to_check" when nothing is). `law`: where each output and figure comes from. `because`: names of what
    decides, when the rule has outputs rather than conditions. `readings`: the dated figures that were read.
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
    readings: Readings = field(default_factory=Readings)

    def named(self, truth: Truth) -> tuple[Condition, ...]:
        """The conditions that have this truth, in the order of the law."""
        return tuple(condition for condition in self.conditions if condition.truth is truth)

    @property
    def deciding(self) -> tuple[Condition, ...]:
        """The conditions that make the verdict what it is."""
        return self.named(Truth.NOT_MET if self.verdict == NOT_MET else Truth.TO_CHECK)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Names of the deciding conditions; for a redirect, the scheme."""
        if self.redirect_to:
            return (self.redirect_to,)
        return self.because or tuple(condition.name for condition in self.deciding)

    def as_case(self) -> dict[str, object]:
        """The finding in the vocabulary of the case files."""
        case: dict[str, object] = {"verdict": self.verdict, "reasons": list(self.reasons)}
        if self.verdict == NOT_MET:
            case["also_to_check"] = [c.name for c in self.named(Truth.TO_CHECK)]
        if self.mentions:
            case["mention"] = list(self.mentions)
        told = {**self.figures, **{name: value for name, value in self.outputs.items() if value is not None}}
        return {**case, **{name: plain(value) for name, value in told.items()}}


def plain(value: Any) -> Any:
    """JSON types: sums as numbers, days in ISO form, bounds as a pair (None: no bound)."""
    if isinstance(value, Span):
        return [plain(value.low), plain(value.high)]
    if isinstance(value, Decimal):
        return None if has_no_bound(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def by_influence(conditions: tuple[Condition, ...], order: tuple[str, ...]) -> tuple[str, ...]:
    """Missing fields of undecided conditions: those that serve the most conditions first, then in the given order."""
    undecided = [c for c in conditions if c.truth is Truth.TO_CHECK]
    weight = Counter(name for condition in undecided for name in condition.missing)
    return tuple(sorted(weight, key=lambda name: (-weight[name], order.index(name))))
