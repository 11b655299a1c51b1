"""One reply to one question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.dialogue.asking import ready_answers
from bot.dialogue.questions import Question
from bot.dialogue.replies.ages_told import read_age
from bot.dialogue.replies.any_dates import read_any_date
from bot.dialogue.replies.births import read_birth
from bot.dialogue.replies.choices import read_choice
from bot.dialogue.replies.dates import read_date
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.numbers import read_hours, read_yearly_income, read_yearly_pay
from bot.dialogue.replies.places import read_place
from bot.dialogue.replies.reading import DontKnow, Reading, Refused
from bot.dialogue.replies.resources import read_resources
from bot.dialogue.replies.small_numbers import read_count, read_year
from bot.dialogue.replies.sums import read_monthly_sum, read_yearly_sum
from bot.dialogue.replies.words import is_dont_know
from bot.dialogue.replies.yearly_pays import read_yearly_pays
from bot.rules import Finding

Reader = Callable[[str, date], Reading]


def read(question: Question, text: str, finding: Finding | None, on: date) -> Reading:
    """What the text means as a reply to the question.

    A typed value goes before a bare "non": "non, quatre cents heures" gives the hours. "Je ne sais pas" goes last, so
    that "je sais pas trop, 54 ans" keeps the age.
    """
    answers = ready_answers(question, finding, on)
    kind = question.head.kind
    picked = read_choice(text, answers, numbered=kind == "choice")
    is_label = any(plain(label) == plain(text) for _, label, _ in answers)
    if isinstance(picked, DontKnow):  # "aucune réponse depuis mars": March is not the day of an answer
        return picked
    typed = Refused() if kind == "choice" or is_label else READERS[kind](text, on)
    if typed != Refused():
        return typed
    if picked == Refused() and is_dont_know(text):
        return DontKnow()
    return picked


def _undated(reader: Callable[[str], Reading]) -> Reader:
    """A reader to which the day does not matter."""
    return lambda text, on: reader(text)


# How a value is typed, by kind of question; a choice is only picked.
READERS: Mapping[str, Reader] = {
    "date": read_date,
    "any_date": read_any_date,
    "birth": read_birth,
    "age": read_age,
    "hours": _undated(read_hours),
    "yearly_pay": _undated(read_yearly_pay),
    "yearly_income": _undated(read_yearly_income),
    "yearly_sum": _undated(read_yearly_sum),
    "monthly_sum": _undated(read_monthly_sum),
    "year": read_year,
    "count": _undated(read_count),
    "yearly_pays": read_yearly_pays,
    "resources": _undated(read_resources),
    "place": _undated(read_place),
}
