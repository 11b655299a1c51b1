"""The assistant's HTTP API, as the gateway uses it (docs/channels/api.md)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import httpx

from bot.channels.matrix.errors import AssistantAway, Forgotten, NotTaken
from bot.channels.secrets import Secret

CONVERSATIONS = "/api/v1/conversations"
NEAREST = "/api/v1/france-services/nearest"
KEY_HEADER = "X-Assistant-Key"
CONNECT, ANSWER = 5.0, 90.0  # seconds; a conversation taken up again is said anew, turn by turn
LIMIT, UNKNOWN = 429, 404

Said = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the assistant says to a message, in its canonical form; `erased`: it has forgotten the conversation.

    `more`: what is said outside the conversation, whose choices no number picks.
    """

    messages: tuple[Said, ...]
    erased: bool = False
    more: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Begun:
    """A new conversation: its token, never to be shown, and the messages that open it."""

    token: str
    messages: tuple[Said, ...]


class Assistant:
    """A client of the assistant at `address`; every method may raise AssistantAway, and NotTaken."""

    def __init__(self, address: str, key: Secret | None = None) -> None:
        headers = {KEY_HEADER: key.reveal()} if key else {}
        times = httpx.Timeout(ANSWER, connect=CONNECT)
        self._client = httpx.AsyncClient(base_url=address, headers=headers, timeout=times, follow_redirects=False)

    async def begin(self, said: Sequence[str] = ()) -> Begun:
        """Begin a conversation; `said`: what the person had written in one that was forgotten.

        Raises:
            Forgotten: it ended by being erased.
        """
        body = await self._post(CONVERSATIONS, {"said": list(said)} if said else {})
        if "token" not in body:  # another service answers there
            raise AssistantAway
        return Begun(str(body["token"]), _spoken(body))

    async def say(self, token: str, text: str, identifier: str) -> Reply:
        """Say something under a name of our own: said again under that name, it gets the same reply.

        Raises:
            Forgotten: the conversation is not known any more.
        """
        path = f"{CONVERSATIONS}/current/messages"
        body = await self._post(path, {"text": text, "id": identifier}, {"Authorization": f"Bearer {token}"})
        return Reply(_spoken(body), bool(body.get("erased")))

    async def nearest(self, latitude: float, longitude: float) -> Reply:
        """The France services sites near a position, in decimal degrees; no conversation knows of it."""
        body = await self._post(NEAREST, {"latitude": latitude, "longitude": longitude})
        return Reply((), more=(body["message"],))

    async def forget(self, token: str) -> None:
        """Make it forget a conversation, if it is there and still knows it."""
        with suppress(httpx.HTTPError):
            await self._client.delete(f"{CONVERSATIONS}/current", headers={"Authorization": f"Bearer {token}"})

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _post(self, path: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> dict[str, Any]:
        try:
            response = await self._client.post(path, json=body, headers=headers)
            found = response.json() if response.content else {}
        except (httpx.HTTPError, ValueError) as error:
            raise AssistantAway from error
        if response.is_success and isinstance(found, dict):
            return found
        refusal = found if isinstance(found, dict) else {}
        if refusal.get("error") == "unknown_conversation":
            raise Forgotten
        words = refusal.get("message")
        # 401: our key is wrong; 404: another service answers there. Its administrator can mend both.
        if response.status_code in {LIMIT, UNKNOWN, 401} or not response.is_client_error or not words:
            raise AssistantAway
        raise NotTaken(str(words))


def _spoken(body: dict[str, Any]) -> tuple[Said, ...]:
    return tuple(message for message in body.get("messages", ()) if message.get("from") == "assistant")
