"""One reply to one question."""

from __future__ import annotations

from datetime import date

from bot.dialogue.asking import ready_answers
from bot.dialogue.questions import Question
from bot.dialogue.replies.births import read_birth
from bot.dialogue.replies.choices import read_choice
from bot.dialogue.replies.dates import read_date
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.numbers import read_hours, read_yearly_income, read_yearly_pay
from bot.dialogue.replies.places import read_place
from bot.dialogue.replies.reading import DontKnow, Reading, Refused
from bot.dialogue.replies.words import is_dont_know
from bot.rules import Finding


def read(question: Question, text: str, finding: Finding | None, on: date) -> Reading:
    """What the text means as a reply to the question.

    A typed value goes before a bare "non": "non, quatre cents heures" gives the hours. "Je ne sais pas" goes last, so
    that "je sais pas trop, 54 ans" keeps the age.
    """
    answers = ready_answers(question, finding, on)
    kind = question.head.kind
    picked = read_choice(text, answers, numbered=kind == "choice")
    is_label = any(plain(label) == plain(text) for _, label, _ in answers)
    typed = Refused() if kind == "choice" or is_label else _typed(kind, text, on)
    if typed != Refused():
        return typed
    if picked == Refused() and is_dont_know(text):
        return DontKnow()
    return picked


def _typed(kind: str, text: str, on: date) -> Reading:
    if kind == "date":
        return read_date(text, on)
    if kind == "birth":
        return read_birth(text, on)
    if kind == "hours":
        return read_hours(text)
    if kind == "yearly_pay":
        return read_yearly_pay(text)
    if kind == "yearly_income":
        return read_yearly_income(text)
    return read_place(text)
