"""Answer a topic, a neighbour, or a turn of conversation, from its content file."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.correct import after_result, late_correction, sounds_like_correction
from actions.heard import last_text, topics_asked
from actions.hears import hears
from actions.memory import TOO_MANY_FAILURES, conversation_of, failures, last_topics, newly_told, remembered
from actions.open_guide import open_guide
from actions.person import person_of
from actions.speech import HUMAN, Events, answer, never_silent, say
from actions.wanted import asked_beside, guide_wanted
from bot.answers.catalogue import catalogue
from bot.answers.render import Form
from bot.dialogue.again import again_for
from bot.dialogue.answering import answered, answers_to, noted, told_too, with_noted
from bot.dialogue.for_whom import answer_for
from bot.dialogue.guides import guide_of_intent
from bot.dialogue.replies.asked import looks_like_question
from bot.dialogue.resources_named import TOPIC as RESOURCES
from bot.dialogue.resources_named import asks_of_a_resource
from bot.dialogue.turn import LEVEL, SIMPLE
from bot.settings import today

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
    @hears
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the answer, or one for each question of the message, and remember the topics."""
        text, person = last_text(tracker), person_of(tracker)
        intent = (tracker.latest_message.get("intent") or {}).get("name") or OUTSIDE
        opens = guide_of_intent()
        if (events := after_result(dispatcher, tracker)) is not None:
            return events
        tells = intent in MAY_CORRECT or not looks_like_question(text)
        if intent == A_FACT or (tells and sounds_like_correction(tracker)):
            corrected = late_correction(dispatcher, tracker)
            if corrected is not None:
                return corrected
        if guide := guide_wanted(tracker, text, intent):
            for topic in asked_beside(guide, text, topics_asked(tracker) or [intent]):
                say(dispatcher, answer_for(person, topic, today()))
            return open_guide(dispatcher, tracker, guide)
        topic = SPOKEN_AS.get(intent, intent)
        if topic not in catalogue():
            topic = OUTSIDE
        asked = topics_asked(tracker) or [topic]
        if asks_of_a_resource(text, last_topics(tracker), asked):
            asked = [RESOURCES]
        here = [one for one in asked if one not in opens or one == topic]
        told = noted(text, person, last_topics(tracker), today()) if intent == A_FACT else []
        heard = tracker.latest_message
        form: Form = "simple" if (heard.get("metadata") or {}).get(LEVEL) == SIMPLE else "usual"
        new = told_too(conversation_of(tracker), newly_told(tracker))
        for message in told or with_noted(answers_to(text, here, person, today(), form), new):
            say(dispatcher, again_for(message, heard.get("category"), heard.get("person")))
        count = failures(tracker) if topic == OUTSIDE else 0
        if count >= TOO_MANY_FAILURES:
            say(dispatcher, answer(HUMAN))
        opening = [FollowupAction("action_open_guide")] if set(asked[1:]) & set(opens) else []
        return [SlotSet("failures", count), *_remembered(answered(here)), *opening]


def _remembered(topics: list[str]) -> Events:
    """What "plus simple" will be about: topics and neighbours, not a turn of conversation."""
    known = catalogue()
    said = [topic for topic in topics if known[topic].folder != "conversation"]
    return [remembered(*said)] if said and OUTSIDE not in said else []
