"""Facts told, corrected and taken back: every change of what a guide knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.answers.message import Choice, Message, paragraph
from bot.dialogue.goals import progress
from bot.dialogue.guides import guides
from bot.dialogue.questions import Question, questions
from bot.dialogue.replies import words
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Ambiguous, DontKnow, Value
from bot.dialogue.replies.units import has_unit_of
from bot.dialogue.turn import PENDING, Conversation, Turn
from bot.rules import UNKNOWN, Finding

SHORTEST_WITH_MORE = 4  # words: shorter replies say one thing


def with_fact(conversation: Conversation, name: str, reading: Value | DontKnow) -> Conversation:
    """The conversation with one field told, last in the order of answers."""
    value, said = (reading.value, reading.said) if isinstance(reading, Value) else (UNKNOWN, "je ne sais pas")
    forgotten = without_fact(conversation, name)
    return replace(
        forgotten,
        facts={**forgotten.facts, name: value},
        said={**forgotten.said, name: said},
        history=(*forgotten.history, name),
        misreadings=0,
    )


def without_fact(conversation: Conversation, name: str) -> Conversation:
    """The conversation as if a field had never been told, and nothing were waiting to be made clear."""
    return replace(
        conversation,
        facts={key: value for key, value in conversation.facts.items() if key != name},
        said={key: value for key, value in conversation.said.items() if key not in {name, PENDING}},
        history=tuple(field for field in conversation.history if field != name),
    )


def correct(conversation: Conversation, text: str, on: date) -> Turn | None:
    """A correction of something said before; None when the text does not say what is to be corrected into what."""
    rest = words.without_correction_words(text)
    for name in corrected_fields(conversation, rest):
        forgotten = without_fact(conversation, name)
        reading = read(questions()[name], rest, finding_of(forgotten, on), on)
        if isinstance(reading, Ambiguous):
            return unclear(replace(forgotten, asked=name), rest, reading)
        if isinstance(reading, (Value, DontKnow)):
            done = with_fact(conversation, name, reading)
            said = f"C'est corrigé. Je retiens, pour {questions()[name].head.label} : {done.said[name]}."
            return Turn("corrected", done, (Message("question", (paragraph(said),)),))
    return None


def told_ahead(conversation: Conversation, text: str, on: date) -> Turn | None:
    """An answer to a question that is still to come, when the text names it or gives its unit: kept, and said back."""
    for name, reading in _told_of_others(conversation, text, on):
        if isinstance(reading, Ambiguous):
            return unclear(replace(without_fact(conversation, name), asked=name), text, reading)
        done = with_fact(conversation, name, reading)
        return Turn("answered", done, (_noted(done, name),))
    return None


def told_besides(turn: Turn, answered: Question, text: str, on: date) -> Turn:
    """What a reply tells besides its answer: "mars 2024, et j'ai 54 ans"."""
    if len(text.split()) < SHORTEST_WITH_MORE:
        return turn
    for name, reading in _told_of_others(turn.conversation, text, on):
        # Two dates, or two sums, could each be the one that was asked.
        if isinstance(reading, Value) and questions()[name].head.kind != answered.head.kind:
            done = with_fact(turn.conversation, name, reading)
            turn = replace(turn, conversation=done, messages=(*turn.messages, _noted(done, name)))
    return turn


def _told_of_others(conversation: Conversation, text: str, on: date) -> Iterator[tuple[str, Value | Ambiguous]]:
    """Fields not asked now that the text names, or whose unit it gives, and what it says of them."""
    missing = progress(guides()[conversation.guide], conversation.facts, on).missing
    unknown = (name for name, value in conversation.facts.items() if value == UNKNOWN)
    for name in (*missing, *unknown):
        question = questions()[name]
        kind = question.head.kind
        # A bare date could be that of anything.
        if name == conversation.asked or not (mentions(question, text) or (kind != "date" and has_unit_of(kind, text))):
            continue
        reading = read(question, text, finding_of(conversation, on), on)
        if isinstance(reading, (Value, Ambiguous)):
            yield name, reading


def _noted(conversation: Conversation, name: str) -> Message:
    said = f"C'est noté, pour {questions()[name].head.label} : {conversation.said[name]}."
    return Message("question", (paragraph(said),))


def unclear(conversation: Conversation, text: str, reading: Ambiguous) -> Turn:
    """Ask which of several readings is meant; the reply may be only what makes the difference ("par mois")."""
    choices = tuple(Choice(label, label) for label in reading.labels)
    asked = Message("question", (paragraph(reading.question),), choices=choices)
    waiting = replace(conversation, said={**conversation.said, PENDING: text})
    return Turn("explained", waiting, (asked,), ask=False)


def go_back(conversation: Conversation, name: str | None = None) -> Turn:
    """Forget an answer, the last one if none is named, so that its question is asked again."""
    if not conversation.history:
        text = "C'est la première question, il n'y a rien avant."
        return Turn("back", conversation, (Message("question", (paragraph(text),)),))
    back_to = name or conversation.history[-1]
    done = replace(without_fact(conversation, back_to), asked=back_to, misreadings=0)
    return Turn("back", done, (Message("question", (paragraph("D'accord, on revient en arrière."),)),))


def corrected_fields(conversation: Conversation, text: str) -> list[str]:
    """Answered fields that the text may be about, the likeliest first.

    Those it names by one of their cues, then those whose unit it gives ("2 000 euros"), then the last one answered.
    """
    newest_first = conversation.history[::-1]
    named = [name for name in newest_first if mentions(questions()[name], text)]
    measured = [name for name in newest_first if has_unit_of(questions()[name].head.kind, text)]
    return list(dict.fromkeys((*named, *measured, *newest_first[:1])))


def mentions(question: Question, text: str) -> bool:
    """Does the text name what the question is about?"""
    said = f" {plain(text)} "
    return any(f" {plain(cue)} " in said for cue in question.head.cues)


def finding_of(conversation: Conversation, on: date) -> Finding | None:
    """What the guide's rule says of the facts told so far."""
    return progress(guides()[conversation.guide], conversation.facts, on).finding
