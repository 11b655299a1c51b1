"""The nearest France services, as a message: cards, what is sure of them, and where the official list is."""

from __future__ import annotations

from datetime import datetime

from bot.answers.message import Message


def places_message(place: str, moment: datetime) -> Message:
    raise NotImplementedError
