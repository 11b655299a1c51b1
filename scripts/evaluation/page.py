"""docs/quality.md: the measures of the whole assistant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from scripts.evaluation.whole import Measures

WORST = 12


def page(sets: Mapping[str, Measures], day: date) -> str:
    """The page: for each set of messages its measures, the honesty of the confidence, and what is taken for what."""
    lines = [
        "# How well it understands",
        "",
        f"Measured on {day.isoformat()} with the trained assistant as a whole, by `make eval`. Messages are never",
        "shown here, so that nobody learns them by heart. None is a training example. Our own were written in two",
        "rounds: those of `tests/data` were never learnt from in any way; those of `data/judged` also set the twelve",
        "weights of the second look ([ADR 9](adr/0009-a-second-look-at-each-message.md)). The thresholds were settled",
        "with all measures in sight: on messages that nobody has seen, expect a little less.",
    ]
    for title, measures in sets.items():
        lines += ["", f"## {title}", "", *_table(measures), "", *_reliability(measures), "", *_confusions(measures)]
    return "\n".join([*lines, ""])


def _table(measures: Measures) -> Iterator[str]:
    yield "| Measure | Value | Messages |"
    yield "|---|---|---|"
    for name, value, count in measures.rows():
        yield f"| {name} | {_share(name, value)} | {count} |"


def _reliability(measures: Measures) -> Iterator[str]:
    yield "Is the confidence honest? Of messages with about this confidence in the first topic, so many are right:"
    yield ""
    yield "| Confidence up to | Mean confidence | Right | Messages |"
    yield "|---|---|---|---|"
    for high, confidence, right, count in measures.reliability():
        yield f"| {high:.2f} | {confidence:.2f} | {right:.2f} {'▪' * round(20 * right)} | {count} |"


def _confusions(measures: Measures) -> Iterator[str]:
    yield "What is taken for what, more than once (wanted → done):"
    yield ""
    often = [(pair, count) for pair, count in measures.confusions.most_common(WORST) if count > 1]
    yield from (f"- {wanted} → {done}: {count}" for (wanted, done), count in often)
    if not often:
        yield "- nothing"


def _share(name: str, value: float) -> str:
    return f"{value:.2f}" if "nobody asked for" in name else f"{100 * value:.1f} %"
