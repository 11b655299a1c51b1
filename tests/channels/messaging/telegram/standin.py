"""The Bot API, as far as we call it: what it takes is what https://core.telegram.org/bots/api says."""

from __future__ import annotations

import re
from typing import Any

from tests.channels.messaging.standin import Call, StandIn, demand

TOKEN = "123456:AAinvented-token_of_a_test_0123456789"
LONGEST_TEXT, LONGEST_CAPTION, MOST_BUTTONS = 4096, 1024, 100
OPTIONAL = {
    "sendMessage": {"entities", "link_preview_options", "reply_markup"},
    "sendChatAction": set(),
    "sendDocument": {"caption"},
    "answerCallbackQuery": {"text"},
    "editMessageReplyMarkup": {"reply_markup"},
}
NEEDED = {
    "sendMessage": {"chat_id", "text"},
    "sendChatAction": {"chat_id", "action"},
    "sendDocument": {"chat_id"},
    "answerCallbackQuery": {"callback_query_id"},
    "editMessageReplyMarkup": {"chat_id", "message_id"},
}


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


class Telegram(StandIn):
    """The Bot API; people in `blocked` have blocked the bot."""

    def __init__(self) -> None:
        super().__init__()
        self.blocked: set[int] = set()

    def method(self, call: Call) -> str:
        """The name of the method called."""
        return call.path.rsplit("/", 1)[1]

    def sent(self, chat: int | None = None) -> list[dict[str, Any]]:
        """The messages that it took, for one chat or all."""
        texts = [call.fields for call in self.taken if self.method(call) == "sendMessage"]
        return [one for one in texts if chat is None or one["chat_id"] == chat]

    def unaccepted(self, problem: str) -> tuple[int, Any]:
        return 400, {"ok": False, "error_code": 400, "description": f"Bad Request: {problem}"}

    def take(self, call: Call) -> tuple[int, Any]:
        found = re.fullmatch(r"/bot([^/]+)/(\w+)", call.path)
        if not found or found[1] != TOKEN:
            return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
        method = found[2]
        demand(method in NEEDED, "method not found")
        demand(NEEDED[method] <= call.fields.keys(), "a field is missing")
        demand(call.fields.keys() <= NEEDED[method] | OPTIONAL[method], f"unknown fields: {sorted(call.fields)}")
        if int(call.fields.get("chat_id", 0)) in self.blocked:
            return 403, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
        getattr(self, f"_check_{method}")(call)
        return 200, {"ok": True, "result": True if method != "sendMessage" else {"message_id": len(self.taken) + 1}}

    def _check_sendMessage(self, call: Call) -> None:  # noqa: N802 - the name of the method
        fields = call.fields
        demand(isinstance(fields["chat_id"], int), "chat_id is no number")
        demand(isinstance(fields["text"], str) and fields["text"].strip(), "message text is empty")
        demand(units(fields["text"]) <= LONGEST_TEXT, "message is too long")
        demand(isinstance(fields.get("link_preview_options", {}), dict), "link_preview_options is no object")
        entities = fields.get("entities", [])
        demand(isinstance(entities, list) and len(entities) <= 100, "too many entities")
        for entity in entities:
            demand(entity.keys() == {"type", "offset", "length"} and entity["type"] == "bold", "unknown entity")
            demand(entity["offset"] >= 0 and entity["length"] > 0, "entity outside the text")
            demand(entity["offset"] + entity["length"] <= units(fields["text"]), "entity outside the text")
        self._check_keyboard(fields.get("reply_markup"))

    def _check_keyboard(self, markup: Any) -> None:
        if markup is None:
            return
        rows = markup["inline_keyboard"]
        demand(rows and all(rows), "an empty row")
        demand(sum(map(len, rows)) <= MOST_BUTTONS, "too many buttons")
        for row in rows:
            for button in row:
                demand(button.keys() == {"text", "callback_data"}, "unknown field of a button")
                demand(button["text"].strip(), "button text is empty")
                demand(1 <= len(button["callback_data"].encode()) <= 64, "BUTTON_DATA_INVALID")

    def _check_sendChatAction(self, call: Call) -> None:  # noqa: N802
        demand(call.fields["action"] == "typing", "wrong action")

    def _check_answerCallbackQuery(self, call: Call) -> None:  # noqa: N802
        demand(isinstance(call.fields["callback_query_id"], str), "query is too old or its ID is invalid")

    def _check_editMessageReplyMarkup(self, call: Call) -> None:  # noqa: N802
        demand(isinstance(call.fields["message_id"], int), "message to edit not found")
        self._check_keyboard(call.fields.get("reply_markup"))

    def _check_sendDocument(self, call: Call) -> None:  # noqa: N802
        demand("document" in call.files and call.files["document"][1], "there is no document in the request")
        demand(units(call.fields.get("caption", "")) <= LONGEST_CAPTION, "caption is too long")
