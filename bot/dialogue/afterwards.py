"""What a message does to a result that was just given: asks for it again, supposes, takes back, or tells a fact."""

from __future__ import annotations

from datetime import date

from bot.dialogue.corrections import told_late, undone
from bot.dialogue.goals import progress
from bot.dialogue.guides import guides
from bot.dialogue.replies.asked import looks_like_question
from bot.dialogue.replies.commands import is_result_again, is_undo
from bot.dialogue.replies.words import is_correction
from bot.dialogue.results import has_result
from bot.dialogue.turn import Conversation, Turn
from bot.dialogue.what_if import supposes, what_if


def afterwards(conversation: Conversation, text: str, just_given: bool, on: date) -> Turn | None:
    """The turn that the message makes of a result; None when it is about something else.

    Args:
        conversation: the state before the message.
        just_given: nothing else was answered since the result.
    """
    if not has_result(conversation, on):
        return None
    if is_result_again(text):
        return Turn("explained", conversation)
    message = what_if(conversation, text, on) if just_given or supposes(text) else None
    if message is not None:
        return Turn("supposed", conversation, (message,))
    if is_undo(text) and conversation.undo:
        return undone(conversation)
    if not just_given or looks_like_question(text) or is_correction(text):
        return None
    turn = told_late(conversation, text, on)
    return turn if turn and _changes(conversation, turn.conversation, on) else None


def _changes(before: Conversation, after: Conversation, on: date) -> bool:
    """Does the rule say something else?"""
    guide = guides()[before.guide]
    old, new = (progress(guide, one.facts, on).finding for one in (before, after))
    return (old and old.as_case()) != (new and new.as_case())
