"""What can be taken away from a result: a page to print, a calendar file; made on request and kept nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.answers.message import Attachment, Choice, Message, paragraph
from bot.answers.pictures.days import Event, said
from bot.answers.take_away.calendar import calendar_file, calendar_text, days_ahead
from bot.answers.take_away.summary import Summary, summary_page, summary_text
from bot.dialogue.dated_events import events_of
from bot.dialogue.guides import guides
from bot.dialogue.results import finding_of_guide, result
from bot.dialogue.turn import Conversation
from bot.dialogue.verdict import told_in_words

PRINT = Choice("Résumé à imprimer", "/imprimer_resume")
CALENDAR = Choice("Dates pour mon agenda", "/ajouter_au_calendrier")
PRINTED = "Voici un résumé à imprimer ou à montrer, par exemple à un conseiller France services. Je ne le garde pas."
ENTERED = "Voici vos dates pour votre agenda, avec des rappels. Je ne les garde pas. Vérifiez-les avec votre caisse."
NO_DATES = "Je n'ai pas de date à venir pour votre agenda. Le résumé à imprimer, lui, est possible."


def with_choices_to_take_away(message: Message, conversation: Conversation, on: date) -> Message:
    """A result with the offers to print it and to enter its dates."""
    offers = (PRINT, *((CALENDAR,) if days_ahead(_events(conversation, on), on) else ()))
    return replace(message, choices=(*message.choices, *offers))


def to_print(conversation: Conversation, on: date, moment: datetime) -> Message:
    """The result of the guide as a page.

    Raises:
        KeyError: the guide does not exist, or leads to places.
    """
    guide = guides()[conversation.guide]
    message = result(conversation, on, moment)
    summary = Summary(
        title=guide.label,
        made_on=on,
        facts=told_in_words(conversation),
        message=replace(message, closing=(), choices=()),
        dates=tuple((event.label, said(event.day)) for event in _events(conversation, on)),
        picture=message.picture,
    )
    page, text = summary_page(summary), summary_text(summary)
    file = Attachment("Résumé à imprimer", f"resume-{guide.id}.html", "text/html", page, text)
    return Message("answer", (paragraph(PRINTED),), attachments=(file,))


def for_the_calendar(conversation: Conversation, on: date) -> Message:
    """The days ahead as a calendar file, or a word when there is none.

    Raises:
        KeyError: the guide does not exist, or leads to places.
    """
    events = _events(conversation, on)
    file = calendar_file(events, on)
    if not file:
        return Message("answer", (paragraph(NO_DATES),), choices=(PRINT,))
    name, text = f"dates-{conversation.guide}.ics", calendar_text(events, on)
    attachment = Attachment("Dates pour mon agenda", name, "text/calendar", file, text)
    return Message("answer", (paragraph(ENTERED),), attachments=(attachment,))


def _events(conversation: Conversation, on: date) -> tuple[Event, ...]:
    guide = guides()[conversation.guide]
    return tuple(events_of(guide, finding_of_guide(guide, conversation, on), conversation.facts))
