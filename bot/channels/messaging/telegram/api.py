"""Calls of the Bot API to one chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from bot.channels.messaging.payload import part
from bot.channels.messaging.provider import PAUSES, Away, Provider, Refused, body_of, seconds, usual_trouble
from bot.channels.messaging.telegram.settings import TelegramSettings


def _trouble(response: httpx.Response) -> Away | Refused | None:
    trouble = usual_trouble(response)
    if isinstance(trouble, Away):
        return Away(seconds(part(body_of(response), "parameters").get("retry_after")) or trouble.after)
    return trouble


class BotApi:
    """The Bot API, as one bot."""

    def __init__(self, settings: TelegramSettings, pauses: Sequence[float] = PAUSES) -> None:
        self._provider = Provider(f"{settings.api}/bot{settings.token.reveal()}", trouble=_trouble, pauses=pauses)

    async def send(self, chat: int, call: Mapping[str, Any]) -> None:
        """Make a call of `outgoing` or `marked` in a chat.

        Raises:
            Away: it was not taken, and may be later.
            Refused: it will never be.
        """
        fields = {key: value for key, value in call.items() if key not in {"method", "document"}}
        if document := call.get("document"):
            file = (document["filename"], document["content"].encode(), document["media_type"])
            form = {"chat_id": str(chat), **fields}
            await self._provider.call(call["method"], data=form, files={"document": file})
        else:
            await self._provider.call(call["method"], json={"chat_id": chat, **fields})

    async def is_writing(self, chat: int) -> None:
        """Show that an answer is being written."""
        await self._provider.sign("sendChatAction", json={"chat_id": chat, "action": "typing"})

    async def heard(self, query: str) -> None:
        """Tell the button that its press has come: it would look busy until then."""
        await self._provider.sign("answerCallbackQuery", json={"callback_query_id": query})

    async def close(self) -> None:
        """Close the connections."""
        await self._provider.close()
