"""Correct an answer after the result was given: "en fait c'était en 2023"."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import last_text
from actions.memory import FORM, RESULT, conversation_of, last_topics, remembered, slot_events
from actions.person import person_of
from actions.speech import Events, answer, never_silent, say
from bot.dialogue.answering import noted
from bot.dialogue.engine import correct, go_back, next_question
from bot.dialogue.replies.words import is_correction
from bot.dialogue.results import result
from bot.settings import now, today


def late_correction(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """Take the correction and say the new result, or ask what it now calls for; None when there is nothing to take."""
    before = conversation_of(tracker)
    if not before.guide or not before.history:
        return None
    turn = correct(before, last_text(tracker), today())
    if turn is None:
        return None
    for message in turn.messages:
        say(dispatcher, message)
    events = slot_events(before, turn.conversation)
    if next_question(turn.conversation, today()):
        return [*events, FollowupAction(FORM)]
    say(dispatcher, result(turn.conversation, today(), now()))
    return [*events, remembered(RESULT)]


def sounds_like_correction(tracker: Tracker) -> bool:
    """Does the last message open as a correction does?"""
    return is_correction(last_text(tracker))


class ActionCorrect(Action):
    """Takes a correction outside the form; inside it, the form does."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_correct"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """The corrected result; when the text does not say into what, the last question again."""
        events = late_correction(dispatcher, tracker)
        if events is not None:
            return events
        before = conversation_of(tracker)
        if before.guide and before.history:
            turn = go_back(before)
            return [*slot_events(before, turn.conversation), FollowupAction(FORM)]
        told = noted(last_text(tracker), person_of(tracker), last_topics(tracker), today())
        for message in told or [answer("rien_a_repeter")]:
            say(dispatcher, message)
        return []
