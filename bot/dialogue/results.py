"""The end of any guide: a verdict of the rules, or places near somebody."""

from __future__ import annotations

from datetime import date, datetime

from bot.answers.message import Message, paragraph
from bot.dialogue.explained import explanation_message
from bot.dialogue.goals import PLACES, progress, situation_from
from bot.dialogue.guides import guides
from bot.dialogue.nearby import places_message
from bot.dialogue.turn import Conversation
from bot.dialogue.verdict import verdict_message


def result(conversation: Conversation, on: date, moment: datetime) -> Message:
    """What the guide found.

    Raises:
        KeyError: the guide does not exist.
    """
    guide = guides()[conversation.guide]
    if guide.goal == PLACES:
        return places_message(conversation.facts["place"], moment)
    finding = progress(guide, conversation.facts, on).finding
    if finding is None:
        raise KeyError(guide.goal)
    return verdict_message(guide, finding, conversation.said, on)


def explained(conversation: Conversation, on: date) -> Message | None:
    """Where the figures of the result come from; None when the guide leads to places.

    Raises:
        KeyError: the guide does not exist.
    """
    guide = guides()[conversation.guide]
    finding = progress(guide, conversation.facts, on).finding
    if finding is None:
        return None
    return explanation_message(finding, situation_from(conversation.facts), guide.topic)


def stopped(conversation: Conversation) -> Message:
    """What is said when a guide is stopped."""
    return Message("smalltalk", (paragraph(guides()[conversation.guide].stopped),))
