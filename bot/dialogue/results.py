"""The end of any guide: a verdict of the rules, or places near somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from bot.answers.message import Choice, Message, paragraph
from bot.dialogue.explained import explanation_message
from bot.dialogue.goals import PLACES, progress, situation_from
from bot.dialogue.guides import Guide, guides
from bot.dialogue.nearby import places_message
from bot.dialogue.pictures import picture_of
from bot.dialogue.turn import Conversation
from bot.dialogue.verdict import verdict_message
from bot.dialogue.verdict_names import person_of
from bot.dialogue.what_if import what_if
from bot.rules import Finding

MOST_SUPPOSED = 2


def has_result(conversation: Conversation, on: date) -> bool:
    """Did a guide on a rule come to its end?"""
    guide = guides().get(conversation.guide)
    if guide is None or guide.goal == PLACES or not conversation.history:
        return False
    return not progress(guide, conversation.facts, on).missing


def result(conversation: Conversation, on: date, moment: datetime, about: Iterable[str] = ()) -> Message:
    """What the guide found; `about`: the topics spoken of before it, the last one first.

    Raises:
        KeyError: the guide does not exist.
    """
    guide = guides()[conversation.guide]
    if guide.goal == PLACES:
        return places_message(conversation.facts["place"], moment, about, person_of(conversation))
    finding = finding_of_guide(guide, conversation, on)
    message = verdict_message(guide, finding, conversation, on)
    # A supposition that changes nothing, such as the category that the person has, is not offered.
    useful = (text for text in guide.what_if if not finding.redirect_to and what_if(conversation, text, on))
    supposed = tuple(Choice(text, text) for text in useful)[:MOST_SUPPOSED]
    picture = picture_of(guide, finding, conversation.facts, on)
    return replace(message, picture=picture, choices=(*supposed, *message.choices))


def finding_of_guide(guide: Guide, conversation: Conversation, on: date) -> Finding:
    """What the rule of a guide says now.

    Raises:
        KeyError: the guide has no rule.
    """
    finding = progress(guide, conversation.facts, on).finding
    if finding is None:
        raise KeyError(guide.goal)
    return finding


def explained(conversation: Conversation, on: date) -> Message | None:
    """Where the figures of the result come from; None when the guide leads to places.

    Raises:
        KeyError: the guide does not exist.
    """
    guide = guides()[conversation.guide]
    finding = progress(guide, conversation.facts, on).finding
    if finding is None:
        return None
    return explanation_message(finding, situation_from(conversation.facts, on, guide), guide.topic)


def stopped(conversation: Conversation) -> Message:
    """What is said when a guide is stopped."""
    return Message("smalltalk", (paragraph(guides()[conversation.guide].stopped),))
