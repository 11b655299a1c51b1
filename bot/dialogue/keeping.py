"""The facts that a conversation keeps: told, forgotten, heard in passing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue.derived import twins
from bot.dialogue.replies.reading import DontKnow, Value
from bot.dialogue.turn import PENDING, Conversation
from bot.rules import UNKNOWN


def with_fact(conversation: Conversation, name: str, reading: Value | DontKnow) -> Conversation:
    """The conversation with one field told, last in the order of answers."""
    value = reading.value if isinstance(reading, Value) else UNKNOWN
    forgotten = without_fact(conversation, name)
    for twin in twins(name):
        forgotten = without_fact(forgotten, twin)
    return replace(
        forgotten,
        facts={**forgotten.facts, name: value},
        said={**forgotten.said, name: reading.said},
        history=(*forgotten.history, name),
        misreadings=0,
    )


def without_fact(conversation: Conversation, name: str) -> Conversation:
    """The conversation as if a field had never been told, and nothing were waiting to be made clear."""
    return replace(
        conversation,
        facts={key: value for key, value in conversation.facts.items() if key != name},
        said={key: value for key, value in conversation.said.items() if key not in {name, PENDING}},
        history=tuple(field for field in conversation.history if field != name),
    )


def with_told(conversation: Conversation, told: Mapping[str, Value]) -> Conversation:
    """The conversation with facts heard in passing; what a question was answered with is left as it is."""
    for name, value in told.items():
        known = {conversation.facts.get(same) for same in (name, *twins(name))} - {None, UNKNOWN}
        if not known:
            conversation = with_fact(conversation, name, value)
    return conversation


def with_heard(conversation: Conversation, told: Mapping[str, Value]) -> Conversation:
    """The conversation with facts told outside any question: what is said last holds."""
    for name, value in told.items():
        if conversation.facts.get(name) != value.value:
            conversation = with_fact(conversation, name, value)
    return conversation
