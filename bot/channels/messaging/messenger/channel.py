"""The channel of Messenger: events come to /webhooks/messenger/webhook, each body signed with the secret of the app."""

from __future__ import annotations

import asyncio
import logging
import re
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
from bot.channels.messaging.door import Door, Incoming
from bot.channels.messaging.messenger.api import SendApi
from bot.channels.messaging.messenger.incoming import read
from bot.channels.messaging.messenger.outgoing import outgoing
from bot.channels.messaging.messenger.settings import (
    NEEDS,
    SECRET,
    TOKEN,
    VERIFY,
    MessengerSettings,
    messenger_settings,
)
from bot.channels.messaging.messenger.signature import is_signed, same
from bot.channels.messaging.needs import Need
from bot.channels.messaging.payload import payload
from bot.channels.messaging.provider import PAUSES, Away
from bot.settings import SettingError

logger = logging.getLogger(__name__)

HEADER = "x-hub-signature-256"
SUBSCRIBE = "subscribe"
_CHALLENGE = re.compile(r"[\w-]{1,256}", re.ASCII)


class MessengerChannel(InputChannel):
    """Messages to one page."""

    needs: tuple[Need, ...] = NEEDS

    def __init__(self, settings: MessengerSettings, pauses: Sequence[float] = PAUSES) -> None:
        self._settings, self._api = settings, SendApi(settings, pauses)

    @classmethod
    def name(cls) -> str:
        """Its name, and its address under /webhooks."""
        return "messenger"

    @classmethod
    def from_environment(cls) -> MessengerChannel | None:
        """The channel that the environment describes; None when it describes none.

        Raises:
            SettingError: it is described in part, or badly.
        """
        settings = messenger_settings()
        return cls(settings) if settings else None

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """The channel of the environment: no secret stands in `credentials.yml`.

        Raises:
            SettingError: it is described in part, badly, or not at all.
        """
        if (channel := cls.from_environment()) is None:
            raise SettingError(f"Messenger : il manque {TOKEN}, {SECRET} et {VERIFY}.")
        return channel

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes."""
        routes = Blueprint("messenger_webhook")
        answering = Answering(Door(self.name(), on_new_message))

        @routes.get("/webhook", name="verification")
        async def _verification(request: Request) -> HTTPResponse:
            challenge = request.args.get("hub.challenge", "")
            is_ours = same(request.args.get("hub.verify_token", ""), self._settings.verify)
            if not is_ours or request.args.get("hub.mode") != SUBSCRIBE or not _CHALLENGE.fullmatch(challenge):
                logger.warning("messenger: a verification without the right word was refused")
                return text("", 403)
            return text(challenge, headers={"X-Content-Type-Options": "nosniff"})

        @routes.post("/webhook", name="events")
        async def _events(request: Request) -> HTTPResponse:
            if not is_signed(request.body, request.headers.get(HEADER, ""), self._settings.secret):
                logger.warning("messenger: a webhook without the right signature was refused")
                return text("", 403)
            forget = forgetting(request.app)
            # Each person in the order of their messages, and nobody waits for another.
            answers = [self._answered(answering, one, forget) for one in read(payload(request) or {})]
            return text("", 200 if all(await asyncio.gather(*answers)) else 503)

        @routes.before_server_stop
        async def _close(*_: object) -> None:
            await self._api.close()

        return routes

    async def _answered(self, answering: Answering, incoming: Incoming, forget: Forget) -> bool:
        """Whether all is delivered; else Messenger brings the webhook again."""

        async def _send(message: Part) -> None:
            await self._api.send(incoming.peer, message)

        def _render(said: list[Said]) -> list[Part]:
            return [part for message in said for part in outgoing(message, is_last=message is said[-1])]

        async def _sign() -> None:
            await self._api.is_writing(incoming.peer)

        try:
            await answering.answer(incoming, forget, _render, _send, _sign)
        except Away:
            logger.warning("messenger: not reached, the webhook will come again")
            return False
        return True
