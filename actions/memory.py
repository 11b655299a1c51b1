"""The guide's state, read from the slots and written back to them."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions.heard import last_text
from actions.moment import in_guide, tells_in_passing
from bot.dialogue.keeping import with_heard, with_told
from bot.dialogue.questions import questions
from bot.dialogue.replies.reading import Value
from bot.dialogue.told import facts_told
from bot.dialogue.turn import Conversation
from bot.settings import today

# Value of the slot guide_stopped when a failure, not the person, ended the guide.
FAILED = "panne"
# Value in the slot last_topics when the last thing said is the result of a guide.
RESULT = "resultat"
# From this message in a row that was not understood on, people to turn to are named.
TOO_MANY_FAILURES = 2
# Where a tracker carries what its last message tells.
_HEARD = "_heard"


def conversation_of(tracker: Tracker) -> Conversation:
    """The state of the guide, with what the last message tells in passing; the guide is "" when none was opened."""
    state = stored(tracker)
    if not tells_in_passing(tracker):
        return state
    # Beside a question that waits, what was answered before is not changed without a word.
    keep = with_told if in_guide(tracker) else with_heard
    return keep(state, _told(tracker))


def _told(tracker: Tracker) -> dict[str, Value]:
    """What the last message tells; read once a turn, and gone with the tracker of this turn."""
    text, kept = last_text(tracker), vars(tracker)
    if kept.get(_HEARD, ("",))[0] != text:
        kept[_HEARD] = (text, facts_told(text, today()))
    told: dict[str, Value] = kept[_HEARD][1]
    return told


def newly_told(tracker: Tracker) -> tuple[str, ...]:
    """The facts that the last message tells in passing and that were not known."""
    before, after = stored(tracker), conversation_of(tracker)
    return tuple(name for name in after.facts if after.facts[name] != before.facts.get(name))


def stored(tracker: Tracker) -> Conversation:
    """The state of the guide, as it was before the last message."""
    slots = tracker.slots
    return Conversation(
        guide=slots.get("guide") or "",
        facts={name: slots[name] for name in questions() if slots.get(name) is not None},
        said=slots.get("told") or {},
        asked=slots.get("requested_slot"),
        history=tuple(slots.get("answered_fields") or ()),
        misreadings=int(slots.get("misreadings") or 0),
        paused=tuple(slots.get("paused_guides") or ()),
        undo=tuple(slots["undo"]) if slots.get("undo") else None,
    )


def slot_events(tracker: Tracker, after: Conversation) -> list[dict[str, Any]]:
    """What must be written for the slots to hold the new state."""
    before = stored(tracker)
    changed = {name: after.facts.get(name) for name in questions() if before.facts.get(name) != after.facts.get(name)}
    state = {
        "guide": after.guide,
        "told": dict(after.said),
        "answered_fields": list(after.history),
        "misreadings": after.misreadings,
        "paused_guides": list(after.paused),
        "undo": list(after.undo) if after.undo else None,
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
