"""The one mechanism of all guides: reads a message in the light of the question asked (pure, no Rasa)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answers.message import Message, paragraph
from bot.dialogue.asking import ask as ask_message
from bot.dialogue.asking import explain_error
from bot.dialogue.controls import control
from bot.dialogue.corrections import (
    correct,
    finding_of,
    go_back,
    mentions,
    told_ahead,
    told_besides,
    unclear,
    with_fact,
)
from bot.dialogue.goals import progress, situation_from
from bot.dialogue.guides import guides
from bot.dialogue.questions import Question, questions
from bot.dialogue.replies import words
from bot.dialogue.replies.asked import does_not_know_what, looks_like_question
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Ambiguous, DontKnow, Reading, Refused, Value
from bot.dialogue.turn import PENDING, Conversation, Turn, Understood
from bot.rules import Finding
from bot.rules.contradictions import contradictions

__all__ = ["after_turn", "ask", "correct", "go_back", "next_question", "take_turn"]

MOST_MISREADINGS = 2
DISTRESS = "detresse"
# What people ask for in so many words, however short.
EXPLICIT = {
    "verifier_ma_situation",
    "effacer_mes_donnees",
    "parler_a_un_humain",
    "confidentialite",
    "etes_vous_un_robot",
    "aide",
}
PLAIN_REPLY_WORDS, SHORTEST_CALL = 8, 3
# A question, or a story, in a reply: shorter ones are too easily taken for a subject.
SHORTEST_QUESTION, SHORTEST_STORY = 2, 4
LONGEST_STATEMENT = 6


def take_turn(conversation: Conversation, text: str, understood: Understood, on: date) -> Turn:
    """The effect of a message while a question is pending.

    Raises:
        KeyError: the guide or the asked field does not exist.
    """
    if conversation.asked is None or _leaves_at_once(text, understood):
        return Turn("digression", conversation)
    question = questions()[conversation.asked]
    finding = finding_of(conversation, on)
    reading = _read(conversation, question, text, finding, on)
    # "J'ai 54 ans" opens many sad stories: without words of distress, a plain reply is a reply.
    if understood.intent == DISTRESS and not _is_plain_reply(text, reading):
        return Turn("digression", conversation)
    controlled = control(conversation, question, text, understood, reading, finding, on)
    if controlled:
        return controlled
    if _asks_something_else(question, text, understood, reading):
        return Turn("digression", conversation)
    if isinstance(reading, Refused):
        return _refused(conversation, question, text, reading, on)
    if isinstance(reading, Ambiguous):
        return unclear(conversation, text, reading)
    accepted = _accepted(conversation, question, reading)
    return _contradicted(conversation, accepted, on) or told_besides(accepted, question, text, on)


def next_question(conversation: Conversation, on: date) -> str | None:
    """The field to ask now; None when no answer can change the result any more."""
    missing = progress(guides()[conversation.guide], conversation.facts, on).missing
    return missing[0] if missing else None


def after_turn(turn: Turn, on: date) -> Conversation:
    """The state after a turn, with the field to ask now (None: the guide has its result).

    A question that still matters stays the one asked, even when another would come first by now.
    """
    state = turn.conversation
    missing = progress(guides()[state.guide], state.facts, on).missing
    if state.asked in missing:
        return state
    said = {name: text for name, text in state.said.items() if name != PENDING}
    return replace(state, asked=missing[0] if missing else None, said=said, misreadings=0)


def ask(conversation: Conversation, on: date) -> Message:
    """The pending question as a message."""
    return ask_message(questions()[conversation.asked or ""], finding_of(conversation, on), on)


def _leaves_at_once(text: str, understood: Understood) -> bool:
    """Sure distress, and the button of another subject."""
    return (understood.intent == DISTRESS and understood.sure) or (text.startswith("/") and understood.is_subject)


def _read(conversation: Conversation, question: Question, text: str, finding: Finding | None, on: date) -> Reading:
    """The reply, by itself or after what was not clear: "1 800", then "par mois"."""
    reading = read(question, text, finding, on)
    pending = conversation.said.get(PENDING)
    if pending and not isinstance(reading, Value):
        together = read(question, f"{pending} {text}", finding, on)
        return together if isinstance(together, Value) else reading
    return reading


def _is_plain_reply(text: str, reading: Reading) -> bool:
    return len(text.split()) <= (SHORTEST_CALL if isinstance(reading, Refused) else PLAIN_REPLY_WORDS)


def _asks_something_else(question: Question, text: str, understood: Understood, reading: Reading) -> bool:
    """Is it another subject, and not only a reply that resembles one?"""
    if not understood.is_subject or words.is_filler(text):
        return False
    asks, length = looks_like_question(text), len(text.split())
    if isinstance(reading, DontKnow):  # "je ne sais pas quelles ressources déclarer"
        return (does_not_know_what(text) or (asks and length >= SHORTEST_STORY)) and not mentions(question, text)
    if not isinstance(reading, Refused):
        return asks and length >= SHORTEST_STORY
    if understood.intent in EXPLICIT or (asks and length >= SHORTEST_STORY):
        return True
    if not asks and length <= LONGEST_STATEMENT and mentions(question, text):  # "j'ai pas eu d'arrêt"
        return False
    return reading.reason == "unreadable" and (length >= SHORTEST_STORY or (asks and length >= SHORTEST_QUESTION))


def _refused(conversation: Conversation, question: Question, text: str, reading: Refused, on: date) -> Turn:
    # "Non, 450 heures" that the question asked cannot use is about the answer before.
    if reading.reason == "unreadable" and words.is_no(text) and any(char.isdigit() for char in text):
        corrected = correct(conversation, text, on)
        if corrected:
            return corrected
    ahead = told_ahead(conversation, text, on)
    if ahead:
        return ahead
    if conversation.misreadings + 1 > MOST_MISREADINGS:
        note = Message("question", (paragraph("Ce n'est pas grave : je note que vous ne savez pas."),))
        return replace(_accepted(conversation, question, DontKnow()), messages=(note,))
    again = conversation.misreadings > 0
    told = explain_error(question, reading.reason, finding_of(conversation, on), on, again)
    counted = replace(conversation, misreadings=conversation.misreadings + 1)
    return Turn("misread", counted, (told.with_choices(ask(conversation, on).choices),), ask=False)


def _contradicted(before: Conversation, turn: Turn, on: date) -> Turn | None:
    """A reply that cannot be true beside the answers before: said, and asked again; a last time, then it is kept."""
    known = {found.message for found in contradictions(situation_from(before.facts), on)}
    found = [one for one in contradictions(situation_from(turn.conversation.facts), on) if one.message not in known]
    if not found or before.misreadings + 1 > MOST_MISREADINGS:
        return None
    text = f"Ces réponses ne vont pas ensemble\u00a0: {found[0].message}."
    check = paragraph("Vérifiez votre réponse, ou corrigez une réponse d'avant.")
    told = Message("question", (paragraph(text), check), choices=ask(before, on).choices)
    return Turn("misread", replace(before, misreadings=before.misreadings + 1), (told,), ask=False)


def _accepted(conversation: Conversation, question: Question, reading: Value | DontKnow) -> Turn:
    done = with_fact(conversation, question.field, reading)
    # What was picked as it stood on the screen need not be said back.
    typed = isinstance(reading, Value) and reading.typed and question.head.kind != "place"
    said = (Message("question", (paragraph(f"C'est noté : {done.said[question.field]}."),)),)
    return Turn("answered", done, said if typed else ())
