"""Collects what the assistant says in one turn, in its canonical form."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel


class StructuredOutput(OutputChannel):
    """Keeps each message whole: Rasa's own collector cuts texts at blank lines and drops what it does not know."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """Its name for Rasa."""
        return "structured"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Take one message; one without a canonical form (a stock `utter_`) becomes a paragraph."""
        canonical = message.get("message")
        text = message.get("text") or ""
        if canonical is None:
            canonical = {"kind": "smalltalk", "blocks": [{"type": "paragraph", "items": [[{"text": text}]]}]}
        self.messages.append({**canonical, "text": text})
