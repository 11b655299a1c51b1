"""Shares, from judged messages: pure arithmetic, nothing printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.catalogue import catalogue
from bot.dialogue.offers import MOST_OFFERED
from bot.nlu.bands import DISTRESS, OFFER, Bands
from scripts.evaluation.judged import Family, Judged, family_of


@dataclass(frozen=True)
class TopicShares:
    """What becomes of the messages about our topics, as shares of them all; `wrong` is a part of `answered`."""

    answered: float
    wrong: float
    offered: float
    offered_right: float
    outside: float
    other: float


@dataclass(frozen=True)
class OutsideShares:
    """What becomes of the messages outside the scope; `exact`: sent to the very body that answers."""

    recognised: float
    exact: float
    offered: float
    answered: float


@dataclass(frozen=True)
class DistressShares:
    """Distress seen (by cues alone too), and alarms raised by messages that are not distress."""

    recall: float
    recall_of_cues: float
    false_alarms: int
    false_alarms_of_cues: int
    others: int


def share(flags: Iterable[bool]) -> float:
    """The share of true ones; 0 when there are none at all."""
    values = list(flags)
    return sum(values) / len(values) if values else 0.0


def of_family(judged: Sequence[Judged], *families: Family) -> list[Judged]:
    """Those of the given families."""
    return [one for one in judged if one.family in families]


def decision(one: Judged, bands: Bands) -> str:
    """What the assistant would do with it."""
    return bands.decide(one.ranking, catalogue().is_topic, one.cue)


def top(judged: Sequence[Judged], count: int) -> float:
    """Share whose label, or one that would also do, is among the first of the ranking."""
    return share(bool(one.accepted & {c.topic for c in one.ranking[:count]}) for one in judged)


def topic_shares(judged: Sequence[Judged], bands: Bands) -> TopicShares:
    """For messages about our topics, under the given bands."""
    pairs = [(one, decision(one, bands)) for one in of_family(judged, Family.TOPIC)]
    answered = [(one, done) for one, done in pairs if family_of(done) is Family.TOPIC]
    offered = [one for one, done in pairs if done == OFFER]
    outside = [one for one, done in pairs if family_of(done) is Family.OUTSIDE]
    total = max(len(pairs), 1)
    return TopicShares(
        answered=len(answered) / total,
        wrong=sum(done not in one.accepted for one, done in answered) / total,
        offered=len(offered) / total,
        offered_right=sum(_offer_holds_it(one) for one in offered) / total,
        outside=len(outside) / total,
        other=1 - (len(answered) + len(offered) + len(outside)) / total,
    )


def outside_shares(judged: Sequence[Judged], bands: Bands) -> OutsideShares:
    """For messages outside the scope; an answer that the file accepts counts as recognised."""
    pairs = [(one, decision(one, bands)) for one in of_family(judged, Family.OUTSIDE)]
    return OutsideShares(
        recognised=share(_sent_away(done) or done in one.accepted for one, done in pairs),
        exact=share(done in one.accepted for one, done in pairs),
        offered=share(done == OFFER for _, done in pairs),
        answered=share(family_of(done) is Family.TOPIC and done not in one.accepted for one, done in pairs),
    )


def distress_shares(judged: Sequence[Judged], bands: Bands) -> DistressShares:
    """For messages of distress, and for the others."""
    distress = of_family(judged, Family.DISTRESS)
    others = of_family(judged, Family.TOPIC, Family.OUTSIDE, Family.CONVERSATION)
    return DistressShares(
        recall=share(decision(one, bands) == DISTRESS for one in distress),
        recall_of_cues=share(one.cue for one in distress),
        false_alarms=sum(decision(one, bands) == DISTRESS for one in others),
        false_alarms_of_cues=sum(one.cue for one in others),
        others=len(others),
    )


def confusions(judged: Sequence[Judged]) -> Counter[tuple[str, str]]:
    """How often a label is taken for another, before the bands."""
    return Counter((one.label, one.best) for one in judged if one.best not in one.accepted)


def recalls(judged: Sequence[Judged]) -> list[tuple[float, int, str]]:
    """(recall, number of examples, label), the worst first, before the bands."""
    by_label: dict[str, list[bool]] = {}
    for one in judged:
        by_label.setdefault(one.label, []).append(one.best in one.accepted)
    return sorted((share(flags), len(flags), label) for label, flags in by_label.items())


def _offer_holds_it(one: Judged) -> bool:
    topics = [c.topic for c in one.ranking if catalogue().is_topic(c.topic)]
    return bool(one.accepted & set(topics[:MOST_OFFERED]))


def _sent_away(done: str) -> bool:
    return done != OFFER and family_of(done) in (Family.OUTSIDE, Family.CONVERSATION)
