"""Short ways to write a dialogue test: what was understood, what was said, a guide under way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.answers.message import Message
from bot.answers.plain_text import plain_text
from bot.dialogue.asking import ready_answers
from bot.dialogue.corrections import with_fact
from bot.dialogue.engine import after_turn, take_turn
from bot.dialogue.goals import progress
from bot.dialogue.guides import Guide, guides
from bot.dialogue.questions import questions
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import DontKnow, Value
from bot.dialogue.turn import Conversation, Turn, Understood

ON = date(2026, 11, 20)
NOTHING = Understood("hors_sujet", is_subject=False)
ELIGIBILITY = Conversation("eligibility", {}, asked="scheme")
# How one answers a question that has no ready answers.
TYPED = {"stop_date": ("juin 2024",), "birth_date": ("54 ans", "63 ans"), "place": ("Guéret",)}


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


def paths(guide: Guide, state: Conversation | None = None) -> Iterator[tuple[Conversation, tuple[str, ...]]]:
    """Every way through a guide by its ready answers, a typed answer, and not knowing: each end, and what was asked."""
    state = state or Conversation(guide.id, {})
    found = progress(guide, state.facts, ON)
    if not found.missing:
        yield state, state.history
        return
    field = found.missing[0]
    question = questions()[field]
    labels = [label for _, label, _ in ready_answers(question, found.finding, ON)]
    for text in (*labels, *TYPED.get(field, ())):
        reading = read(question, text, found.finding, ON)
        assert isinstance(reading, (Value, DontKnow)), (field, text)
        yield from paths(guide, with_fact(state, field, reading))
    yield from paths(guide, with_fact(state, field, DontKnow()))


def all_paths() -> Iterator[tuple[Guide, Conversation, tuple[str, ...]]]:
    """The same, for every guide."""
    for guide in guides().values():
        for end, asked in paths(guide):
            yield guide, end, asked
