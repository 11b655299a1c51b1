"""A summary to print, or dates for a calendar, of the last result."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.guide_result import say_result
from actions.heard import last_text
from actions.memory import conversation_of
from actions.speech import Events, answer, never_silent, say
from bot.dialogue.replies.commands import is_result_again
from bot.dialogue.results import has_result
from bot.dialogue.take_away import for_the_calendar, to_print
from bot.settings import now, today

PRINT = "imprimer_resume"


class ActionTakeAway(Action):
    """Made when asked for, from the conversation, and stored nowhere."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_take_away"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """The file, or what must be done first."""
        state, on = conversation_of(tracker), today()
        if not has_result(state, on):
            say(dispatcher, answer("rien_a_emporter"))
            return []
        if is_result_again(last_text(tracker)):
            return say_result(dispatcher, tracker, state)
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        say(dispatcher, to_print(state, on, now()) if intent == PRINT else for_the_calendar(state, on))
        return []
