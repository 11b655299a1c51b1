"""An answer for the person who asks: adapted to what they said, or the one that holds for their scheme."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answers.catalogue import AnswerFile, catalogue
from bot.answers.message import Block, Choice, Message, paragraph
from bot.answers.person import Person
from bot.answers.render import Form, render
from bot.answers.templates import depends_on
from bot.dialogue.guides import guide_labels
from bot.dialogue.people import OutsideScheme, people_words, said_back


def answer_for(person: Person, topic: str, on: date, form: Form = "usual") -> Message:
    """The answer of a topic in a form, with the figures of the day.

    What was taken into account is said at the end, so that a fact heard wrongly can be put right.

    Raises:
        KeyError: there is no such file.
    """
    entry = catalogue()[topic]
    outside = _outside(entry, person)
    if outside and outside.instead:
        return _instead(outside, person, on, form)
    message = render(entry, on, catalogue(), form, guide_labels(), person)
    if outside:
        message = _beside(message, outside)
    used = adapts_to(entry) | ({"scheme"} if outside else frozenset())
    return replace(message, closing=(*message.closing, *_taken_into_account(person, used)))


def adapts_to(entry: AnswerFile) -> frozenset[str]:
    """Which facts change what this answer says."""
    leads = (lead.say for lead in entry.head.leads)
    return depends_on(entry.head.short, entry.body, entry.details, entry.simple, *leads)


def changes(entry: AnswerFile, person: Person) -> bool:
    """Does what is known of the person change this answer?"""
    told = {name for name, value in person.names().items() if value is not None}
    return bool(told & adapts_to(entry)) or _outside(entry, person) is not None


def _outside(entry: AnswerFile, person: Person) -> OutsideScheme | None:
    """What to do when the answer does not hold for the scheme of the person."""
    holds = not entry.head.valid_for or person.scheme is None or person.scheme in entry.head.valid_for
    return None if holds else people_words().outside_scheme[str(person.scheme)]


def _instead(outside: OutsideScheme, person: Person, on: date, form: Form) -> Message:
    message = render(catalogue()[outside.instead], on, catalogue(), form, guide_labels(), person)
    closing = _taken_into_account(person, frozenset({"scheme"}))
    return replace(message, blocks=(paragraph(outside.lead), *message.blocks), closing=closing)


def _beside(message: Message, outside: OutsideScheme) -> Message:
    """The answer behind a warning, and the topic of the scheme to go on with."""
    label = catalogue()[outside.also].head.label
    choices = (Choice(label, f"/{outside.also}"), *message.choices)
    return replace(message, blocks=(paragraph(outside.lead), *message.blocks), choices=choices)


def _taken_into_account(person: Person, used: frozenset[str]) -> tuple[Block, ...]:
    facts = said_back(person, used)
    return (paragraph(people_words().taken_into_account.format(facts=facts)),) if facts else ()
