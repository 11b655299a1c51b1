"""A question as a message: its words, hint and ready answers, with the figures of the moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from bot.answers.figures import Recorder
from bot.answers.markdown import blocks
from bot.answers.message import Choice, Message
from bot.answers.registry import registry
from bot.answers.templates import fill, thresholds_named
from bot.dialogue.questions import NUMBERS, ChoiceText, Question
from bot.rules import Finding

Form = Literal["usual", "simple"]
DONT_KNOW = "Je ne sais pas"


def figures_of(finding: Finding | None) -> dict[str, Any]:
    """The thresholds of a finding as template variables."""
    return dict(finding.figures) if finding else {}


def ready_answers(question: Question, finding: Finding | None, on: date) -> tuple[tuple[ChoiceText, str, str], ...]:
    """The ready answers of a question that can be given now: (text, label, value).

    An answer that needs a figure which the finding does not have yet is left out.
    """
    extra = figures_of(finding)
    answers = []
    for choice in question.head.choices:
        if thresholds_named(choice.value, choice.label) - set(extra):
            continue
        label = fill(choice.label, on, Recorder(), extra)
        answers.append((choice, label, fill(choice.value, on, Recorder(), extra)))
    return tuple(answers)


def ask(question: Question, finding: Finding | None, on: date, form: Form = "usual") -> Message:
    """The question, its hint, its ready answers and "je ne sais pas"."""
    extra = figures_of(finding)
    recorder = Recorder()
    text = fill(question.head.simple if form == "simple" else question.text, on, recorder, extra)
    parts = blocks(text)
    if question.head.hint:
        parts += blocks(fill(question.head.hint, on, recorder, extra))
    labels = [label for _, label, _ in ready_answers(question, finding, on)]
    has_unknown = any(choice.value == "unknown" for choice in question.head.choices)
    if question.head.kind != "place" and not has_unknown:
        labels.append(DONT_KNOW)
    return Message(
        "question",
        parts,
        choices=tuple(Choice(label, label) for label in labels),
        expects="number" if question.head.kind in NUMBERS else "place" if question.head.kind == "place" else "",
    )


def why(question: Question, finding: Finding | None, on: date) -> Message:
    """Why the question is asked, with its legal source."""
    text = fill(question.head.why, on, Recorder(), figures_of(finding))
    sources = tuple(registry().sources[key] for key in question.head.sources)
    return Message("question", blocks(text), sources=sources)


def explain_error(question: Question, reason: str, finding: Finding | None, on: date, again: bool) -> Message:
    """Why a reply could not be used: its own text, another one the second time."""
    special: Mapping[str, str] = {
        "net": question.head.error_net,
        "abroad": question.head.error_abroad,
    }
    text = special.get(reason) or (question.head.error_again if again else question.head.error)
    return Message("question", blocks(fill(text, on, Recorder(), figures_of(finding))))
