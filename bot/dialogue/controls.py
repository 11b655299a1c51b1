"""Turns about the questions themselves: stop, why, simpler, again, back, start again, correct."""

from __future__ import annotations

from datetime import date

from bot.answers.message import Message
from bot.dialogue.asking import ask, why
from bot.dialogue.corrections import correct, corrected_fields, go_back, mentions, undone
from bot.dialogue.glossary import definition, term_asked
from bot.dialogue.opening import resumption
from bot.dialogue.questions import Question, questions
from bot.dialogue.replies import commands, words
from bot.dialogue.replies.reading import Reading, Refused
from bot.dialogue.replies.units import has_unit_of
from bot.dialogue.turn import Conversation, Turn, Understood
from bot.dialogue.verdict import recap
from bot.rules import Finding

CORRECT, WHY, RESTART, STOP, BACK = "corriger", "pourquoi_cette_question", "recommencer", "arreter", "retour"
SIMPLER, AGAIN = "plus_simple", "repeter"
MORE = ("plus_de_details", "quelle_source")
GREETING, THANKS = "salutation", "remerciement"
RESUME, RECAP = "reprendre", "recapitulatif"
LIKELY = 0.5  # the confidence from which the classifier is believed
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
        likely = understood.intent == intent and understood.confidence >= LIKELY
        return likely and isinstance(reading, Refused) and _is_short(text) and not any(c.isdigit() for c in text)

    if commands.is_again(text) or meant(RESUME):
        return Turn("explained", conversation)
    if commands.is_recap(text) or meant(RECAP):
        return Turn("explained", conversation, (Message("question", tuple(recap(conversation))),))
    if term := term_asked(text):
        return Turn("explained", conversation, (definition(term, on),))
    if commands.is_stop(text) or meant(STOP):
        return Turn("stopped", conversation, ask=False)
    if _asks_why(question, text) or any(meant(intent) for intent in (WHY, *MORE)):
        return Turn("explained", conversation, (why(question, finding, on),))
    if commands.is_simpler(text) or meant(SIMPLER):
        return Turn("explained", conversation, (_simply(question, finding, on),), ask=False)
    if meant(GREETING) or (understood.late and isinstance(reading, Refused)):
        return Turn("explained", conversation, (resumption(conversation),))
    if meant(AGAIN) or meant(THANKS):
        return Turn("explained", conversation)
    if commands.is_back(text) or meant(BACK):
        return go_back(conversation)
    if commands.is_undo(text) and conversation.undo:
        return undone(conversation)
    if commands.is_restart(text) or meant(RESTART):
        return Turn("restarted", Conversation(conversation.guide, {}))
    if _corrects_the_last(conversation, question, text):
        return correct(conversation, text, on)
    if words.is_correction(text) or meant(CORRECT):
        return _correction(conversation, question, text, reading, on)
    return None


def _corrects_the_last(conversation: Conversation, question: Question, text: str) -> bool:
    """ "Non c'était le 10 mai", said to a question that a yes or a no answers."""
    if question.head.kind != "choice" or not conversation.history or not words.is_no(text):
        return False
    last = questions()[conversation.history[-1]]
    return last.head.kind != "choice" and has_unit_of(last.head.kind, text)


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
    return go_back(conversation, next(iter(corrected_fields(conversation, text, on)), None))
