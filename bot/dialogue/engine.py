"""The one mechanism of all guides: reads a message in the light of the question asked (pure, no Rasa)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answers.message import Message, paragraph
from bot.dialogue.asking import ask as ask_message
from bot.dialogue.asking import explain_error
from bot.dialogue.controls import control
from bot.dialogue.corrections import correct, finding_of, go_back, mentions, told_ahead, told_besides, unclear
from bot.dialogue.goals import progress, situation_from
from bot.dialogue.guides import guide_named, guide_of_intent, guides
from bot.dialogue.keeping import with_fact
from bot.dialogue.opening import said_back, to_resume_named
from bot.dialogue.questions import Question, questions
from bot.dialogue.replies import commands, words
from bot.dialogue.replies.asked import does_not_know_what, looks_like_question
from bot.dialogue.replies.places import told_by_area
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Ambiguous, DontKnow, Reading, Refused, Value
from bot.dialogue.replies.units import has_unit_of
from bot.dialogue.told import facts_told
from bot.dialogue.turn import PENDING, Conversation, Turn, Understood
from bot.rules import Finding
from bot.rules.contradictions import contradictions

__all__ = ["after_turn", "ask", "correct", "go_back", "next_question", "take_turn"]

MOST_MISREADINGS = 2
MOST_BESIDE = 2
DISTRESS, OUTSIDE = "detresse", "hors_sujet"
# From which confidence a statement, which asks nothing, may be about something else than what was asked.
SURE_STATEMENT = 0.7
# The same for distress beside a reply that could be read: a long one may hold a complaint, and answer.
SURE_DISTRESS = 0.6
# What people ask for in so many words, however short; so are requests for a guide.
EXPLICIT = {
    "effacer_mes_donnees",
    "imprimer_resume",
    "ajouter_au_calendrier",
    "parler_a_un_humain",
    "confidentialite",
    "etes_vous_un_robot",
    "aide",
}
PLAIN_REPLY_WORDS, SHORTEST_CALL = 8, 3
# A question, or a story, in a reply: shorter ones are too easily taken for a subject.
SHORTEST_QUESTION, SHORTEST_STORY = 2, 4
LONGEST_STATEMENT = 6
FEWEST_TO_RECALL = 3
SCHEME = "scheme"
LAST_QUESTION = "C'est sans doute la dernière question. J'ai noté : {told}. Pour corriger, écrivez « en fait… »."


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
    if understood.intent == DISTRESS and not _is_plain_reply(text, reading, understood) and not commands.is_stop(text):
        return Turn("digression", conversation)
    if not any(char.isalnum() or char == "?" for char in text) and understood.waiting <= MOST_BESIDE:
        told = Message("question", (paragraph("Je ne sais pas lire cette réponse."),))
        return Turn("explained", conversation, (told,))
    controlled = control(conversation, question, text, understood, reading, finding, on)
    if controlled:
        return controlled
    if _asks_something_else(conversation, question, text, understood, reading, on):
        return Turn("digression", conversation)
    corrected = isinstance(reading, DontKnow) and _corrects_a_figure(text) and correct(conversation, text, on)
    if corrected:  # "non 59 ans, je sais plus compter"
        return corrected
    if isinstance(reading, Refused):
        return _refused(conversation, question, text, reading, on)
    if isinstance(reading, Ambiguous):
        if conversation.misreadings + 1 > MOST_MISREADINGS:  # asked in vain which of two is meant
            return _given_up(conversation, question)
        return unclear(replace(conversation, misreadings=conversation.misreadings + 1), text, reading)
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
    # What was not clear goes with its question; said in opening the guide, it waits for the first one.
    said = {name: text for name, text in state.said.items() if name != PENDING or state.asked is None}
    return replace(state, asked=missing[0] if missing else None, said=said, misreadings=0)


def ask(conversation: Conversation, on: date) -> Message:
    """The pending question as a message; before the last one, what was told so far can be looked at and changed."""
    found = progress(guides()[conversation.guide], conversation.facts, on)
    message = ask_message(questions()[conversation.asked or ""], found.finding, on)
    # While the scheme is not known, what it calls for is not known either.
    if len(found.missing) > 1 or len(conversation.history) < FEWEST_TO_RECALL or conversation.asked == SCHEME:
        return message
    told = said_back(conversation, conversation.history)
    return replace(message, closing=(paragraph(LAST_QUESTION.format(told=told)),)) if told else message


def _leaves_at_once(text: str, understood: Understood) -> bool:
    """Sure distress, and the button of another subject."""
    return (understood.intent == DISTRESS and understood.sure) or (text.startswith("/") and understood.is_subject)


def _read(conversation: Conversation, question: Question, text: str, finding: Finding | None, on: date) -> Reading:
    """The reply, by itself or after what was not clear: "1 800", then "par mois"."""
    reading = told_by_area(read(question, text, finding, on), conversation.near)
    pending = conversation.said.get(PENDING)
    if pending and not isinstance(reading, Value):
        together = read(question, f"{pending} {text}", finding, on)
        return together if isinstance(together, Value) else reading
    return reading


def _is_plain_reply(text: str, reading: Reading, understood: Understood) -> bool:
    if isinstance(reading, Value) and understood.confidence < SURE_DISTRESS:
        return True
    return len(text.split()) <= (SHORTEST_CALL if isinstance(reading, Refused) else PLAIN_REPLY_WORDS)


def _asks_something_else(
    conversation: Conversation, question: Question, text: str, understood: Understood, reading: Reading, on: date
) -> bool:
    """Is it another subject, and not only a reply that resembles one?"""
    if not understood.is_subject or words.is_filler(text):
        return False
    asks, length = looks_like_question(text), len(text.split())
    if guide_named(text) not in ("", conversation.guide) or to_resume_named(text, conversation):
        return True
    # It tells, whatever it resembles; and what is said again and again beside a question is meant for it.
    statement = not asks and understood.intent not in EXPLICIT
    if statement and (understood.waiting > MOST_BESIDE or facts_told(text, on)):
        return False
    if isinstance(reading, DontKnow):  # "je ne sais pas quelles ressources déclarer"
        return (does_not_know_what(text) or (asks and length >= SHORTEST_STORY)) and not mentions(question, text)
    if not isinstance(reading, Refused):
        supposed = text.lower().lstrip().startswith(("si ", "et si ")) and has_unit_of(question.head.kind, text)
        return asks and length >= SHORTEST_STORY and not supposed
    if not asks and understood.confidence < SURE_STATEMENT:
        return understood.intent in EXPLICIT
    if not asks and understood.intent == OUTSIDE:  # what is neither understood nor a question is no other subject
        return False
    if understood.intent in EXPLICIT or _asks_for_a_guide(understood.intent) or (asks and length >= SHORTEST_STORY):
        return True
    if not asks and length <= LONGEST_STATEMENT and mentions(question, text):  # "j'ai pas eu d'arrêt"
        return False
    return reading.reason == "unreadable" and (length >= SHORTEST_STORY or (asks and length >= SHORTEST_QUESTION))


def _asks_for_a_guide(intent: str) -> bool:
    """By an intent of its own; a topic whose answer is a guide is judged as any question is."""
    return intent in guide_of_intent() and intent not in {guide.topic for guide in guides().values()}


def _corrects_a_figure(text: str) -> bool:
    """ "Non, 450 heures"."""
    return words.is_no(text) and any(char.isdigit() for char in text)


def _refused(conversation: Conversation, question: Question, text: str, reading: Refused, on: date) -> Turn:
    # "Non, 450 heures" that the question asked cannot use is about the answer before.
    if reading.reason == "unreadable" and _corrects_a_figure(text):
        corrected = correct(conversation, text, on)
        if corrected:
            return corrected
    ahead = told_ahead(conversation, text, on) if reading.reason == "unreadable" else None
    if ahead:
        return ahead
    if conversation.misreadings + 1 > MOST_MISREADINGS:
        return _given_up(conversation, question)
    again = conversation.misreadings > 0
    told = explain_error(question, reading.reason, finding_of(conversation, on), on, again)
    counted = replace(conversation, misreadings=conversation.misreadings + 1)
    return Turn("misread", counted, (told.with_choices(ask(conversation, on).choices),), ask=False)


def _given_up(conversation: Conversation, question: Question) -> Turn:
    note = Message("question", (paragraph("Ce n'est pas grave : je note que vous ne savez pas."),))
    return replace(_accepted(conversation, question, DontKnow()), messages=(note,))


def _contradicted(before: Conversation, turn: Turn, on: date) -> Turn | None:
    """A reply that cannot be true beside the answers before: said, and asked again; a last time, then it is kept."""
    known = {found.message for found in contradictions(situation_from(before.facts, on), on)}
    found = [one for one in contradictions(situation_from(turn.conversation.facts, on), on) if one.message not in known]
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
