"""Somebody who talks over HTTP, and holds each answer against the description."""

from __future__ import annotations

from typing import Any

import httpx

from tests.channels.website.api.described import unexpected

CONVERSATIONS = "/api/v1/conversations"
CURRENT = f"{CONVERSATIONS}/current"
MESSAGES = f"{CURRENT}/messages"
FEEDBACK = f"{CURRENT}/feedback"
NEAREST = "/api/v1/france-services/nearest"


class Talker(httpx.Client):
    """`errors`: method, path, status and code of those that came; `refusals`: the errors themselves."""

    def __init__(self, address: str, always: dict[str, str] | None = None) -> None:
        super().__init__(base_url=address, timeout=60, headers=always)
        self.errors: set[tuple[str, str, str, str]] = set()
        self.refusals: list[dict[str, str]] = []

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """Send it; what comes must be as described."""
        answer = super().send(request, **options)
        if request.method != "HEAD":  # nothing comes but the status
            assert unexpected(answer) == [], f"{request.method} {request.url.path} {answer.status_code}"
        if answer.is_error and answer.content:
            refusal = answer.json()
            self.refusals.append(refusal)
            self.errors.add((request.method, request.url.path, str(answer.status_code), refusal["error"]))
        return answer

    def begin(self, **body: Any) -> dict[str, str]:
        """A new conversation: the header that opens it."""
        return {"Authorization": f"Bearer {self.post(CONVERSATIONS, json=body).json()['token']}"}

    def say(self, token: dict[str, str], text: str, **more: str) -> list[dict[str, Any]]:
        """What is answered."""
        return entries(self.post(MESSAGES, json={"text": text, **more}, headers=token))

    def choose(self, token: dict[str, str], choice: str) -> list[dict[str, Any]]:
        """What is answered to a button."""
        return entries(self.post(MESSAGES, json={"choice": choice}, headers=token))


def entries(answer: httpx.Response) -> list[dict[str, Any]]:
    """The entries of the transcript that an answer holds."""
    found: list[dict[str, Any]] = answer.json()["messages"]
    return found
