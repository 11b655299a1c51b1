"""The point of a topic that a question is about, answered first: each answer file names some (`leads`)."""

from __future__ import annotations

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


def lead_of(entry: AnswerFile, text: str) -> Lead | None:
    """The first of the topic's leads that the words call for."""
    words = plain(text)
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
    rest = message.blocks[1:] if lead.instead else message.blocks
    figures = {figure.label: figure for figure in (*recorder.shown.values(), *message.figures)}
    return replace(message, blocks=(*blocks(said), *rest), figures=tuple(figures.values()))


def _called_for(lead: Lead, words: str) -> bool:
    return bool(begins(lead.when).search(words)) and not (lead.unless and begins(lead.unless).search(words))
