"""The end of a guide: its result, or a word when it was stopped."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import topics_before
from actions.memory import FAILED, RESULT, conversation_of, remembered
from actions.speech import Events, never_silent, say
from bot.dialogue.guides import guides
from bot.dialogue.opening import to_resume
from bot.dialogue.results import has_result, result, stopped
from bot.dialogue.take_away import with_choices_to_take_away
from bot.dialogue.turn import Conversation
from bot.settings import now, today


class ActionGuideResult(Action):
    """Speaks once the form has nothing left to ask."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_guide_result"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the result; facts are kept for the rest of the conversation."""
        state = conversation_of(tracker)
        if tracker.slots.get("guide_stopped") == FAILED:
            return [SlotSet("guide_stopped", None)]  # the failure has been told
        if tracker.slots.get("guide_stopped"):
            say(dispatcher, stopped(state).with_choices(to_resume(state)))
            return [SlotSet("guide_stopped", None), remembered(guides()[state.guide].topic)]
        return say_result(dispatcher, tracker, state)


def say_result(dispatcher: CollectingDispatcher, tracker: Tracker, state: Conversation) -> Events:
    """Say what the guide found, and offer to go back to the one it interrupted."""
    message = result(state, today(), now(), topics_before(tracker))
    if has_result(state, today()):
        message = with_choices_to_take_away(message, state, today())
    say(dispatcher, message.with_choices((*to_resume(state), *message.choices)))
    return [remembered(RESULT)]
