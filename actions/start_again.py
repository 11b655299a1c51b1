"""Start again from nothing, in the same conversation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import last_text
from actions.memory import FORM, conversation_of
from actions.speech import Events, answer, never_silent, say
from bot.dialogue.engine import next_question
from bot.dialogue.replies.commands import is_again
from bot.dialogue.results import result
from bot.settings import now, today


class ActionStartAgain(Action):
    """Forgets all facts told so far; "reprendre", said of a guide that was left, goes on with it instead."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_start_again"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Greet as at the start, or ask what the guide still calls for."""
        state = conversation_of(tracker)
        if state.guide and state.history and is_again(last_text(tracker)):
            if next_question(state, today()):
                return [FollowupAction(FORM)]
            say(dispatcher, result(state, today(), now()))
            return []
        say(dispatcher, answer("salutation"))
        return [AllSlotsReset()]
