"""Start again from nothing, in the same conversation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset
from rasa_sdk.executor import CollectingDispatcher

from actions.speech import Events, answer, never_silent, say


class ActionStartAgain(Action):
    """Forgets all facts told so far."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_start_again"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Greet as at the start."""
        say(dispatcher, answer("salutation"))
        return [AllSlotsReset()]
