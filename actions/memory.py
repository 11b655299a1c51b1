"""The guide's state, read from the slots and written back to them."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from bot.dialogue.questions import questions
from bot.dialogue.turn import Conversation

FORM = "guide_form"
# Value of the slot guide_stopped when a failure, not the person, ended the guide.
FAILED = "panne"
# Value in the slot last_topics when the last thing said is the result of a guide.
RESULT = "resultat"
# From this message in a row that was not understood on, people to turn to are named.
TOO_MANY_FAILURES = 2
# Intents that open a guide at once.
GUIDE_OF_INTENT = {
    "verifier_ma_situation": "eligibility",
    "france_services": "nearest_france_services",
}
_OF_THE_FORM = {FORM, "action_listen", "action_extract_slots"}


def conversation_of(tracker: Tracker) -> Conversation:
    """The state of the guide in the slots; the guide may be "" when none was opened."""
    slots = tracker.slots
    return Conversation(
        guide=slots.get("guide") or "",
        facts={name: slots[name] for name in questions() if slots.get(name) is not None},
        said=slots.get("told") or {},
        asked=slots.get("requested_slot"),
        history=tuple(slots.get("answered_fields") or ()),
        misreadings=int(slots.get("misreadings") or 0),
    )


def slot_events(before: Conversation, after: Conversation) -> list[dict[str, Any]]:
    """What must be written for the slots to hold the new state."""
    changed = {name: after.facts.get(name) for name in questions() if before.facts.get(name) != after.facts.get(name)}
    state = {
        "guide": after.guide,
        "told": dict(after.said),
        "answered_fields": list(after.history),
        "misreadings": after.misreadings,
    }
    return [SlotSet(name, value) for name, value in {**changed, **state}.items()]


def last_topics(tracker: Tracker) -> list[str]:
    """The topics of the last answers, or RESULT; what "plus simple" and "répète" are about."""
    return list(tracker.slots.get("last_topics") or ())


def remembered(*topics: str) -> dict[str, Any]:
    """The event that remembers what was answered."""
    event: dict[str, Any] = SlotSet("last_topics", list(topics))
    return event


def failures(tracker: Tracker) -> int:
    """How many messages in a row were not understood, this one included."""
    return int(tracker.slots.get("failures") or 0) + 1


def in_guide(tracker: Tracker) -> bool:
    """Is a guide waiting for a reply?"""
    return bool(tracker.active_loop and tracker.active_loop.get("name") == FORM)


def is_reply(tracker: Tracker) -> bool:
    """Was the last message typed while a question was pending, and not yet dealt with by another action?"""
    for event in reversed(tracker.events):
        if event["event"] == "user":
            return tracker.slots.get("requested_slot") is not None
        if event["event"] == "action" and event["name"] not in _OF_THE_FORM:
            return False
    return False
