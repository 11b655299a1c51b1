"""One reply to one question."""

from __future__ import annotations

from datetime import date

from bot.dialogue.asking import ready_answers
from bot.dialogue.questions import Question
from bot.dialogue.replies.births import read_birth
from bot.dialogue.replies.choices import read_choice
from bot.dialogue.replies.dates import read_date
from bot.dialogue.replies.numbers import read_hours, read_yearly_pay
from bot.dialogue.replies.places import read_place
from bot.dialogue.replies.reading import DontKnow, Reading, Refused
from bot.dialogue.replies.words import is_dont_know
from bot.rules import Finding


def read(question: Question, text: str, finding: Finding | None, on: date) -> Reading:
    """What the text means as a reply to the question.

    A typed value goes before a bare "non": "non, 450 heures" gives the hours. "Je ne sais pas" goes last but for
    choices, so that "je sais pas trop, 54 ans" keeps the age.
    """
    answers = ready_answers(question, finding, on)
    kind = question.head.kind
    picked = read_choice(text, answers, numbered=kind == "choice")
    if kind == "choice":
        if isinstance(picked, Refused) and is_dont_know(text):
            return DontKnow()
        return picked
    if not isinstance(picked, Refused) and not any(char.isdigit() for char in text):
        return picked
    if any(label == text for _, label, _ in answers):
        return picked
    typed = _typed(kind, text, on)
    if isinstance(typed, Refused):
        if is_dont_know(text) and typed.reason == "unreadable":
            return DontKnow()
        if not isinstance(picked, Refused) and typed.reason == "unreadable":
            return picked
    return typed


def _typed(kind: str, text: str, on: date) -> Reading:
    if kind == "date":
        return read_date(text, on)
    if kind == "birth":
        return read_birth(text, on)
    if kind == "hours":
        return read_hours(text)
    if kind == "yearly_pay":
        return read_yearly_pay(text)
    return read_place(text)
