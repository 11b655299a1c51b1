"""The form's one action: read the reply, keep it, ask the next question that can still change the result."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import last_text, understood
from actions.memory import FAILED, conversation_of, slot_events
from actions.moment import after_silence, is_reply, messages_waiting
from actions.person import departments_told
from actions.speech import Events, never_silent, say
from bot.dialogue.engine import after_turn, ask, take_turn
from bot.dialogue.turn import Turn, together
from bot.settings import today

# After a failure the guide is left: asked again, the same question would fail again.
LEAVE = [SlotSet("guide_stopped", FAILED), SlotSet("requested_slot", None)]


class ValidateGuideForm(Action):
    """Called by Rasa's form at its start, at every reply, and on coming back from a digression."""

    def name(self) -> str:
        """Its name in the domain."""
        return "validate_guide_form"

    @functools.partial(never_silent, after_failure=LEAVE)
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Nothing returned means "not for this form": the rules then answer the digression."""
        before, on = conversation_of(tracker), today()
        if is_reply(tracker):
            heard = replace(understood(tracker), late=after_silence(tracker), waiting=messages_waiting(tracker))
            if before.asked == "place":
                before = replace(before, near=departments_told(tracker))
            turn = take_turn(before, last_text(tracker), heard, on)
        else:
            turn = Turn("explained", before)
        if turn.kind == "digression":
            return []
        if turn.kind == "stopped":
            return [SlotSet("guide_stopped", True), SlotSet("requested_slot", None)]
        after = after_turn(turn, on)
        messages = turn.messages
        if after.asked and turn.ask and not tracker.slots.get("guide_quiet"):
            messages = (*messages, ask(after, on))
        if messages:
            say(dispatcher, together(messages))
        return [
            *slot_events(tracker, after),
            SlotSet("guide_quiet", None),
            SlotSet("requested_slot", after.asked),
        ]
