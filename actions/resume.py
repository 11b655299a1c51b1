"""Go on with a guide that was left: stopped, interrupted by another, or asked about again."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.guide_result import say_result
from actions.heard import last_text
from actions.memory import conversation_of
from actions.moment import FORM
from actions.open_guide import open_guide
from actions.speech import Events, answer, never_silent, say
from bot.dialogue.guides import likeliest
from bot.dialogue.opening import is_unfinished, resumption
from bot.settings import today


class ActionResume(Action):
    """Said outside any guide; inside one, the form asks its question again."""

    def name(self) -> str:
        """Its name in the domain."""
        return "action_resume"

    @never_silent
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """The last question, the guide that waits, the last result, or how to begin."""
        return resumed(dispatcher, tracker)


def resumed(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Go on where the person was."""
    state = conversation_of(tracker)
    here = (state.guide,) if state.guide else ()
    wanted = likeliest(last_text(tracker), (*here, *reversed(state.paused)))
    if wanted in state.paused:
        return open_guide(dispatcher, tracker, wanted)
    if is_unfinished(state, today()):
        say(dispatcher, resumption(state))
        return [FollowupAction(FORM)]
    if state.paused:
        return open_guide(dispatcher, tracker, state.paused[-1])
    if state.guide and state.history:
        return say_result(dispatcher, tracker, state)
    say(dispatcher, answer("rien_a_reprendre"))
    return []
