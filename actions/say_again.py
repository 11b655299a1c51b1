"""Say the last answer again: as it was, simpler, in full, or with its sources only."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.speech import Events, answer, never_silent, say
from bot.answers.render import Form, only_sources

FORMS: dict[str, Form] = {"plus_simple": "simple", "plus_de_details": "details"}


class ActionSayAgain(Action):
    """Works on the last topic answered."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_say_again"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say it in the form that the intent asks for."""
        intent = (tracker.latest_message.get("intent") or {}).get("name") or ""
        topic = tracker.slots.get("last_topic")
        if not topic:
            say(dispatcher, answer("rien_a_repeter"))
        elif intent == "quelle_source":
            say(dispatcher, only_sources(answer(topic)))
        else:
            say(dispatcher, answer(topic, FORMS.get(intent, "usual")))
        return []
