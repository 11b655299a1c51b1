"""Where the conversation is when an action runs: in a guide or not, before a reply to it or something else."""

from __future__ import annotations

from rasa_sdk import Tracker

FORM = "guide_form"
LONG_SILENCE_SECONDS = 15 * 60
_OF_THE_FORM = {FORM, "action_listen", "action_extract_slots"}


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


def tells_in_passing(tracker: Tracker) -> bool:
    """Is the last message one that no action has dealt with, and no reply to the form, which reads its own?"""
    rejected = False
    for event in reversed(tracker.events):
        if event["event"] == "user":
            typed = not str(event.get("text") or "").startswith("/")
            return typed and (rejected or tracker.slots.get("requested_slot") is None or not in_guide(tracker))
        if event["event"] == "action" and event["name"] not in _OF_THE_FORM:
            return False
        rejected = rejected or event["event"] == "action_execution_rejected"
    return False


def messages_waiting(tracker: Tracker) -> int:
    """How many messages came, this one included, since a fact was last kept."""
    count = 0
    for event in reversed(tracker.events):
        if event["event"] == "slot" and event["name"] == "answered_fields":
            break
        count += event["event"] == "user"
    return count


def after_silence(tracker: Tracker) -> bool:
    """Did the person come back after a while?"""
    times = [float(event.get("timestamp") or 0) for event in tracker.events if event["event"] == "user"]
    return len(times) > 1 and times[-1] - times[-2] > LONG_SILENCE_SECONDS
