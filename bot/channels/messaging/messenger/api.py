"""Calls of the Send API to one person."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from bot.channels.messaging.messenger.settings import MessengerSettings
from bot.channels.messaging.messenger.signature import proof
from bot.channels.messaging.payload import part, whole_number
from bot.channels.messaging.provider import PAUSES, Away, Provider, Refused, body_of, usual_trouble

logger = logging.getLogger(__name__)

MESSAGES = "me/messages"
RESPONSE = "RESPONSE"
SEEN, WRITING = "mark_seen", "typing_on"
# Limits of rate, a failure of the moment, and a token to be changed, which come with a status of 400 or 403.
TOKEN_EXPIRED = 190
FOR_NOW = frozenset({4, 32, 613, 1200, TOKEN_EXPIRED})


def _trouble(response: httpx.Response) -> Away | Refused | None:
    trouble = usual_trouble(response)
    error = part(body_of(response), "error") if isinstance(trouble, Refused) else {}
    if whole_number(error.get("code")) == TOKEN_EXPIRED:
        logger.error("messenger does not take our token any more")
    if error.get("is_transient") is True or whole_number(error.get("code")) in FOR_NOW:
        return Away()
    return trouble


class SendApi:
    """The Send API, as one page."""

    def __init__(self, settings: MessengerSettings, pauses: Sequence[float] = PAUSES) -> None:
        # Neither in the address: addresses end in logs.
        headers = {"Authorization": f"Bearer {settings.token.reveal()}"}
        self._proof = {"appsecret_proof": proof(settings.token, settings.secret)}
        self._provider = Provider(settings.api, headers, _trouble, pauses)

    async def send(self, person: str, message: Mapping[str, Any]) -> None:
        """Send a message of `outgoing` as the answer to what a person has just written.

        Raises:
            Away: it was not taken, and may be later.
            Refused: it will never be.
        """
        await self._provider.call(MESSAGES, json=self._to(person, messaging_type=RESPONSE, message=dict(message)))

    async def is_writing(self, person: str) -> None:
        """Show that the message is read and an answer is being written."""
        for action in (SEEN, WRITING):
            await self._provider.sign(MESSAGES, json=self._to(person, sender_action=action))

    async def close(self) -> None:
        """Close the connections."""
        await self._provider.close()

    def _to(self, person: str, **fields: Any) -> dict[str, Any]:
        return {"recipient": {"id": person}, **fields, **self._proof}
