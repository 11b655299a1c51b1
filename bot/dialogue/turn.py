"""What one message does to a guide: answers, corrects, goes back, asks why, or belongs elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.answers.message import Message

# Key of `said`: a reply that may mean two things, until the person says which ("1 800" … "par mois").
PENDING = "?"
# Key of the metadata of a message: the question before it, which "et pour la catégorie 2 ?" leans on.
LAST_QUESTION = "last_question"
# Key of the metadata of a message: the topic answered last, which "et pour la catégorie 2 ?" asks about again.
LAST_TOPIC = "last_topic"
# Key of the metadata of a message: does a question of a guide wait for it?
AWAITED = "awaited"
# How the person wants answers worded: SIMPLE, or not said.
LEVEL, SIMPLE = "level", "simple"
TurnKind = Literal[
    "answered", "corrected", "back", "restarted", "explained", "misread", "digression", "stopped", "supposed"
]


@dataclass(frozen=True)
class Conversation:
    """Where a guide is: facts told (values), how they were said, which field is asked, in which order they came.

    `misreadings`: how many replies in a row to the asked field could not be used. `paused`: guides begun and left for
    another one, the last one last. `undo`: the field corrected last, its value and its words before. `near`: the
    departments spoken of before, by which a homonym is told; only known while a place is asked.
    """

    guide: str
    facts: Mapping[str, str]
    said: Mapping[str, str] = field(default_factory=dict)
    asked: str | None = None
    history: tuple[str, ...] = ()
    misreadings: int = 0
    paused: tuple[str, ...] = ()
    undo: tuple[str, str, str] | None = None
    near: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Understood:
    """What the classifier thinks of the message: the intent to act on, whether it is a subject to answer, whether
    certain words (not only a likeness) say so, and how sure it is.

    `late`: it comes after a long silence. `waiting`: how many messages came since something was last noted.
    """

    intent: str
    is_subject: bool
    sure: bool = False
    confidence: float = 1.0
    late: bool = False
    waiting: int = 1


@dataclass(frozen=True)
class Turn:
    """The effect of a message: facts set (None: forgotten), what to say first, whether to ask again as it was."""

    kind: TurnKind
    conversation: Conversation
    messages: tuple[Message, ...] = ()
    ask: bool = True


def together(messages: tuple[Message, ...]) -> Message:
    """Several messages as one, so that a screen reader announces one thing; the last one decides kind and choices."""
    last = messages[-1]
    return replace(
        last,
        blocks=tuple(block for message in messages for block in message.blocks),
        sources=tuple(source for message in messages for source in message.sources),
        figures=tuple(figure for message in messages for figure in message.figures),
        topic=next((m.topic for m in messages if m.topic), None),
    )
