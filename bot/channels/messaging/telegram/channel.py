"""The channel of Telegram: updates come to /webhooks/telegram/webhook, with a secret that shows whose they are."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.channels.conversation import Said
from bot.channels.desk import Forget, forgetting
from bot.channels.messaging.answering import Answering
from bot.channels.messaging.deliveries import Part
from bot.channels.messaging.door import Door
from bot.channels.messaging.needs import Need
from bot.channels.messaging.payload import payload
from bot.channels.messaging.provider import PAUSES, Away
from bot.channels.messaging.telegram.albums import Albums
from bot.channels.messaging.telegram.api import BotApi
from bot.channels.messaging.telegram.incoming import Update, read
from bot.channels.messaging.telegram.keyboard import marked
from bot.channels.messaging.telegram.outgoing import outgoing
from bot.channels.messaging.telegram.settings import NEEDS, SECRET, TOKEN, TelegramSettings, telegram_settings
from bot.settings import SettingError

logger = logging.getLogger(__name__)

HEADER = "x-telegram-bot-api-secret-token"
SMALL_TALK = "smalltalk"


class TelegramChannel(InputChannel):
    """Private chats with one bot."""

    needs: tuple[Need, ...] = NEEDS

    def __init__(self, settings: TelegramSettings, pauses: Sequence[float] = PAUSES) -> None:
        self._settings, self._api = settings, BotApi(settings, pauses)

    @classmethod
    def name(cls) -> str:
        """Its name, and its address under /webhooks."""
        return "telegram"

    @classmethod
    def from_environment(cls) -> TelegramChannel | None:
        """The channel that the environment describes; None when it describes none.

        Raises:
            SettingError: it is described in part, or badly.
        """
        settings = telegram_settings()
        return cls(settings) if settings else None

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """The channel of the environment: no secret stands in `credentials.yml`.

        Raises:
            SettingError: it is described in part, badly, or not at all.
        """
        if (channel := cls.from_environment()) is None:
            raise SettingError(f"Telegram : il manque {TOKEN} et {SECRET}.")
        return channel

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The route."""
        routes = Blueprint("telegram_webhook")
        answering, albums = Answering(Door(self.name(), on_new_message)), Albums()

        @routes.post("/webhook")
        async def _webhook(request: Request) -> HTTPResponse:
            if not self._is_genuine(request):
                logger.warning("telegram: an update without the right secret was refused")
                return text("", 403)
            update = read(payload(request) or {})
            if update is None or albums.is_answered(update):
                return text("")
            return await self._answered(answering, update, forgetting(request.app))

        @routes.before_server_stop
        async def _close(*_: object) -> None:
            await self._api.close()

        return routes

    def _is_genuine(self, request: Request) -> bool:
        given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, self._settings.secret.reveal().encode())

    async def _answered(self, answering: Answering, update: Update, forget: Forget) -> HTTPResponse:
        """200 when all is delivered; else 503, and Telegram brings the update again."""

        async def _send(call: Part) -> None:
            await self._api.send(update.chat, call)

        def _render(said: list[Said]) -> list[Part]:
            calls = [call for message in said for call in outgoing(message, is_last=message is said[-1])]
            mark = marked(update.pressed, update.incoming.choice or "") if update.pressed else None
            # Small talk alone says that nothing was answered by this button.
            taken = any(message["kind"] != SMALL_TALK for message in said)
            return [*calls, mark] if mark and taken else calls

        async def _sign() -> None:
            if update.pressed:
                await self._api.heard(update.pressed.query)
            else:
                await self._api.is_writing(update.chat)

        try:
            await answering.answer(update.incoming, forget, _render, _send, _sign)
        except Away as away:
            logger.warning("telegram: not reached, the update will come again")
            return text("", 503, {"Retry-After": str(int(away.after) + 1)} if away.after else None)
        return text("")
