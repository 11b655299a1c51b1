"""Say the last answer again: as it was, simpler, in full, or with its sources only."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.memory import RESULT, conversation_of
from actions.speech import Events, answer, never_silent, say
from bot.answers.message import Message
from bot.answers.render import Form, only_sources
from bot.dialogue.guides import guides
from bot.dialogue.results import explained, result
from bot.dialogue.turn import Conversation
from bot.settings import now, today

FORMS: dict[str, Form] = {"plus_simple": "simple", "plus_de_details": "details"}


def _of_result(state: Conversation, intent: str) -> Message | None:
    """The result of the guide again, or where its figures come from; None when its topic must be said instead."""
    if intent == "quelle_source":
        return explained(state, today())
    return result(state, today(), now()) if intent == "repeter" else None


class ActionSayAgain(Action):
    """Works on the last topic answered, or on the last result of a guide."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_say_again"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say it in the form that the intent asks for."""
        intent = (tracker.latest_message.get("intent") or {}).get("name") or ""
        topic = tracker.slots.get("last_topic")
        if topic == RESULT:
            again = _of_result(conversation_of(tracker), intent)
            if again:
                say(dispatcher, again)
                return []
            topic = guides()[conversation_of(tracker).guide].topic
        if not topic:
            say(dispatcher, answer("rien_a_repeter"))
        elif intent == "quelle_source":
            say(dispatcher, only_sources(answer(topic)))
        else:
            say(dispatcher, answer(topic, FORMS.get(intent, "usual")))
        return []
