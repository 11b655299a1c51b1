"""An update of the Bot API as a message for the door; None for what is not said to the assistant alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.messaging.door import Incoming
from bot.channels.messaging.payload import part, position, whole_number, words

PRIVATE = "private"
HELLO = "bonjour"
# What Telegram itself writes into a private chat.
SERVICE = frozenset(
    {
        "pinned_message",
        "message_auto_delete_timer_changed",
        "chat_background_set",
        "write_access_allowed",
        "connected_website",
        "users_shared",
        "chat_shared",
        "successful_payment",
        "refunded_payment",
        "proximity_alert_triggered",
        "boost_added",
        "gift",
        "unique_gift",
    }
)
# Sent by the button that everybody presses first, perhaps with a word of the link that led here.
_START = re.compile(r"/start(?:@\w+)?(?:\s.*)?", re.DOTALL)


@dataclass(frozen=True)
class Pressed:
    """A button that was pressed: the name of the press, and the message that has it with its rows of buttons."""

    query: str
    message: int
    rows: Any


@dataclass(frozen=True)
class Update:
    """A message, the chat to answer in, the button when one was pressed, and the name of the album that it is in."""

    incoming: Incoming
    chat: int
    pressed: Pressed | None = None
    album: str | None = None


def read(update: Mapping[str, Any]) -> Update | None:
    """The message of an update; None when there is none, or not from a person in a private chat."""
    number = whole_number(update.get("update_id"))
    if number is None:
        return None
    if query := part(update, "callback_query"):
        return _press(number, query)
    if message := part(update, "message"):
        return _message(number, message)
    if message := part(update, "edited_message"):
        # Somebody who shares where they go "edits" that message every few seconds.
        return None if "location" in message else _message(number, message, edited=True)
    return None


def _message(number: int, message: Mapping[str, Any], *, edited: bool = False) -> Update | None:
    chat = _private(message)
    if chat is None or not _is_person(message) or SERVICE & message.keys():
        return None
    # What is corrected in an album was not sent with the others.
    album = None if edited else words(message.get("media_group_id"))
    text = words(message.get("text")) or words(message.get("caption"))
    if text is not None:
        text = HELLO if _START.fullmatch(text) else text
        return Update(Incoming(str(chat), str(number), text, edited=edited), chat, album=album)
    place = part(message, "location") or part(message, "venue", "location")
    where = position(place.get("latitude"), place.get("longitude"))
    return Update(Incoming(str(chat), str(number), position=where, edited=edited), chat, album=album)


def _press(number: int, query: Mapping[str, Any]) -> Update | None:
    message, data, name = part(query, "message"), words(query.get("data")), words(query.get("id"))
    chat, which = _private(message), whole_number(message.get("message_id"))
    if chat is None or which is None or not data or not name or not _is_person(query):
        return None
    pressed = Pressed(name, which, part(message, "reply_markup").get("inline_keyboard"))
    return Update(Incoming(str(chat), str(number), choice=data), chat, pressed)


def _private(message: Mapping[str, Any]) -> int | None:
    chat = part(message, "chat")
    return whole_number(chat.get("id")) if chat.get("type") == PRIVATE else None


def _is_person(message: Mapping[str, Any]) -> bool:
    return part(message, "from").get("is_bot") is False
