"""What a guide works towards: the finding of a rule, or places near somebody; and what is still missing for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.dialogue.derived import RESOURCES, with_derived
from bot.dialogue.guides import Ask, Guide
from bot.rules import UNKNOWN, Finding, Situation, evaluate
from bot.rules.situation import FIELDS

PLACES = "places"
NO_RESOURCE = "none"
# Said with a result that leaves out incomes which the person could not tell.
NOT_COUNTED = "not_counted"
_NOTHING = {"0", "no", NO_RESOURCE}

Facts = Mapping[str, str]


@dataclass(frozen=True)
class Progress:
    """Fields still worth asking, the most influential first, and the finding so far (None for places)."""

    missing: tuple[str, ...]
    finding: Finding | None = None


def situation_from(facts: Facts, on: date, guide: Guide | None = None) -> Situation:
    """The facts told so far and what follows from them, as the rules want them."""
    left_out = {RESOURCES, *(not_counted(guide, facts) if guide else ())}
    known = {name: value for name, value in with_derived(facts, on).items() if name not in left_out}
    return Situation.parse_obj({name: value for name, value in known.items() if name in FIELDS})


def not_counted(guide: Guide, facts: Facts) -> tuple[str, ...]:
    """Incomes that the person does not know, counted as none, and said so: beside the one that the guide varies, or
    beside any that is known."""
    told = {name: facts[name] for name in guide.none_if_unknown if name in facts}
    beside = any(_is(value, "some") for value in told.values())
    return tuple(name for name, value in told.items() if value == UNKNOWN and (beside or name != guide.varies))


def progress(guide: Guide, facts: Facts, on: date) -> Progress:
    """How far a guide is, with these facts, on this date.

    Raises:
        ParameterUnavailable: the figures of that date are not known.
    """
    if guide.goal == PLACES:
        return Progress(() if facts.get("place") else ("place",))
    situation = situation_from(facts, on, guide)
    finding = evaluate(guide.goal, situation, on)
    for rule in guide.also:
        finding = _with_outputs_of(evaluate(rule, situation, on), finding)
    if RESOURCES in (ask.field for ask in guide.asks):
        finding = _with_resources(finding, situation, facts, on)
    if finding.redirect_to:
        return Progress((), finding)
    if not_counted(guide, facts):
        finding = replace(finding, mentions=(*finding.mentions, NOT_COUNTED))
    known = with_derived(facts, on)
    # What leads elsewhere at once is asked before what weighs most.
    first = [name for name in guide.first if name in finding.missing]
    asked = [*first, *_asks(guide, known, last=False), *finding.missing, *_asks(guide, known, last=True)]
    return Progress(tuple(dict.fromkeys(name for name in asked if name not in known)), finding)


def _asks(guide: Guide, facts: Facts, last: bool) -> Iterator[str]:
    yield from (ask.field for ask in guide.asks if ask.last == last and _applies(ask, facts))


def _applies(ask: Ask, facts: Facts) -> bool:
    return all(any(_is(facts.get(name), wanted) for wanted in values) for name, values in ask.when.items())


def _is(value: str | None, wanted: str) -> bool:
    """Does a told value (None: not told) answer to one of the values of `when`?"""
    if wanted == "known":
        return value not in (None, UNKNOWN)
    if wanted == "none":
        return value in _NOTHING
    if wanted == "some":
        return value not in (None, UNKNOWN, *_NOTHING)
    return value == wanted


def _with_outputs_of(other: Finding, finding: Finding) -> Finding:
    """A finding with what another rule computes beside it; what both name is kept as it was."""
    return replace(
        finding,
        outputs={**other.outputs, **finding.outputs},
        law={**other.law, **finding.law},
        mentions=tuple(dict.fromkeys((*finding.mentions, *other.mentions))),
    )


def _with_resources(finding: Finding, situation: Situation, facts: Facts, on: date) -> Finding:
    """What becomes of each resource that the person named."""
    named = facts.get(RESOURCES) or NO_RESOURCE
    kinds = () if named in (NO_RESOURCE, UNKNOWN) else named.split("|")
    outputs = {
        kind: dict(evaluate("resources", situation.copy(update={RESOURCES: kind}), on).outputs) for kind in kinds
    }
    return replace(finding, outputs={**finding.outputs, "resources": outputs} if outputs else finding.outputs)
