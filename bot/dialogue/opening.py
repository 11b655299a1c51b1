"""Opening a guide: what is already known is kept, what a sentence already says is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.answers.markdown import blocks
from bot.answers.message import Choice, Message, paragraph
from bot.dialogue.goals import PLACES
from bot.dialogue.guides import guides
from bot.dialogue.questions import questions
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Ambiguous, Value
from bot.dialogue.turn import Conversation


def opened(guide: str, before: Conversation) -> Conversation:
    """The state at the start of a guide; facts told earlier in the conversation hold, but a place is asked anew.

    Raises:
        KeyError: the guide does not exist.
    """
    forget = {"place"} if guides()[guide].goal == PLACES else set()
    return Conversation(
        guide,
        facts=_without(before.facts, forget),
        said=_without(before.said, forget),
        history=tuple(name for name in before.history if name not in forget),
    )


def _without(values: Mapping[str, str], names: set[str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if name not in names}


def with_place(state: Conversation, words: str, on: date) -> tuple[Conversation, Message | None]:
    """The state with the place that a sentence names; a message when it must be asked which one."""
    reading = read(questions()["place"], words, None, on)
    if isinstance(reading, Value):
        facts = {**state.facts, "place": reading.value}
        return replace(state, facts=facts, said={**state.said, "place": reading.said}), None
    if isinstance(reading, Ambiguous):
        choices = tuple(Choice(label, label) for label in reading.labels)
        return state, Message("question", (paragraph(reading.question),), choices=choices)
    return state, None


def introduction(guide: str) -> Message | None:
    """What is said before the first question."""
    text = guides()[guide].intro
    return Message("question", blocks(text), topic=guides()[guide].topic) if text else None
