"""The one mechanism of all guides: reads a message in the light of the question asked (pure, no Rasa)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answers.message import Choice, Message, paragraph
from bot.dialogue.asking import ask as ask_message
from bot.dialogue.asking import explain_error, why
from bot.dialogue.goals import progress
from bot.dialogue.guides import guides
from bot.dialogue.questions import Question, questions
from bot.dialogue.replies import words
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Ambiguous, DontKnow, Reading, Refused, Value
from bot.dialogue.turn import Conversation, Turn, Understood
from bot.rules import UNKNOWN, Finding

MOST_MISREADINGS = 2
CORRECT = "corriger"
WHY = "pourquoi_cette_question"
RESTART = "recommencer"
DISTRESS = "detresse"
# What people ask for in so many words, however short.
EXPLICIT = {"verifier_ma_situation", "effacer_mes_donnees", "parler_a_un_humain"}
PLAIN_REPLY_WORDS, SHORTEST_CALL = 8, 3
# Intents that a reply may well look like: never a reason to leave the question.
REPLY_LIKE = {"oui", "non", "ne_sait_pas", CORRECT, WHY, "retour", "salutation", "remerciement"}


def take_turn(conversation: Conversation, text: str, understood: Understood, on: date) -> Turn:
    """The effect of a message while a question is pending.

    Raises:
        KeyError: the guide or the asked field does not exist.
    """
    if conversation.asked is None or (understood.intent == DISTRESS and understood.sure):
        return Turn("digression", conversation)
    question = questions()[conversation.asked]
    finding = _finding(conversation, on)
    # "J'ai 54 ans" opens many sad stories: without words of distress, a plain reply is a reply.
    if understood.intent == DISTRESS and not _is_plain_reply(question, text, finding, on):
        return Turn("digression", conversation)
    control = _control(conversation, question, text, understood, finding, on)
    if control:
        return control
    reading = read(question, text, finding, on)
    if _asks_something_else(text, understood, reading):
        return Turn("digression", conversation)
    if isinstance(reading, Refused):
        return _refused(conversation, question, text, reading, understood, on)
    return _accepted(conversation, question, reading)


def next_question(conversation: Conversation, on: date) -> str | None:
    """The field to ask now; None when no answer can change the result any more."""
    missing = progress(guides()[conversation.guide], conversation.facts, on).missing
    return missing[0] if missing else None


def after_turn(turn: Turn, on: date) -> Conversation:
    """The state after a turn, with the field to ask now (None: the guide has its result)."""
    state = turn.conversation
    missing = progress(guides()[state.guide], state.facts, on).missing
    stays = not turn.ask or (turn.kind == "back" and state.asked in missing)
    if stays and state.asked in missing:
        return state
    asked = missing[0] if missing else None
    return replace(state, asked=asked, misreadings=state.misreadings if asked == state.asked else 0)


def ask(conversation: Conversation, on: date, simple: bool = False) -> Message:
    """The pending question as a message."""
    finding = _finding(conversation, on)
    question = questions()[conversation.asked or ""]
    return ask_message(question, finding, on, "simple" if simple else "usual")


def correct(conversation: Conversation, text: str, on: date) -> Turn | None:
    """A correction of something said before; None when the text does not say what is to be corrected into what."""
    rest = words.without_correction_words(text)
    for name in _corrected_fields(conversation, rest):
        reading = read(questions()[name], rest, _finding_without(conversation, name, on), on)
        if isinstance(reading, (Value, DontKnow)):
            done = _set(conversation, name, reading)
            said = f"C'est corrigé. Je retiens, pour {questions()[name].head.label} : {done.said[name]}."
            return Turn("corrected", done, (Message("question", (paragraph(said),)),))
    return None


def _control(
    conversation: Conversation,
    question: Question,
    text: str,
    understood: Understood,
    finding: Finding | None,
    on: date,
) -> Turn | None:
    short = len(text.split()) <= 6
    if words.is_stop(text) or (understood.intent == "arreter" and short):
        return Turn("stopped", conversation, ask=False)
    if words.is_why(text) and (short or understood.intent == WHY):
        return Turn("explained", conversation, (why(question, finding, on),))
    if words.is_simpler(text):
        return Turn("explained", conversation, (ask(conversation, on, simple=True),), ask=False)
    if words.is_back(text):
        return go_back(conversation)
    if understood.intent == RESTART and short:
        return Turn("restarted", Conversation(conversation.guide, {}))
    if words.is_correction(text) and conversation.history:
        return correct(conversation, text, on) or (go_back(conversation) if short else None)
    return None


def _is_plain_reply(question: Question, text: str, finding: Finding | None, on: date) -> bool:
    length = len(text.split())
    reading = read(question, text, finding, on)
    return length <= (SHORTEST_CALL if isinstance(reading, Refused) else PLAIN_REPLY_WORDS)


def go_back(conversation: Conversation) -> Turn:
    """Forget the last answer, so that its question is asked again."""
    if not conversation.history:
        text = "C'est la première question, il n'y a rien avant."
        return Turn("back", conversation, (Message("question", (paragraph(text),)),))
    last = conversation.history[-1]
    facts = {name: value for name, value in conversation.facts.items() if name != last}
    said = {name: value for name, value in conversation.said.items() if name != last}
    history = conversation.history[:-1]
    done = replace(conversation, facts=facts, said=said, history=history, asked=last, misreadings=0)
    return Turn("back", done, (Message("question", (paragraph("D'accord, on revient en arrière."),)),))


def _corrected_fields(conversation: Conversation, text: str) -> list[str]:
    """Fields that the text names by one of their cues, then the last one answered."""
    said = f" {words.plain(text)} "
    named = [
        name
        for name in reversed(conversation.history)
        if any(f" {words.plain(cue)} " in said for cue in questions()[name].head.cues)
    ]
    last = [name for name in conversation.history[-1:] if name not in named]
    return named + last


def _asks_something_else(text: str, understood: Understood, reading: Reading) -> bool:
    if not understood.is_subject or understood.intent in REPLY_LIKE:
        return False
    if text.startswith("/"):  # a button of another subject
        return True
    if understood.intent in EXPLICIT and isinstance(reading, Refused):
        return True
    if isinstance(reading, Refused):
        return reading.reason == "unreadable" and (words.looks_like_question(text) or len(text.split()) >= 4)
    return words.looks_like_question(text) and len(text.split()) >= 4


def _refused(
    conversation: Conversation,
    question: Question,
    text: str,
    reading: Refused,
    understood: Understood,
    on: date,
) -> Turn:
    if conversation.history and words.is_no(text) and any(char.isdigit() for char in text):
        corrected = correct(conversation, text, on)
        if corrected:
            return corrected
    if conversation.misreadings + 1 > MOST_MISREADINGS:
        note = Message("question", (paragraph("Ce n'est pas grave : je note que vous ne savez pas."),))
        return replace(_accepted(conversation, question, DontKnow()), messages=(note,))
    again = conversation.misreadings > 0
    told = explain_error(question, reading.reason, _finding(conversation, on), on, again)
    counted = replace(conversation, misreadings=conversation.misreadings + 1)
    return Turn("misread", counted, (told.with_choices(_choices_again(conversation, on)),), ask=False)


def _choices_again(conversation: Conversation, on: date) -> tuple[Choice, ...]:
    return ask(conversation, on).choices


def _accepted(conversation: Conversation, question: Question, reading: Value | DontKnow | Ambiguous) -> Turn:
    if isinstance(reading, Ambiguous):
        choices = tuple(Choice(label, label) for label in reading.labels)
        asked = Message("question", (paragraph(reading.question),), choices=choices)
        return Turn("explained", conversation, (asked,), ask=False)
    done = _set(conversation, question.field, reading)
    # What was picked as it stood on the screen need not be said back.
    typed = isinstance(reading, Value) and reading.typed and question.head.kind != "place"
    said = (Message("question", (paragraph(f"C'est noté : {done.said[question.field]}."),)),)
    return Turn("answered", done, said if typed else ())


def _set(conversation: Conversation, name: str, reading: Value | DontKnow) -> Conversation:
    value, said = (reading.value, reading.said) if isinstance(reading, Value) else (UNKNOWN, "je ne sais pas")
    history = (*(field for field in conversation.history if field != name), name)
    return replace(
        conversation,
        facts={**conversation.facts, name: value},
        said={**conversation.said, name: said},
        history=history,
        misreadings=0,
    )


def _finding(conversation: Conversation, on: date) -> Finding | None:
    return progress(guides()[conversation.guide], conversation.facts, on).finding


def _finding_without(conversation: Conversation, name: str, on: date) -> Finding | None:
    facts = {key: value for key, value in conversation.facts.items() if key != name}
    return progress(guides()[conversation.guide], facts, on).finding
