"""The end of a guide: its result, or a word when it was stopped."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.memory import FAILED, RESULT, conversation_of, remembered
from actions.speech import Events, never_silent, say
from bot.dialogue.guides import guides
from bot.dialogue.results import result, stopped
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
            say(dispatcher, stopped(state))
            return [SlotSet("guide_stopped", None), remembered(guides()[state.guide].topic)]
        say(dispatcher, result(state, today(), now()))
        return [remembered(RESULT)]
