"""Between two bands: offer the topics that the question may be about."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.correct import late_correction, sounds_like_correction
from actions.speech import Events, never_silent, say
from bot.dialogue.offers import offer


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
        say(dispatcher, offer([candidate["name"] for candidate in ranking]))
        return []
