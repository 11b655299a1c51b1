"""Facts told, corrected and taken back: every change of what a guide knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from bot.answers.figures import Recorder
from bot.answers.message import Choice, Message, paragraph
from bot.answers.templates import fill, thresholds_named
from bot.dialogue.asking import figures_of
from bot.dialogue.derived import twins
from bot.dialogue.goals import progress
from bot.dialogue.guides import guides
from bot.dialogue.keeping import with_fact, with_heard, with_told, without_fact
from bot.dialogue.questions import NUMBERS, Question, questions
from bot.dialogue.replies import words
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.read import read
from bot.dialogue.replies.reading import Ambiguous, DontKnow, Value
from bot.dialogue.replies.units import family, has_unit_of
from bot.dialogue.told import facts_told
from bot.dialogue.turn import PENDING, Conversation, Turn
from bot.rules import UNKNOWN, Finding

SHORTEST_WITH_MORE = 4  # words: shorter replies say one thing


def correct(conversation: Conversation, text: str, on: date) -> Turn | None:
    """A correction of something said before; None when the text does not say what is to be corrected into what."""
    rest = words.without_correction_words(text)
    for name in corrected_fields(conversation, rest, on):
        forgotten = without_fact(conversation, name)
        reading = read(questions()[name], rest, finding_of(forgotten, on), on)
        if isinstance(reading, Ambiguous):
            return unclear(replace(forgotten, asked=name), rest, reading)
        if isinstance(reading, (Value, DontKnow)):
            before = (name, conversation.facts[name], conversation.said.get(name, ""))
            done = replace(with_fact(conversation, name, reading), undo=before)
            done = _without_old_bounds(conversation, done, on)
            also = {other: value for other, value in facts_told(rest, on).items() if other not in (name, *twins(name))}
            done = with_heard(done, also)
            said = f"C'est corrigé. Je retiens, pour {questions()[name].head.label} : {done.said[name]}."
            told = (Message("question", (paragraph(said),)), *_noted(conversation, done, set(also)))
            return Turn("corrected", done, told)
    return None


def undone(conversation: Conversation) -> Turn:
    """The last correction taken back."""
    if conversation.undo is None:
        return Turn("explained", conversation)
    name, value, said = conversation.undo
    done = replace(with_fact(conversation, name, Value(value, said)), undo=None)
    text = f"D'accord, je reprends votre réponse d'avant, pour {questions()[name].head.label} : {said}."
    return Turn("corrected", done, (Message("question", (paragraph(text),)),))


def _without_old_bounds(before: Conversation, after: Conversation, on: date) -> Conversation:
    """Without the ready answers whose bound has moved: "oui", said of a limit that is no longer the same."""
    old, new = (figures_of(finding_of(one, on)) for one in (before, after))
    moved = {name for name in old if old[name] != new.get(name)}
    for name, value in before.facts.items():
        picked = (choice for choice in questions()[name].head.choices if thresholds_named(choice.value) & moved)
        if any(fill(choice.value, on, Recorder(), old) == value for choice in picked):
            after = without_fact(after, name)
    return after


def told_ahead(conversation: Conversation, text: str, on: date) -> Turn | None:
    """An answer to a question that is still to come, when the text names it or gives its unit: kept, and said back."""
    told = with_told(conversation, facts_told(text, on))
    for name, reading in _told_of_others(told, text, on):
        if isinstance(reading, Ambiguous):
            return unclear(replace(without_fact(told, name), asked=name), text, reading)
        told = with_fact(told, name, reading)
    return _answered(conversation, told)


def told_late(conversation: Conversation, text: str, on: date) -> Turn | None:
    """Facts told once the result is there, said back: those told of oneself, and those that were not known."""
    told = with_heard(conversation, facts_told(text, on))
    for name, reading in _told_of_others(told, text, on):
        if isinstance(reading, Value):
            told = with_fact(told, name, reading)
    if told == conversation:
        told = _made_precise(conversation, text, on)
    return _answered(conversation, told)


def _answered(before: Conversation, after: Conversation) -> Turn | None:
    new = _noted(before, after)
    return Turn("answered", after, new) if new else None


def _made_precise(conversation: Conversation, text: str, on: date) -> Conversation:
    """ "Le 12 octobre exactement": the day, or the sum, for want of which the result is to check."""
    finding = finding_of(conversation, on)
    open_facts = [name for name in finding.because if name in questions()] if finding else []
    for name in open_facts:
        kind = questions()[name].head.kind
        reading = read(questions()[name], text, finding, on) if kind != "choice" and has_unit_of(kind, text) else None
        if isinstance(reading, Value):
            return with_fact(conversation, name, reading)
    return conversation


def told_besides(turn: Turn, answered: Question, text: str, on: date) -> Turn:
    """What a reply tells besides its answer: "mars 2024, et j'ai 54 ans"."""
    if len(text.split()) < SHORTEST_WITH_MORE:
        return turn
    others = {name: value for name, value in facts_told(text, on).items() if _is_another(name, answered)}
    for name in progress(guides()[turn.conversation.guide], turn.conversation.facts, on).missing:
        if questions()[name].head.beside == answered.field:  # an event told with its date
            reading = read(questions()[name], text, None, on)
            others |= {name: reading} if isinstance(reading, Value) else {}
    for name, reading in _told_of_others(turn.conversation, text, on):
        # Two dates, or two sums, could each be the one that was asked.
        if isinstance(reading, Value) and questions()[name].head.kind not in family(answered.head.kind):
            others.setdefault(name, reading)
    done = with_told(turn.conversation, others)
    return replace(turn, conversation=done, messages=(*turn.messages, *_noted(turn.conversation, done)))


def _is_another(name: str, answered: Question) -> bool:
    return name != answered.field and name not in twins(answered.field)


def _told_of_others(conversation: Conversation, text: str, on: date) -> Iterator[tuple[str, Value | Ambiguous]]:
    """Fields not asked now that the text names, or whose unit it gives, and what it says of them."""
    missing = progress(guides()[conversation.guide], conversation.facts, on).missing
    unknown = (name for name, value in conversation.facts.items() if value == UNKNOWN)
    others = [name for name in (*missing, *unknown) if name != conversation.asked]
    measured = [name for name in others if _has_its_unit(questions()[name], text)]
    for name in others:
        question = questions()[name]
        # Of several sums that are still to be told, a bare one could be any.
        if not mentions(question, text) and measured != [name]:
            continue
        reading = read(question, text, finding_of(conversation, on), on)
        if isinstance(reading, (Value, Ambiguous)):
            yield name, reading


def _has_its_unit(question: Question, text: str) -> bool:
    """A bare date could be that of anything."""
    return "date" not in question.head.kind and has_unit_of(question.head.kind, text)


def _noted(before: Conversation, after: Conversation, among: Collection[str] | None = None) -> tuple[Message, ...]:
    """The facts that are new, said back; only those `among`, when given."""
    new = [name for name in after.facts if after.facts[name] != before.facts.get(name)]
    return tuple(
        Message("question", (paragraph(f"C'est noté, pour {questions()[name].head.label} : {after.said[name]}."),))
        for name in new
        if among is None or name in among
    )


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


def corrected_fields(conversation: Conversation, text: str, on: date) -> list[str]:
    """Answered fields that the text may be about, the likeliest first.

    Those it names by one of their cues, then those whose unit it gives ("2 000 euros"), then the last one answered.
    """
    newest_first = conversation.history[::-1]
    named = [name for name in newest_first if mentions(questions()[name], text)]
    named.sort(key=lambda name: -named_by(questions()[name], text))
    measured = [name for name in newest_first if has_unit_of(questions()[name].head.kind, text)]
    likely = list(dict.fromkeys((*named, *measured)))
    likely.sort(key=lambda name: not _matters(conversation, name, on))
    # "En fait c'est 900": the one sum, or the one number, that was told.
    numbers = [name for name in newest_first if questions()[name].head.kind in NUMBERS]
    bare = numbers if len(numbers) == 1 and any(char.isdigit() for char in text) else []
    return list(dict.fromkeys((*likely, *newest_first[:1], *bare)))


def _matters(conversation: Conversation, name: str, on: date) -> bool:
    """Would this guide ask for the fact, had it not been told?"""
    without = without_fact(conversation, name)
    return name in progress(guides()[conversation.guide], without.facts, on).missing


def mentions(question: Question, text: str) -> bool:
    """Does the text name what the question is about?"""
    return named_by(question, text) > 0


def named_by(question: Question, text: str) -> int:
    """The length of the longest words by which the text names what the question is about; 0 when it does not."""
    said = f" {plain(text)} "
    return max((len(cue) for cue in question.head.cues if f" {plain(cue)} " in said), default=0)


def finding_of(conversation: Conversation, on: date) -> Finding | None:
    """What the guide's rule says of the facts told so far."""
    return progress(guides()[conversation.guide], conversation.facts, on).finding
