"""What every action does first: keep the facts that the message tells in passing."""

from __future__ import annotations

import functools
from collections.abc import Callable, Coroutine
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.memory import conversation_of, newly_told, slot_events
from actions.speech import Events

Run = Callable[[Any, CollectingDispatcher, Tracker, dict[str, Any]], Coroutine[Any, Any, Events]]


def hears(run: Run) -> Run:
    """The action's events behind those that keep what was told; those of the action hold where both speak."""

    @functools.wraps(run)
    async def wrapped(self: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        kept = slot_events(tracker, conversation_of(tracker)) if newly_told(tracker) else []
        return [*kept, *await run(self, dispatcher, tracker, domain)]

    return wrapped
