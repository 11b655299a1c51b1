"""After the result: an answer corrected ("en fait c'était en 2023"), or changed in thought ("et en catégorie 2 ?")."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.after_places import after_places
from actions.guide_result import say_result
from actions.heard import last_text
from actions.hears import hears
from actions.memory import RESULT, conversation_of, last_topics, remembered, slot_events, stored
from actions.moment import FORM
from actions.person import person_of
from actions.speech import Events, answer, never_silent, say
from bot.dialogue.afterwards import afterwards
from bot.dialogue.answering import noted
from bot.dialogue.corrections import corrected_fields
from bot.dialogue.engine import correct, go_back, next_question
from bot.dialogue.replies.commands import is_calendar
from bot.dialogue.replies.words import is_correction
from bot.dialogue.results import has_result
from bot.dialogue.take_away import for_the_calendar
from bot.dialogue.turn import Turn
from bot.settings import today


def after_result(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """What the message does to a result; None when it is about something else."""
    if (events := after_places(dispatcher, tracker)) is not None:
        return events
    state = stored(tracker)
    if is_calendar(last_text(tracker)) and has_result(state, today()):
        say(dispatcher, for_the_calendar(state, today()))
        return []
    turn = afterwards(state, last_text(tracker), RESULT in last_topics(tracker), today())
    if turn is None:
        return None
    if turn.kind == "supposed":
        say(dispatcher, turn.messages[0])
        return [remembered(RESULT)]
    return _again(dispatcher, tracker, turn)


def _again(dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn) -> Events:
    """What the turn says, then the result, or the question that it now calls for."""
    for message in turn.messages:
        say(dispatcher, message)
    events = slot_events(tracker, turn.conversation)
    if next_question(turn.conversation, today()):
        return [*events, FollowupAction(FORM)]
    return [*events, *say_result(dispatcher, tracker, turn.conversation)]


def late_correction(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """Take the correction and say the new result, or ask what it now calls for; None when there is nothing to take."""
    before = stored(tracker)
    if not before.guide or not before.history:
        return None
    turn = correct(before, last_text(tracker), today())
    if turn is None:
        return None
    return _again(dispatcher, tracker, turn)


def sounds_like_correction(tracker: Tracker) -> bool:
    """Does the last message open as a correction does?"""
    return is_correction(last_text(tracker))


class ActionCorrect(Action):
    """Takes a correction outside the form; inside it, the form does."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_correct"

    @never_silent
    @hears
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """The corrected result; when the text does not say into what, the last question again."""
        events = after_result(dispatcher, tracker)
        if events is None:
            events = late_correction(dispatcher, tracker)
        if events is not None:
            return events
        before = conversation_of(tracker)
        told = noted(last_text(tracker), person_of(tracker), last_topics(tracker), today())
        if not told and before.guide and before.history:
            named = corrected_fields(before, last_text(tracker), today())
            turn = go_back(before, next(iter(named), None))
            return [*slot_events(tracker, turn.conversation), FollowupAction(FORM)]
        for message in told or [answer("rien_a_repeter")]:
            say(dispatcher, message)
        return []
