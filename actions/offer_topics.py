"""Between two bands: offer the topics that the question may be about; twice in a row, name people to turn to."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.correct import after_result, late_correction, sounds_like_correction
from actions.heard import last_text
from actions.hears import hears
from actions.memory import TOO_MANY_FAILURES, failures, last_topics
from actions.open_guide import open_guide
from actions.person import person_of
from actions.speech import HUMAN, Events, answer, never_silent, say
from actions.wanted import guide_wanted
from bot.dialogue.answering import noted
from bot.dialogue.offers import offer
from bot.dialogue.replies.asked import looks_like_question
from bot.dialogue.turn import together
from bot.settings import today


class ActionOfferTopics(Action):
    """Offers two or three topics and a way out."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_offer_topics"

    @never_silent
    @hears
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the offer; what supposes or corrects something is taken, and what only tells something is noted."""
        if guide := guide_wanted(tracker, last_text(tracker), ""):
            return open_guide(dispatcher, tracker, guide)
        if (events := after_result(dispatcher, tracker)) is not None:
            return events
        if sounds_like_correction(tracker):
            corrected = late_correction(dispatcher, tracker)
            if corrected is not None:
                return corrected
        text = last_text(tracker)
        told = [] if looks_like_question(text) else noted(text, person_of(tracker), last_topics(tracker), today())
        for message in told:
            say(dispatcher, message)
        if told:
            return []
        ranking = tracker.latest_message.get("intent_ranking") or []
        message = offer([candidate["name"] for candidate in ranking])
        count = failures(tracker)
        if count >= TOO_MANY_FAILURES:
            message = together((answer(HUMAN).with_choices(()), message))
        say(dispatcher, message)
        return [SlotSet("failures", count)]
