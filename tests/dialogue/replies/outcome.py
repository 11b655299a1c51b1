"""A reading in one short text, so that tables of replies stay readable."""

from __future__ import annotations

from bot.dialogue.replies.reading import Ambiguous, DontKnow, Reading, Refused


def outcome(reading: Reading) -> str:
    """The value, "?" and the labels to choose from, "unknown", or the reason of a refusal after an exclamation mark."""
    if isinstance(reading, Refused):
        return f"!{reading.reason}"
    if isinstance(reading, DontKnow):
        return "unknown"
    if isinstance(reading, Ambiguous):
        return "? " + " | ".join(reading.labels).replace("\u00a0", " ").replace("\u202f", " ")
    return reading.value
