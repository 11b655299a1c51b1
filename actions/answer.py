"""Answer a topic, a neighbour, or a turn of conversation, from its content file."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.correct import late_correction, sounds_like_correction
from actions.memory import last_text
from actions.speech import Events, answer, never_silent, say
from bot.answers.catalogue import catalogue
from bot.dialogue.replies.asked import looks_like_question

# Turns of conversation that share one text.
SPOKEN_AS = {
    "oui": "oui_non",
    "non": "oui_non",
    "pourquoi_cette_question": "pourquoi_hors_guide",
}
OUTSIDE = "hors_sujet"
A_FACT = "donner_un_fait"
MAY_CORRECT = {OUTSIDE, "oui", "non", "ne_sait_pas"}


class ActionAnswer(Action):
    """Speaks the file named like the intent."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_answer"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the answer and remember its topic."""
        intent = (tracker.latest_message.get("intent") or {}).get("name") or OUTSIDE
        tells = intent in MAY_CORRECT or not looks_like_question(last_text(tracker))
        if intent == A_FACT or (tells and sounds_like_correction(tracker)):
            corrected = late_correction(dispatcher, tracker)
            if corrected is not None:
                return corrected
        topic = SPOKEN_AS.get(intent, intent)
        if topic not in catalogue():
            topic = OUTSIDE
        say(dispatcher, answer(topic))
        return [SlotSet("last_topic", topic)] if catalogue().is_topic(topic) else []
