"""Open a guided dialogue: its introduction, then its first question, or its result when nothing is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import topics_asked
from actions.memory import FORM, GUIDE_OF_INTENT, conversation_of, in_guide, remembered, slot_events
from actions.person import person_of
from actions.speech import Events, answer, never_silent, say
from bot.dialogue.engine import next_question
from bot.dialogue.for_whom import answer_for
from bot.dialogue.guides import guides
from bot.dialogue.opening import introduction, opened, with_place
from bot.dialogue.results import result
from bot.dialogue.turn import Conversation
from bot.settings import now, today


class ActionOpenGuide(Action):
    """Starts the guide that the intent, or the button, asks for."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_open_guide"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the introduction and hand over to the form; inside a guide, answer and let it go on."""
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        if intent in GUIDE_OF_INTENT:
            for topic in topics_asked(tracker):  # other questions of the message come first: none has to wait
                if topic != intent:
                    say(dispatcher, answer_for(person_of(tracker), topic, today()))
        else:
            intent = next((topic for topic in topics_asked(tracker) if topic in GUIDE_OF_INTENT), intent)
        guide = GUIDE_OF_INTENT.get(intent or "") or next(tracker.get_latest_entity_values("guide"), "")
        if guide not in guides():
            say(dispatcher, answer("hors_sujet"))
            return []
        topic = guides()[guide].topic
        before = conversation_of(tracker)
        state = opened(guide, before)
        words = next(tracker.get_latest_entity_values("place"), None)
        which = None
        if words:
            state, which = with_place(state, words, today())
        if in_guide(tracker) and before.guide == guide:
            return slot_events(before, state)  # the form goes on, and gives the result when nothing is missing
        if next_question(state, today()) is None:
            say(dispatcher, result(state, today(), now()))
            kept = [] if in_guide(tracker) else slot_events(before, state)
            return [*kept, remembered(topic)]
        if in_guide(tracker):
            return self._inside(dispatcher, guide, intent, before, state)
        first = which or introduction(guide) or answer(topic).with_choices(())
        # The pending question is not repeated when the opening already asks which place is meant.
        say(dispatcher, replace(first, kind="question", topic=topic))
        return [
            *slot_events(before, state),
            SlotSet("guide_quiet", True if which else None),
            remembered(topic),
            FollowupAction(FORM),
        ]

    @staticmethod
    def _inside(
        dispatcher: CollectingDispatcher, guide: str, intent: str | None, before: Conversation, state: Conversation
    ) -> Events:
        """Another guide is open: help near home is only told, any other takes its place."""
        if intent == "france_services":
            say(dispatcher, answer(guides()[guide].topic))
            return []
        first = introduction(guide)
        if first:
            say(dispatcher, first)
        return slot_events(before, state)
