"""The whole assistant on labelled messages: what it answers, offers or refuses, several questions, follow-ups."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any

import yaml

ANSWERED = ("answer", "guide")
HELP = ("3114", "15", "112")


@dataclass
class Measures:
    """Shares by name, in the order in which they were first met."""

    values: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, value: float | bool) -> None:
        """One more message."""
        self.values[name].append(float(value))

    def rows(self) -> Iterator[tuple[str, float, int]]:
        """Name, mean and number of messages."""
        for name, values in self.values.items():
            yield name, mean(values), len(values)


def answers_of(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the trained assistant says to each `{"id", "text", "before"}`, each in a new conversation."""
    from bot.cli.ask import answer_line
    from bot.cli.runtime import start

    agent = start()

    async def every() -> list[dict[str, Any]]:
        return [await answer_line(agent, message) for message in messages]

    return asyncio.run(every())


def own_set(path: Path) -> Measures:
    """Our messages that no model has seen: several questions, stories that ask one thing, follow-ups."""
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    asked = [
        {"id": kind, "text": case["text"], "before": [case["first"]] if "first" in case else []}
        for kind in ("several", "one", "follow_ups")
        for case in cases[kind]
    ]
    every = [case for kind in ("several", "one", "follow_ups") for case in cases[kind]]
    measures = Measures()
    for case, said in zip(every, answers_of(asked), strict=True):
        topics = said["topics"]
        if said["id"] == "several":
            wanted = set(case["topics"])
            measures.add("several: share of the questions answered", len(wanted & set(topics)) / len(wanted))
            measures.add("several: answers nobody asked for", len(set(topics) - wanted))
            continue
        right = topics[:1] in [[topic] for topic in (case["topic"], *case.get("also_ok", ()))]
        if said["id"] == "one":
            measures.add("one thing: one answer at most", len(topics) <= 1)
            measures.add("one thing: right", right)
        else:
            measures.add("follow-up: right", right)
    return measures


def question_file(path: Path) -> Measures:
    """Labelled questions kept apart (fields id, text, kind, topic, also_ok, topics, context_text, noise, subtype)."""
    questions = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    asked = [
        {"id": q["id"], "text": q["text"], "before": [q["context_text"]] if q.get("context_text") else []}
        for q in questions
    ]
    measures = Measures()
    for question, said in zip(questions, answers_of(asked), strict=True):
        _judge(measures, question, said)
    return measures


def _judge(measures: Measures, question: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    kind, topics = question["kind"], list(said["topics"])
    good = {question["topic"], *(question.get("also_ok") or ())}
    if kind in ("single", "follow_up"):
        answered = said["decision"] in ANSWERED
        right = answered and bool(topics) and topics[0] in good
        offered = said["decision"] == "choices" and bool(good & {c["topic"] for c in said["candidates"][:3]})
        measures.add(f"{kind}: right topic first (lenient)", right)
        measures.add(f"{kind}: right topic first (strict)", answered and topics[:1] == [question["topic"]])
        measures.add(f"{kind}: right answer, or right choice offered", right or offered)
        measures.add(f"{kind}: wrong answer given with confidence", answered and not right)
        if kind == "single":
            first = {c["topic"] for c in said["candidates"][:3]}
            measures.add("single: right among the first three", bool(good & first))
            measures.add(f"single, {question.get('noise', 'clean')}: right topic first (lenient)", right)
            measures.add("false alarm of distress", said["decision"] == "distress")
    if kind in ("single", "multi"):
        measures.add("false rejection", said["decision"] == "out_of_scope")
    if kind == "multi":
        wanted = set(question["topics"])
        measures.add("several: share of the questions answered", len(wanted & set(topics)) / len(wanted))
    elif kind == "oos":
        refused = said["decision"] in ("out_of_scope", "smalltalk") and not topics
        handled = refused or bool(set(topics[:1]) & set(question.get("also_ok") or ()))
        measures.add(f"out of scope, {question.get('subtype')}: handled", handled)
    elif kind == "distress":
        first_reply = said["replies"][0]["text"] if said["replies"] else ""
        helped = said["decision"] == "distress" and any(number in first_reply for number in HELP)
        measures.add(f"distress, {question.get('subtype')}: seen", helped)
