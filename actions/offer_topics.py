"""Between two bands: offer the topics that the question may be about; twice in a row, name people to turn to."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.correct import late_correction, sounds_like_correction
from actions.memory import TOO_MANY_FAILURES, failures
from actions.speech import HUMAN, Events, answer, never_silent, say
from bot.dialogue.offers import offer
from bot.dialogue.turn import together


class ActionOfferTopics(Action):
    """Offers two or three topics and a way out."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_offer_topics"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the offer."""
        if sounds_like_correction(tracker):
            corrected = late_correction(dispatcher, tracker)
            if corrected is not None:
                return corrected
        ranking = tracker.latest_message.get("intent_ranking") or []
        message = offer([candidate["name"] for candidate in ranking])
        count = failures(tracker)
        if count >= TOO_MANY_FAILURES:
            message = together((answer(HUMAN).with_choices(()), message))
        say(dispatcher, message)
        return [SlotSet("failures", count)]
