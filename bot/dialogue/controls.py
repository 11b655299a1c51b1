"""Turns about the questions themselves: stop, why, simpler, again, back, start again, correct."""

from __future__ import annotations

from datetime import date

from bot.answers.message import Message
from bot.dialogue.asking import ask, why
from bot.dialogue.corrections import correct, corrected_fields, go_back, mentions
from bot.dialogue.questions import Question
from bot.dialogue.replies import commands, words
from bot.dialogue.replies.reading import Reading, Refused
from bot.dialogue.turn import Conversation, Turn, Understood
from bot.rules import Finding

CORRECT, WHY, RESTART, STOP, BACK = "corriger", "pourquoi_cette_question", "recommencer", "arreter", "retour"
SIMPLER, AGAIN = "plus_simple", "repeter"
MORE = ("plus_de_details", "quelle_source")
POLITE = {"salutation", "remerciement"}
SHORT = 6  # words: what people say of a question is short; a story is not


def control(
    conversation: Conversation,
    question: Question,
    text: str,
    understood: Understood,
    reading: Reading,
    finding: Finding | None,
    on: date,
) -> Turn | None:
    """What the message does to the questions; None when it is a reply, or belongs elsewhere.

    Certain words say it in any case; the classifier is believed only of what is no reply.
    """

    def meant(intent: str) -> bool:
        return understood.intent == intent and isinstance(reading, Refused) and _is_short(text)

    if commands.is_again(text):
        return Turn("explained", conversation)
    if commands.is_stop(text) or meant(STOP):
        return Turn("stopped", conversation, ask=False)
    if _asks_why(question, text) or any(meant(intent) for intent in (WHY, *MORE)):
        return Turn("explained", conversation, (why(question, finding, on),))
    if commands.is_simpler(text) or meant(SIMPLER):
        return Turn("explained", conversation, (_simply(question, finding, on),), ask=False)
    if meant(AGAIN) or any(meant(intent) for intent in POLITE):
        return Turn("explained", conversation)
    if commands.is_back(text) or meant(BACK):
        return go_back(conversation)
    # "Début 2025" resembles "reprenons du début": with a figure it is no order to forget everything.
    if meant(RESTART) and not any(char.isdigit() for char in text):
        return Turn("restarted", Conversation(conversation.guide, {}))
    if words.is_correction(text) or meant(CORRECT):
        return _correction(conversation, question, text, reading, on)
    return None


def _is_short(text: str) -> bool:
    return len(text.split()) <= SHORT


def _asks_why(question: Question, text: str) -> bool:
    if commands.is_why(text):
        return True
    return commands.starts_with_why(text) and mentions(question, text) and _is_short(text)


def _simply(question: Question, finding: Finding | None, on: date) -> Message:
    return ask(question, finding, on, "simple")


def _correction(conversation: Conversation, question: Question, text: str, reading: Reading, on: date) -> Turn | None:
    """The corrected answer; when the text does not say into what, the question it names, or the last one, again."""
    usable = not isinstance(reading, Refused)
    if usable and mentions(question, text):
        return None  # "en fait j'ai 54 ans", said to the question of the age
    corrected = correct(conversation, text, on)
    if corrected or usable or not _is_short(text):
        return corrected
    return go_back(conversation, next(iter(corrected_fields(conversation, text)), None))
