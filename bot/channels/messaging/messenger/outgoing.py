"""A canonical message as messages of the Send API: its texts, and quick replies with the last one of an answer.

Files are not sent: what they hold is in the text, and a copy would stay with the messenger.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channels.messaging.buttons import Buttons, buttons
from bot.channels.rendering.numbered import choices_text
from bot.channels.rendering.splitting import in_utf16, split

LONGEST_TEXT = 2000
LONGEST_CAPTION = 20
MOST_BUTTONS = 13


def outgoing(said: Mapping[str, Any], *, is_last: bool = True) -> list[dict[str, Any]]:
    """The `message` objects that deliver a message in its JSON form, in order; `is_last`: nothing is said after it."""
    # Quick replies go as soon as another message comes.
    listed = Buttons(choices_text(said, is_last=False), ())
    shown = buttons(said, LONGEST_CAPTION, MOST_BUTTONS) if is_last else listed
    text = "\n\n".join(part for part in (said["text"], shown.listed) if part)
    messages: list[dict[str, Any]] = [{"text": part} for part in split(text, LONGEST_TEXT, in_utf16)]
    if messages and shown.each:
        messages[-1]["quick_replies"] = [
            {"content_type": "text", "title": button.caption, "payload": button.identifier} for button in shown.each
        ]
    return messages
