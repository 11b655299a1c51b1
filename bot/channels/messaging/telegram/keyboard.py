"""A mark on the button that was pressed: Telegram itself leaves no trace of what somebody answered."""

from __future__ import annotations

from typing import Any

from bot.channels.messaging.telegram.incoming import Pressed

MARK = "✓ "


def marked(pressed: Pressed, data: str) -> dict[str, Any] | None:
    """The call that marks the pressed button, without the chat; None when its buttons cannot be told.

    The others stay: a topic may still be asked for, and the door says when a question has passed.
    """
    rows = [[_plain(key) for key in row] for row in _lists(pressed.rows)]
    keys = [key for row in rows for key in row]
    if not keys or None in keys or not any(key and key["callback_data"] == data for key in keys):
        return None
    keyboard = [[_marked(key, data) for key in row if key] for row in rows]
    return {
        "method": "editMessageReplyMarkup",
        "message_id": pressed.message,
        "reply_markup": {"inline_keyboard": keyboard},
    }


def _lists(rows: Any) -> list[list[Any]]:
    return rows if isinstance(rows, list) and all(isinstance(row, list) for row in rows) else []


def _plain(key: Any) -> dict[str, str] | None:
    if not isinstance(key, dict):
        return None
    text, data = key.get("text"), key.get("callback_data")
    return {"text": text, "callback_data": data} if isinstance(text, str) and isinstance(data, str) else None


def _marked(key: dict[str, str], data: str) -> dict[str, str]:
    text = key["text"].removeprefix(MARK)
    return {**key, "text": f"{MARK}{text}" if key["callback_data"] == data else text}
