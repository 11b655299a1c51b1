"""The measures as a page of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.nlu.bands import Bands
from scripts.evaluation.judged import Family, Judged
from scripts.evaluation.measures import (
    confusions,
    distress_shares,
    of_family,
    outside_shares,
    recalls,
    top,
    topic_shares,
)

CLEAR = (0.30, 0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70)
OFFER = (0.05, 0.08, 0.10, 0.15, 0.20, 0.25)
DISTRESS = (0.20, 0.25, 0.30, 0.35, 0.40, 0.50)
WORST = 25


def report(judged: Sequence[Judged], bands: Bands, title: str) -> Iterator[str]:
    """All lines; the values in use are marked with a star."""
    topics = of_family(judged, Family.TOPIC)
    yield f"== {title}: {len(judged)} messages, {len(topics)} about our topics"
    yield f"topics: right first {_percent(top(topics, 1))}, among the first three {_percent(top(topics, 3))}"
    yield from _clear_table(judged, bands)
    yield from _offer_table(judged, bands)
    yield from _distress_table(judged, bands)


def details(judged: Sequence[Judged]) -> Iterator[str]:
    """The confusions and the classes to work on."""
    yield f"-- {WORST} worst confusions"
    for (label, best), count in confusions(judged).most_common(WORST):
        yield f"{count:3}  {label} -> {best}"
    yield f"-- {WORST} classes with the worst recall"
    for recall, count, label in recalls(judged)[:WORST]:
        yield f"{_percent(recall)}  {label} ({count})"


def errors(judged: Sequence[Judged]) -> Iterator[str]:
    """Each example of ours taken for something else, with its likeliest readings."""
    wrong = [one for one in judged if one.best not in one.accepted]
    for one in sorted(wrong, key=lambda one: (one.label, one.best)):
        readings = ", ".join(f"{c.topic} {c.confidence:.2f}" for c in one.ranking[:3])
        yield f"{one.label} | {one.text} | {readings}"


def _clear_table(judged: Sequence[Judged], bands: Bands) -> Iterator[str]:
    yield "-- clear: messages about our topics, before the second look (right offer = the offer holds the right one)"
    yield "   clear  answered   wrong  offered  right offer  outside   other"
    for value in CLEAR:
        shares = topic_shares(judged, replace(bands, clear=value))
        cells = (shares.answered, shares.wrong, shares.offered, shares.offered_right, shares.outside, shares.other)
        yield f"{_mark(value, bands.clear)} {_cells(cells, (9, 8, 9, 13, 9, 8))}"


def _offer_table(judged: Sequence[Judged], bands: Bands) -> Iterator[str]:
    yield "-- offer: topics declared outside, and messages outside the scope (exact = the very body that answers)"
    yield "   offer  topics outside  recognised   exact  offered  answered"
    for value in OFFER:
        chosen = replace(bands, offer=value)
        shares = outside_shares(judged, chosen)
        lost = topic_shares(judged, chosen).outside
        cells = (lost, shares.recognised, shares.exact, shares.offered, shares.answered)
        yield f"{_mark(value, bands.offer)} {_cells(cells, (15, 12, 8, 9, 10))}"


def _distress_table(judged: Sequence[Judged], bands: Bands) -> Iterator[str]:
    cues = distress_shares(judged, bands)
    yield "-- distress: messages of distress seen, and false alarms among the others"
    yield f"   cues alone: recall {_percent(cues.recall_of_cues)}, {cues.false_alarms_of_cues} of {cues.others} others"
    yield "distress   recall  false alarms"
    for value in DISTRESS:
        shares = distress_shares(judged, replace(bands, distress=value))
        alarms = f"{shares.false_alarms:8} of {shares.others}"
        yield f"{_mark(value, bands.distress)} {_cells((shares.recall,), (8,))} {alarms}"


def _mark(value: float, used: float) -> str:
    return f"  {value:4.2f} {'*' if abs(value - used) < 1e-9 else ' '}"


def _cells(values: Sequence[float], widths: Sequence[int]) -> str:
    return " ".join(f"{_percent(value):>{width - 1}}" for value, width in zip(values, widths, strict=True))


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"
