"""The Send API, as far as we call it: it takes what developers.facebook.com/docs/messenger-platform says."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from tests.channels.messaging.standin import Call, StandIn, demand

TOKEN = "EAAinvented0token0of0a0test0123456789"
SECRET = "0123456789abcdef0123456789abcdef"
VERIFY = "a-word-of-the_test"
VERSION = "/v26.0"
LONGEST_TEXT, LONGEST_TITLE, LONGEST_PAYLOAD, MOST_REPLIES = 2000, 20, 1000, 13
ACTIONS = {"mark_seen", "typing_on", "typing_off"}


class Graph(StandIn):
    """The Graph API; people in `gone` cannot be written to any more."""

    def __init__(self) -> None:
        super().__init__()
        self.gone: set[str] = set()

    def sent(self, person: str | None = None) -> list[dict[str, Any]]:
        """The messages that it took, for one person or all."""
        messages = [call.fields for call in self.taken if "message" in call.fields]
        return [one["message"] for one in messages if person is None or one["recipient"]["id"] == person]

    def actions(self) -> list[str]:
        """What it showed, such as that an answer is being written."""
        return [call.fields["sender_action"] for call in self.taken if "sender_action" in call.fields]

    def unaccepted(self, problem: str) -> tuple[int, Any]:
        return _error(400, 100, f"(#100) {problem}")

    def take(self, call: Call) -> tuple[int, Any]:
        fields = call.fields
        demand(call.path == f"{VERSION}/me/messages", "unknown path components")
        if call.headers.get("authorization") != f"Bearer {TOKEN}":
            return _error(401, 190, "Invalid OAuth access token.")
        proof = hmac.new(SECRET.encode(), TOKEN.encode(), hashlib.sha256).hexdigest()
        demand(fields.get("appsecret_proof") == proof, "Invalid appsecret_proof provided in the API argument")
        known = {"recipient", "messaging_type", "message", "sender_action", "appsecret_proof"}
        demand(fields.keys() <= known, f"unknown fields: {sorted(fields)}")
        demand(isinstance(fields["recipient"].get("id"), str), "recipient has no id")
        demand(("message" in fields) != ("sender_action" in fields), "cannot send both message and state")
        if fields["recipient"]["id"] in self.gone:
            return _error(400, 551, "(#551) This person isn't available right now.")
        if "message" in fields:
            demand(fields.get("messaging_type") == "RESPONSE", "messaging_type is required")
            self._check(fields["message"])
        else:
            demand(fields["sender_action"] in ACTIONS, "unknown action")
        return 200, {"recipient_id": fields["recipient"]["id"], "message_id": f"m_{len(self.taken)}"}

    def _check(self, message: dict[str, Any]) -> None:
        demand(message.keys() <= {"text", "quick_replies"}, "unknown field of a message")
        demand(isinstance(message["text"], str) and message["text"].strip(), "text is empty")
        demand(len(message["text"]) <= LONGEST_TEXT, "length of param message[text] must be at most 2000")
        replies = message.get("quick_replies")
        if replies is None:
            return
        demand(1 <= len(replies) <= MOST_REPLIES, "too many quick replies")
        for reply in replies:
            demand(reply.keys() == {"content_type", "title", "payload"}, "unknown field of a quick reply")
            demand(reply["content_type"] == "text" and reply["title"].strip(), "a quick reply without a title")
            demand(len(reply["title"]) <= LONGEST_TITLE, "title is too long")
            demand(0 < len(reply["payload"]) <= LONGEST_PAYLOAD, "payload is too long")


def _error(status: int, code: int, message: str) -> tuple[int, Any]:
    return status, {"error": {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "invented"}}
