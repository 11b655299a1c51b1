"""Say the last answers again: as they were, simpler, in full, or with their sources only."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.memory import RESULT, conversation_of, last_topics
from actions.person import person_of
from actions.speech import Events, answer, never_silent, say
from bot.answers.message import Message
from bot.answers.render import Form, only_sources
from bot.dialogue.answering import said_again
from bot.dialogue.goals import PLACES
from bot.dialogue.guides import guides
from bot.dialogue.nearby import simpler
from bot.dialogue.results import explained, result
from bot.dialogue.turn import Conversation
from bot.settings import now, today

FORMS: dict[str, Form] = {"plus_simple": "simple", "plus_de_details": "details"}


def _of_result(state: Conversation, intent: str) -> Message | None:
    """The result of the guide again, or where its figures come from; None when its topic must be said instead."""
    if intent == "quelle_source":
        return explained(state, today())
    if intent == "plus_simple" and guides()[state.guide].goal == PLACES:
        return simpler(state.facts.get("place", ""), now())
    return result(state, today(), now()) if intent == "repeter" else None


class ActionSayAgain(Action):
    """Works on the last answers, or on the last result of a guide."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_say_again"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say them in the form that the intent asks for."""
        intent = (tracker.latest_message.get("intent") or {}).get("name") or ""
        topics = last_topics(tracker)
        if RESULT in topics:
            again = _of_result(conversation_of(tracker), intent)
            if again:
                say(dispatcher, again)
                return []
            topics = [guides()[conversation_of(tracker).guide].topic]
        for message in said_again(topics, person_of(tracker), today(), FORMS.get(intent, "usual")):
            say(dispatcher, only_sources(message) if intent == "quelle_source" else message)
        if not topics:
            say(dispatcher, answer("rien_a_repeter"))
        return []
