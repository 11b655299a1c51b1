"""`assistant check --channels`: which channels are on, and what their settings lack. Nothing is sent anywhere."""

from __future__ import annotations

from bot.adapters import without_tensorflow
from bot.channels.enabled import ChannelStatus, statuses

READY, OFF, TO_MEND = "prêt", "éteint", "à corriger"


def report() -> tuple[list[str], bool]:
    """One line a channel, and below it one a problem; whether all is well."""
    without_tensorflow.install()  # a channel that is on brings Rasa
    found = statuses()
    return [line for status in found for line in _lines(status)], not any(status.problems for status in found)


def _lines(status: ChannelStatus) -> list[str]:
    word = TO_MEND if status.problems else READY if status.is_on else OFF
    return [f"{status.label} : {word}", *(f"  - {problem}" for problem in status.problems)]
