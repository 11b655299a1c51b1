"""An answer file, on a date, as a message."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, TypeVar

from bot.answers.catalogue import AnswerFile, Catalogue, ContentError
from bot.answers.figures import Recorder, ShownFigure
from bot.answers.markdown import blocks
from bot.answers.message import Block, Choice, Contact, Kind, Message, Span, paragraph
from bot.answers.person import NOBODY, Person
from bot.answers.plain_text import figure_text
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
_NOTES = re.compile(r"\s*\([^)]*\)")
_CODES = re.compile(r"\b(?:CSS|CRPM|CASF|CGI|openfisca-france)\b")
_CODE_NAMES = {
    "CSS": "code de la sécurité sociale",
    "CRPM": "code rural et de la pêche maritime",
    "CASF": "code de l'action sociale et des familles",
    "CGI": "code général des impôts",
    "openfisca-france": "barèmes publiés par OpenFisca,",
}
# The contact of each body that serves pensions.
FUND_CONTACTS = {
    "cpam": "assurance_maladie",
    "cramif": "cramif",
    "cgss": "assurance_maladie",
    "cssm": "cssm",
    "msa": "msa",
}


def kind_of(entry: AnswerFile) -> Kind:
    """What saying this file means for the conversation."""
    return "distress" if entry.id == DISTRESS else _KINDS[entry.folder]


def render(
    entry: AnswerFile,
    on: date,
    known: Catalogue,
    form: Form = "usual",
    guides: dict[str, str] | None = None,
    person: Person = NOBODY,
) -> Message:
    """The answer with its figures, sources and next topics, for what is known of the person.

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
    body = blocks(fill(texts[form], on, recorder, person=person))
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
        details=_details(entry, on, person, recorder) if form == "usual" and is_answer else (),
        figures=tuple(recorder.shown.values()),
        sources=_named(entry, "source", entry.head.sources, registry().sources),
        contacts=_contacts(entry, person.served_by),
        verified_on=entry.head.verified_on if is_answer else None,
        choices=tuple(choices),
    )


def _named(entry: AnswerFile, kind: str, names: tuple[str, ...], known: Mapping[str, Entry]) -> tuple[Entry, ...]:
    if missing := [name for name in names if name not in known]:
        raise ContentError(f"{entry.id} : {kind} inconnu(e) « {missing[0]} ».")
    return tuple(known[name] for name in names)


def _details(entry: AnswerFile, on: date, person: Person, already: Recorder) -> tuple[Block, ...]:
    """The details, with the dates and reservations of the figures that only they show."""
    recorder = Recorder()
    body = blocks(fill(entry.details, on, recorder, person=person))
    more = [figure for key, figure in recorder.shown.items() if key not in already.shown]
    return (*body, Block("list", tuple((Span(figure_text(figure)),) for figure in more))) if more else body


def _contacts(entry: AnswerFile, fund: str | None) -> tuple[Contact, ...]:
    """The bodies to turn to; of those that serve pensions only the person's own, when it is known."""
    names = entry.head.contacts
    if fund and any(name in FUND_CONTACTS.values() for name in names):
        names = (FUND_CONTACTS[fund], *(name for name in names if name not in FUND_CONTACTS.values()))
    return _named(entry, "contact", names, registry().contacts)


def only_sources(message: Message) -> Message:
    """Where the figures of an answer come from, and its sources, without its text."""
    text = "Voici d'où vient cette réponse." if message.sources else "Cette réponse n'a pas de source à citer."
    origins = [f"{figure_text(figure)} ; texte ou page : {_origin(figure)}." for figure in message.figures]
    listed = (Block("list", tuple((Span(line),) for line in origins)),) if origins else ()
    return replace(
        message, blocks=(paragraph(text), *listed), details=(), figures=(), choices=(), contacts=(), closing=()
    )


def _origin(figure: ShownFigure) -> str:
    """The first text or page that a figure was read in, codes by their names; the others are notes for editors."""
    first = _NOTES.sub("", figure.source.partition(" ; ")[0]).strip()
    named = _CODES.sub(lambda match: _CODE_NAMES[match[0]], first)
    return f"{named}, puis notre calcul" if figure.confidence == "inferred" else named
