"""Opening a guide, leaving it for another, coming back: what is known is kept and said, nothing is asked twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.answers.markdown import blocks
from bot.answers.message import Block, Choice, Message, paragraph
from bot.dialogue.goals import PLACES, progress
from bot.dialogue.guides import guides, likeliest
from bot.dialogue.questions import questions
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.places import told_by_area
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Ambiguous, Value
from bot.dialogue.turn import PENDING, Conversation
from bot.rules.situation import FIELDS

# More would tire; the recap gives them all.
MOST_SAID_BACK = 6


def opened(guide: str, before: Conversation) -> Conversation:
    """The state at the start of a guide; facts told earlier in the conversation hold, but a place is asked anew.

    A guide that was under way waits until this one has its result.

    Raises:
        KeyError: the guide does not exist.
    """
    forget = {"place"} if guides()[guide].goal == PLACES else set()
    left = (before.guide,) if before.guide and before.guide != guide and before.asked else ()
    return Conversation(
        guide,
        facts={name: value for name, value in before.facts.items() if name not in forget},
        said={name: value for name, value in before.said.items() if name not in {*forget, PENDING}},
        history=tuple(name for name in before.history if name not in forget),
        paused=(*(other for other in before.paused if other not in (guide, *left)), *left),
    )


def is_unfinished(conversation: Conversation, on: date) -> bool:
    """Was a guide opened, and does it still have something to ask?"""
    guide = guides().get(conversation.guide)
    return bool(guide and progress(guide, conversation.facts, on).missing)


def with_place(state: Conversation, words: str, on: date) -> tuple[Conversation, Message | None]:
    """The state with the place that a sentence names; a message when it must be asked which one."""
    reading = told_by_area(read(questions()["place"], words, None, on), state.near)
    if isinstance(reading, Value):
        facts = {**state.facts, "place": reading.value}
        return replace(state, facts=facts, said={**state.said, "place": reading.said}), None
    if isinstance(reading, Ambiguous):
        choices = tuple(Choice(label, label) for label in reading.labels)
        state = replace(state, said={**state.said, PENDING: words})  # "celui du 93" will say which
        return state, Message("question", (paragraph(reading.question),), choices=choices)
    return state, None


def introduction(conversation: Conversation) -> Message | None:
    """What is said before the first question: how the guide goes, and what it already knows."""
    guide = guides()[conversation.guide]
    parts = [*blocks(guide.intro)] if guide.intro else []
    known = said_back(conversation, conversation.history[-MOST_SAID_BACK:])
    if known and guide.goal != PLACES:
        parts.append(paragraph(f"Je tiens compte de ce que vous m'avez dit : {known}."))
    return Message("question", tuple(parts), topic=guide.topic) if parts else None


def resumption(conversation: Conversation) -> Message:
    """What is said when a guide goes on after something else."""
    guide = guides()[conversation.guide]
    parts: list[Block] = [paragraph(f"On reprend : {guide.label}.")]
    known = said_back(conversation, conversation.history[-MOST_SAID_BACK:])
    if known:
        parts.append(paragraph(f"Jusqu'ici : {known}."))
    return Message("question", tuple(parts), topic=guide.topic)


_GOES_ON = re.compile(r"\b(?:repren\w+|continu\w+|reven(?:ons|ir|ez)|reviens|retourn\w+|finir|finissons|terminons)\b")


def to_resume_named(text: str, conversation: Conversation) -> str:
    """The guide left earlier that a text wants to go on with: "reprendre mon estimation"; "" when none is named."""
    if not conversation.paused or not _GOES_ON.search(plain(text)):
        return ""
    return likeliest(text, conversation.paused)


def said_back(conversation: Conversation, names: Iterable[str]) -> str:
    """Facts in words: "votre âge : 54 ans ; votre régime : salarié"; "" when there is none."""
    told = [(name, conversation.said[name]) for name in names if name in conversation.said and name in FIELDS]
    return " ; ".join(f"{questions()[name].head.label} : {text}" for name, text in told)


def to_resume(conversation: Conversation) -> tuple[Choice, ...]:
    """The button that goes back to the guide left last."""
    return tuple(
        Choice(f"Reprendre : {guides()[guide].label}", f'/ouvrir_un_guide{{"guide": "{guide}"}}')
        for guide in conversation.paused[-1:]
    )
