"""Open a guided dialogue: its introduction, then its first question, or its result when nothing is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.after_places import after_places
from actions.guide_result import say_result
from actions.heard import last_text, topics_asked
from actions.memory import conversation_of, remembered, slot_events
from actions.moment import FORM, in_guide
from actions.person import departments_told, person_of
from actions.speech import Events, answer, never_silent, say
from bot.answers.message import Message
from bot.dialogue.engine import next_question
from bot.dialogue.for_whom import answer_for
from bot.dialogue.goals import PLACES
from bot.dialogue.guides import guide_named, guide_of_intent, guides
from bot.dialogue.leads import only_lead
from bot.dialogue.opening import introduction, opened, resumption, with_place
from bot.dialogue.replies.asked import looks_like_question
from bot.dialogue.turn import Conversation
from bot.settings import today


class ActionOpenGuide(Action):
    """Starts the guide that the intent, or the button, asks for."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_open_guide"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the introduction and hand over to the form; inside a guide, answer and let it go on."""
        if not in_guide(tracker) and (events := after_places(dispatcher, tracker)) is not None:
            return events
        intent, opens = (tracker.latest_message.get("intent") or {}).get("name"), guide_of_intent()
        if intent in opens:
            for topic in topics_asked(tracker):  # other questions of the message come first: none has to wait
                if topic != intent:
                    say(dispatcher, answer_for(person_of(tracker), topic, today()))
        else:
            intent = next((topic for topic in topics_asked(tracker) if topic in opens), intent)
        guide = (
            guide_named(last_text(tracker))
            or opens.get(intent or "")
            or next(tracker.get_latest_entity_values("guide"), "")
        )
        if guide not in guides():
            say(dispatcher, answer("hors_sujet"))
            return []
        return open_guide(dispatcher, tracker, guide)


def open_guide(dispatcher: CollectingDispatcher, tracker: Tracker, guide: str) -> Events:
    """Open a guide, or go on with it when it was left; a guide under way waits meanwhile."""
    before = conversation_of(tracker)
    state, which = _with_place_named(tracker, opened(guide, before))
    topic = guides()[guide].topic
    if in_guide(tracker) and before.guide == guide:
        if state.facts == before.facts and looks_like_question(last_text(tracker)):  # "c'est gratuit ?"
            asked = only_lead(topic, last_text(tracker), person_of(tracker), today())
            say(dispatcher, (asked or answer(topic)).with_choices(()))
        return slot_events(tracker, state)  # the form goes on, and gives the result when nothing is missing
    found = next_question(state, today()) is None
    if found and in_guide(tracker) and guides()[guide].goal == PLACES:
        say_result(dispatcher, tracker, state)  # help near home is told, and the guide under way goes on
        return slot_events(tracker, before)
    if found:
        events = [*slot_events(tracker, state), *say_result(dispatcher, tracker, state)]
        return [*events, SlotSet("requested_slot", None)] if in_guide(tracker) else events
    coming_back = guide in before.paused
    asked = (
        only_lead(topic, last_text(tracker), person_of(tracker), today()) if guides()[guide].goal == PLACES else None
    )
    begun = resumption(state) if coming_back else asked or introduction(state)
    first = which or begun or answer(topic).with_choices(())
    say(dispatcher, replace(first, kind="question", topic=topic))
    # The pending question is not repeated when the opening already asks which place is meant.
    quiet = SlotSet("guide_quiet", True if which else None)
    if in_guide(tracker):
        return [*slot_events(tracker, state), SlotSet("requested_slot", None), quiet, remembered(topic)]
    return [*slot_events(tracker, state), quiet, remembered(topic), FollowupAction(FORM)]


def _with_place_named(tracker: Tracker, state: Conversation) -> tuple[Conversation, Message | None]:
    words = next(tracker.get_latest_entity_values("place"), None)
    return with_place(replace(state, near=departments_told(tracker)), words, today()) if words else (state, None)
