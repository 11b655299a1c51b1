"""The point of a topic that a question is about, answered first: each answer file names some (`leads`)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answers.catalogue import AnswerFile, Lead, catalogue
from bot.answers.figures import Recorder
from bot.answers.markdown import blocks
from bot.answers.message import Message
from bot.answers.person import Person
from bot.answers.templates import fill
from bot.dialogue.phrases import begins
from bot.dialogue.replies.folding import plain

# Words: in a longer message most are a story, and only its questions say what is asked.
_STORY = 32
_SENTENCE = re.compile(r"(?<=[.!?…\n])\s+")


def lead_of(entry: AnswerFile, text: str) -> Lead | None:
    """The first of the topic's leads that the words call for."""
    words = plain(_questions(text) if _is_story(text) else text)
    return next((lead for lead in entry.head.leads if _called_for(lead, words)), None)


def led(message: Message, text: str, person: Person, on: date) -> Message:
    """The answer with what its question is about said first; as it is when the question is the usual one."""
    lead = lead_of(catalogue()[message.topic], text) if message.topic else None
    if lead is None:
        return message
    recorder = Recorder()
    said = fill(lead.say, on, recorder, person=person).strip()
    if not said:  # a condition of its own: not for this person
        return message
    # What a story may have been taken for wrongly must not hide the answer.
    rest = message.blocks[1:] if lead.instead and not _is_story(text) else message.blocks
    figures = {figure.label: figure for figure in (*recorder.shown.values(), *message.figures)}
    return replace(message, blocks=(*blocks(said), *rest), figures=tuple(figures.values()))


def only_lead(topic: str, text: str, person: Person, on: date) -> Message | None:
    """The point of the topic that the words ask about, alone; None when they ask about none of those it names."""
    lead = lead_of(catalogue()[topic], text)
    recorder = Recorder()
    said = fill(lead.say, on, recorder, person=person).strip() if lead else ""
    return Message("answer", blocks(said), topic=topic, figures=tuple(recorder.shown.values())) if said else None


def _is_story(text: str) -> bool:
    return len(text.split()) > _STORY


def _questions(text: str) -> str:
    """The sentences of a story that ask, and its last one."""
    sentences = [sentence for sentence in _SENTENCE.split(text.strip()) if sentence.strip()]
    return " ".join(sentence for sentence in sentences if "?" in sentence or sentence is sentences[-1])


def _called_for(lead: Lead, words: str) -> bool:
    return bool(begins(lead.when).search(words)) and not (lead.unless and begins(lead.unless).search(words))
