"""Short ways to write a dialogue test: what was understood, what was said, a guide under way."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from bot.answers.message import Message
from bot.answers.plain_text import plain_text
from bot.dialogue.asking import ready_answers
from bot.dialogue.engine import after_turn, take_turn
from bot.dialogue.goals import progress
from bot.dialogue.guides import Guide
from bot.dialogue.keeping import with_fact
from bot.dialogue.questions import questions
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import DontKnow, Value
from bot.dialogue.turn import Conversation, Turn, Understood

ON = date(2026, 11, 20)
NOTHING = Understood("hors_sujet", is_subject=False)
ELIGIBILITY = Conversation("eligibility", {}, asked="scheme")
# What one types in reply to each kind of question.
TYPED = {
    "date": ("juin 2024", "10/06/2024"),
    "any_date": ("31/08/2026", "mars 2026"),
    "birth": ("54 ans", "63 ans"),
    "age": ("54 ans", "63 ans"),
    "hours": ("700", "400 heures"),
    "yearly_pay": ("24 000 € par an", "entre 18 000 et 20 000"),
    "yearly_income": ("12 000 par an",),
    "yearly_sum": ("3 000 € en tout",),
    "monthly_sum": ("900 € par mois", "600"),
    "year": ("2021",),
    "count": ("4", "1"),
    "yearly_pays": ("2019 : 21 000, 2020 : 22 500",),
    "resources": ("salaire et loyers",),
    "place": ("Guéret",),
}
WALKS = 60


def subject(topic: str) -> Understood:
    """A confident topic."""
    return Understood(topic, is_subject=True)


def small_talk(intent: str) -> Understood:
    """An intent of the conduct of the dialogue."""
    return Understood(intent, is_subject=False)


def say(conversation: Conversation, text: str, understood: Understood = NOTHING) -> tuple[Turn, Conversation]:
    """One message: its turn, and the state after it."""
    turn = take_turn(conversation, text, understood, ON)
    return turn, after_turn(turn, ON)


def talk(*texts: str, start: Conversation = ELIGIBILITY) -> Conversation:
    """Several messages in which nothing else was understood; the state after the last."""
    state = start
    for text in texts:
        state = say(state, text)[1]
    return state


def through(stop_at: str | None = None, **replies: str) -> Conversation:
    """The eligibility guide with a reply for each field, not knowing for those not given, until a field is asked."""
    state = ELIGIBILITY
    for _ in range(len(questions())):
        if state.asked in {stop_at, None}:
            return state
        state = talk(replies.get(state.asked or "", "je ne sais pas"), start=state)
    raise AssertionError(f"{stop_at} is never asked; {state.asked} is")


def skip_to(field: str | None, state: Conversation) -> Conversation:
    """The state once a field is asked (None: nothing is), every question before it being answered by not knowing."""
    for _ in range(len(questions())):
        if state.asked == field:
            return state
        state = talk("je ne sais pas", start=state)
    raise AssertionError(f"{field} is never asked; {state.asked} is")


def words_of(*messages: Message) -> str:
    """All that messages say, non-breaking spaces made plain."""
    said = "\n".join(plain_text(message) for message in messages)
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def labels_of(message: Message) -> list[str]:
    """The choices offered, non-breaking spaces made plain."""
    return [choice.label.replace("\u00a0", " ").replace("\u202f", " ") for choice in message.choices]


def paths(guide: Guide, walks: int = WALKS) -> Iterator[tuple[Conversation, tuple[str, ...]]]:
    """Ways through a guide, each reply drawn among its ready answers, what one types, and not knowing: each end, and
    what was asked on the way; the draws are always the same."""
    for seed in range(walks):
        yield _path(guide, random.Random(f"{guide.id} {seed}"))


def _path(guide: Guide, chance: random.Random) -> tuple[Conversation, tuple[str, ...]]:
    state, asked = Conversation(guide.id, {}), []
    for _ in range(len(questions())):
        found = progress(guide, state.facts, ON)
        if not found.missing:
            return state, tuple(asked)
        field = found.missing[0]
        question = questions()[field]
        asked.append(field)
        labels = [label for _, label, _ in ready_answers(question, found.finding, ON)]
        text = chance.choice([*labels, *TYPED.get(question.head.kind, ()), "je ne sais pas"])
        reading = read(question, text, found.finding, ON)
        assert isinstance(reading, (Value, DontKnow)), (field, text, reading)
        state = with_fact(state, field, reading)
    raise AssertionError(f"{guide.id} asks without end: {asked}")
