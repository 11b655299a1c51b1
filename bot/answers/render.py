"""An answer file, on a date, as a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, TypeVar

from bot.answers.catalogue import AnswerFile, Catalogue, ContentError
from bot.answers.figures import Recorder
from bot.answers.markdown import blocks
from bot.answers.message import Choice, Kind, Message, paragraph
from bot.answers.registry import registry
from bot.answers.templates import fill

Entry = TypeVar("Entry")
Form = Literal["usual", "simple", "details"]
_KINDS: dict[str, Kind] = {
    "answers": "answer",
    "neighbours": "out_of_scope",
    "conversation": "smalltalk",
}
DISTRESS = "detresse"


def kind_of(entry: AnswerFile) -> Kind:
    """What saying this file means for the conversation."""
    return "distress" if entry.id == DISTRESS else _KINDS[entry.folder]


def render(
    entry: AnswerFile, on: date, known: Catalogue, form: Form = "usual", guides: dict[str, str] | None = None
) -> Message:
    """The answer with its figures, sources and next topics.

    `guides`: label of each guide that may be offered, by id; a guide that is not there is not offered.

    Raises:
        ContentError: a text names a figure, contact, form or source that does not exist.
    """
    recorder = Recorder()
    texts = {
        "usual": f"{entry.head.short}\n\n{entry.body}",
        # Plain language puts one sentence a line: each keeps its line, whatever the channel.
        "simple": entry.simple.replace("\n", "\n\n") or entry.head.short,
        "details": entry.details or f"{entry.head.short}\n\n{entry.body}",
    }
    body = blocks(fill(texts[form], on, recorder))
    is_answer = entry.folder == "answers"
    choices = [
        Choice(known[topic].head.label, f"/{topic}")
        for topic in entry.head.next
        if topic in known and known[topic].head.label
    ]
    guide = entry.head.guide
    if guide and guides and guide in guides:
        choices.insert(0, Choice(guides[guide], f'/ouvrir_un_guide{{"guide": "{guide}"}}'))
    return Message(
        kind_of(entry),
        body,
        topic=entry.id if is_answer else None,
        title=entry.head.title if is_answer else "",
        details=blocks(fill(entry.details, on, recorder)) if form == "usual" and is_answer else (),
        figures=tuple(recorder.shown.values()),
        sources=_named(entry, "source", entry.head.sources, registry().sources),
        contacts=_named(entry, "contact", entry.head.contacts, registry().contacts),
        verified_on=entry.head.verified_on if is_answer else None,
        choices=tuple(choices),
    )


def _named(entry: AnswerFile, kind: str, names: tuple[str, ...], known: Mapping[str, Entry]) -> tuple[Entry, ...]:
    if missing := [name for name in names if name not in known]:
        raise ContentError(f"{entry.id} : {kind} inconnu(e) « {missing[0]} ».")
    return tuple(known[name] for name in names)


def only_sources(message: Message) -> Message:
    """The figures and sources of an answer, without its text."""
    text = "Voici d'où vient cette réponse." if message.sources else "Cette réponse n'a pas de source à citer."
    return replace(message, blocks=(paragraph(text),), details=(), choices=(), contacts=())
