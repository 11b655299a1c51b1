"""Start again from nothing, in the same conversation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import last_text
from actions.memory import conversation_of
from actions.moment import FORM
from actions.resume import resumed
from actions.speech import Events, answer, never_silent, say
from bot.dialogue.guides import guides
from bot.dialogue.opening import introduction
from bot.dialogue.replies.commands import is_again
from bot.dialogue.turn import Conversation


class ActionStartAgain(Action):
    """Forgets all facts told so far; "reprendre", said of a guide that was left, goes on with it instead."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_start_again"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Greet as at the start, or ask what the guide still calls for."""
        if conversation_of(tracker).guide and is_again(last_text(tracker)):
            return resumed(dispatcher, tracker)
        guide = conversation_of(tracker).guide
        if guide:
            afresh = Conversation(guide, {})
            say(dispatcher, introduction(afresh) or answer(guides()[guide].topic).with_choices(()))
            return [AllSlotsReset(), SlotSet("guide", guide), FollowupAction(FORM)]
        say(dispatcher, answer("salutation"))
        return [AllSlotsReset()]
