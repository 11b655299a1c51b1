"""The whole assistant on labelled messages: what it answers, offers or refuses, and how honest its confidence is."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean
from typing import Any

from scripts.evaluation.questions import Question

ANSWERED = ("answer", "guide")
HELP = ("3114", "15", "112")
# Upper ends of the bands of confidence in which the share of right ones is compared with the confidence.
BINS = (0.3, 0.5, 0.7, 0.85, 0.95, 1.0)

Said = Mapping[str, Any]


@dataclass
class Measures:
    """Shares by name, in the order in which they were first met; confidences; what was taken for what."""

    values: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, name: str, value: float | bool) -> None:
        """One more message."""
        self.values[name].append(float(value))

    def share(self, name: str) -> float:
        """The mean of a measure; 0 when no message was measured."""
        values = self.values.get(name)
        return mean(values) if values else 0.0

    def rows(self) -> Iterator[tuple[str, float, int]]:
        """Name, mean and number of messages."""
        for name, values in self.values.items():
            yield name, mean(values), len(values)

    def reliability(self) -> Iterator[tuple[float, float, float, int]]:
        """(upper end, mean confidence, share of right ones, number of messages) of each band of confidence."""
        low = -1.0
        for high in BINS:
            inside = [(confidence, right) for confidence, right in self.confidences if low < confidence <= high]
            if inside:
                yield high, mean(c for c, _ in inside), mean(right for _, right in inside), len(inside)
            low = high


def measured(questions: Sequence[Question], agent: Any) -> Measures:
    """What the trained assistant says to each question, each in a new conversation, compared with what it calls for."""
    measures = Measures()
    for question, said in zip(questions, _answers(questions, agent), strict=True):
        _JUDGES[question.kind](measures, question, said)
    return measures


def _answers(questions: Sequence[Question], agent: Any) -> list[Said]:
    from bot.cli.ask import answer_line

    async def every() -> list[Said]:
        return [
            await answer_line(agent, {"id": f"q{number}", "text": q.text, "before": [q.before] if q.before else []})
            for number, q in enumerate(questions)
        ]

    return asyncio.run(every())


def _one_topic(measures: Measures, question: Question, said: Said) -> None:
    name, topics, ranked = (
        question.kind.replace("_", "-"),
        list(said["topics"]),
        [c["topic"] for c in said["candidates"]],
    )
    answered = said["decision"] in ANSWERED
    right = answered and bool(topics) and topics[0] in question.accepted
    offered = said["decision"] == "choices" and bool(question.accepted & set(ranked[:3]))
    measures.add(f"{name}: right topic first (lenient)", right)
    measures.add(f"{name}: right topic first (strict)", answered and topics[:1] == list(question.topics[:1]))
    measures.add(f"{name}: right answer, or right choice offered", right or offered)
    measures.add(f"{name}: wrong answer given with confidence", answered and not right)
    if question.kind == "single":
        measures.add("single: one answer at most", len(topics) <= 1)
        measures.add("single: right among the first three", bool(question.accepted & set(ranked[:3])))
        measures.add(f"single, {question.style}: right topic first (lenient)", right)
        measures.add("false alarm of distress", said["decision"] == "distress")
        measures.add("false rejection", said["decision"] == "out_of_scope")
    if ranked:
        measures.confidences.append((said["candidates"][0]["confidence"], ranked[0] in question.accepted))
    if not right:
        measures.confusions[question.topics[0], topics[0] if topics else said["decision"]] += 1


def _several(measures: Measures, question: Question, said: Said) -> None:
    wanted, given = set(question.topics), set(said["topics"])
    measures.add("several: share of the questions answered", len(wanted & given) / len(wanted))
    measures.add("several: answers nobody asked for", len(given - wanted))
    measures.add("false rejection", said["decision"] == "out_of_scope")


def _outside(measures: Measures, question: Question, said: Said) -> None:
    refused = said["decision"] in ("out_of_scope", "smalltalk") and not said["topics"]
    accepted = bool(set(said["topics"][:1]) & question.accepted)
    measures.add(f"out of scope, {question.variety or 'near'}: handled", refused or accepted)


def _distress(measures: Measures, question: Question, said: Said) -> None:
    first_reply = said["replies"][0]["text"] if said["replies"] else ""
    helped = said["decision"] == "distress" and any(number in first_reply for number in HELP)
    measures.add(f"distress, {question.variety}: seen", helped)


def _smalltalk(measures: Measures, question: Question, said: Said) -> None:
    measures.add("small talk: handled", said["decision"] in ("smalltalk", *ANSWERED))


_JUDGES = {
    "single": _one_topic,
    "follow_up": _one_topic,
    "several": _several,
    "outside": _outside,
    "distress": _distress,
    "smalltalk": _smalltalk,
}
