"""What is said to a message that asks: each of its topics once, for this person, false beliefs set right first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.catalogue import catalogue
from bot.answers.message import Message, paragraph
from bot.answers.person import Person
from bot.dialogue import resources_named
from bot.dialogue.for_whom import answer_for, changes
from bot.dialogue.leads import led
from bot.dialogue.people import people_words, said_back
from bot.dialogue.presuppositions import set_right
from bot.dialogue.replies.about import heard_in

CIVIL_SERVANTS = "fonctionnaires"


def answers_to(text: str, topics: Sequence[str], person: Person, on: date) -> list[Message]:
    """The answers to the topics that a message asks about, in order.

    Raises:
        KeyError: a topic has no file.
    """
    if CIVIL_SERVANTS in topics:  # whoever asks as one is one: no rule of employees beside it
        person = person.over(Person(scheme="civil_servant"))
    misleading = catalogue()[topics[0]].head.never_with
    answers = [_answer(text, topic, person, on) for topic in topics if topic not in misleading]
    # Two topics may have the same answer for somebody whose scheme others serve.
    first = {message.topic: number for number, message in reversed(list(enumerate(answers))) if message.topic}
    answers = [message for number, message in enumerate(answers) if first.get(message.topic or "", number) == number]
    if catalogue().is_topic(topics[0]):
        answers[0] = _set_right(answers[0], text, on)
    return answers


def _answer(text: str, topic: str, person: Person, on: date) -> Message:
    message = answer_for(person, topic, on)
    if message.topic == resources_named.TOPIC and resources_named.asked_about(text):
        return resources_named.for_named_resources(message, text, person, on)
    return led(message, text, person, on) if message.topic == topic else message


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
    facts = said_back(told)
    if not facts:
        return []
    said = Message("smalltalk", (paragraph(people_words().noted.format(facts=facts)),))
    known = catalogue()
    changed = [topic for topic in last_topics if known.is_topic(topic) and changes(known[topic], told)]
    # What was just noted need not be said again behind each answer.
    return [said, *(replace(answer_for(person, topic, on), closing=()) for topic in changed)]
