"""Say what was told so far, and how to change it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hears import hears
from actions.memory import conversation_of
from actions.speech import Events, answer, never_silent, say
from bot.answers.message import Message
from bot.dialogue.verdict import recap


class ActionRecap(Action):
    """The recap of the facts told in this conversation, in any guide or in passing."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_recap"

    @never_silent
    @hears
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """The answers as they were said; inside a guide its question follows."""
        told = recap(conversation_of(tracker))
        say(dispatcher, Message("smalltalk", tuple(told)) if told else answer("rien_retenu"))
        return []
