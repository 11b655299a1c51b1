"""What is said to a message that asks: each of its topics once, for this person, false beliefs set right first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.catalogue import catalogue
from bot.answers.message import Choice, Message, paragraph
from bot.answers.person import Person
from bot.answers.render import Form
from bot.dialogue import opening, resources_named
from bot.dialogue.for_whom import answer_for, changes
from bot.dialogue.guides import guide_labels
from bot.dialogue.leads import led
from bot.dialogue.people import people_words, said_back
from bot.dialogue.presuppositions import set_right
from bot.dialogue.questions import questions
from bot.dialogue.replies.about import heard_in
from bot.dialogue.replies.reading import Value
from bot.dialogue.told import OF_A_PERSON, facts_told
from bot.dialogue.turn import Conversation

CIVIL_SERVANTS = "fonctionnaires"
# Offered to somebody who told something of themselves and asked nothing.
FIRST_GUIDES = ("eligibility", "amount", "cumul")


def answers_to(text: str, topics: Sequence[str], person: Person, on: date, form: Form = "usual") -> list[Message]:
    """The answers to the topics that a message asks about, in order.

    Raises:
        KeyError: a topic has no file.
    """
    if CIVIL_SERVANTS in topics:  # whoever asks as one is one: no rule of employees beside it
        person = person.over(Person(scheme="civil_servant"))
    answers = _once([_answer(text, topic, person, on, form) for topic in answered(topics)])
    if catalogue().is_topic(topics[0]):
        answers[0] = _set_right(answers[0], text, on)
    return answers


def answered(topics: Sequence[str]) -> list[str]:
    """The topics to answer: without those that would mislead beside the first."""
    misleading = catalogue()[topics[0]].head.never_with
    return [topic for topic in topics if topic not in misleading]


def said_again(topics: Sequence[str], person: Person, on: date, form: Form) -> list[Message]:
    """The last answers in another form.

    Raises:
        KeyError: a topic has no file.
    """
    return _once([answer_for(person, topic, on, form) for topic in topics])


def _once(answers: list[Message]) -> list[Message]:
    """Each answer once: two topics may have the same one for somebody whose scheme others serve."""
    first = {message.topic: number for number, message in reversed(list(enumerate(answers))) if message.topic}
    return [message for number, message in enumerate(answers) if first.get(message.topic or "", number) == number]


def _answer(text: str, topic: str, person: Person, on: date, form: Form) -> Message:
    message = answer_for(person, topic, on, form)
    if message.topic != topic:
        return message
    if topic == resources_named.TOPIC:
        cards = resources_named.for_named_resources(message, text, person, on)
        if cards is not message:
            return cards
    return led(message, text, person, on)


def _set_right(message: Message, text: str, on: date) -> Message:
    """The answer behind a sentence that sets right what the question wrongly takes for true."""
    right = set_right(text, on)
    if right is None:
        return message
    block, figures = right
    return replace(message, blocks=(block, *message.blocks), figures=(*figures, *message.figures))


def noted(text: str, person: Person, last_topics: Sequence[str], on: date) -> list[Message]:
    """What is said to somebody who only tells something of themselves; nothing when nothing was heard.

    The last answers are given again when what was told changes them.
    """
    told = heard_in(text)
    facts = [said_back(told), *_words_of(facts_told(text, on))]
    said = " ; ".join(fact for fact in facts if fact)
    if not said:
        return []
    offered = tuple(Choice(label, f'/ouvrir_un_guide{{"guide": "{name}"}}') for name, label in _first_guides())
    first = Message("smalltalk", (paragraph(people_words().noted.format(facts=said)),), choices=offered)
    known = catalogue()
    changed = [topic for topic in last_topics if known.is_topic(topic) and changes(known[topic], told)]
    # What was just noted need not be said again behind each answer.
    return [first, *(replace(answer_for(person, topic, on), closing=()) for topic in changed)]


def told_too(conversation: Conversation, new: Sequence[str]) -> str:
    """The facts that a question tells in passing, in words; "" when there is none.

    What answers adapt to is said at their end in any case.
    """
    return opening.said_back(conversation, [name for name in new if name not in OF_A_PERSON])


def with_noted(answers: list[Message], facts: str) -> list[Message]:
    """The answers, the last one ending with what was noted."""
    if not facts:
        return answers
    *before, last = answers
    said = paragraph(people_words().noted_too.format(facts=facts))
    return [*before, replace(last, closing=(*last.closing, said))]


def _words_of(told: Mapping[str, Value]) -> list[str]:
    return [f"{questions()[name].head.label} : {value.said}" for name, value in told.items() if name not in OF_A_PERSON]


def _first_guides() -> list[tuple[str, str]]:
    labels = guide_labels()
    return [(name, labels[name]) for name in FIRST_GUIDES if name in labels]
