"""SMS and WhatsApp through Twilio: the answer is the response, in TwiML; nothing is sent otherwise, or kept."""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from twilio.twiml.messaging_response import MessagingResponse  # type: ignore[import-untyped]

from bot.channels.conversation import content_message
from bot.channels.desk import Forget, forgetting
from bot.channels.messaging.door import Door, Incoming
from bot.channels.messaging.twilio import incoming as received
from bot.channels.messaging.twilio.outgoing import SMS, WHATSAPP, texts
from bot.channels.messaging.twilio.settings import NEEDS, TwilioSettings, twilio_settings
from bot.settings import SettingError

logger = logging.getLogger(__name__)

MOST_ERASURES = 1_000


class TwilioChannel(InputChannel):
    """Conversations with telephones, each known by the number that Twilio vouches for."""

    needs = NEEDS

    def __init__(self, settings: TwilioSettings) -> None:
        self._settings = settings
        # The answers to what erased a conversation, which is gone: should Twilio ask for them again.
        self._erasures: OrderedDict[str, list[str]] = OrderedDict()
        self._salt = secrets.token_hex(16)

    @classmethod
    def name(cls) -> str:
        """Its name, and its address under the server (/webhooks/twilio/webhook)."""
        return "twilio"

    @classmethod
    def from_environment(cls) -> TwilioChannel | None:
        """The channel, when its settings are there.

        Raises:
            SettingError: one is missing, or cannot be what it should be.
        """
        settings = twilio_settings()
        return cls(settings) if settings else None

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """The same for Rasa's own server; no secret stands in its files.

        Raises:
            SettingError: a setting is missing, or cannot be what it should be.
        """
        channel = cls.from_environment()
        if channel is None:
            raise SettingError(f"Il manque {' et '.join(need.name for need in NEEDS)}.")
        return channel

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The route."""
        routes = Blueprint("twilio")
        door = Door(self.name(), on_new_message)

        @routes.post("/webhook")
        async def _receive(request: Request) -> HTTPResponse:
            fields = received.fields_of(request.body, request.headers.get("content-type", ""))
            signature = request.headers.get("x-twilio-signature", "")
            settings = self._settings
            if fields is None or not received.is_signed(fields, signature, settings.address, settings.tokens):
                logger.warning("request refused: no signature of Twilio for this address")
                return HTTPResponse(status=403)
            message = received.message_of(fields)
            return _twiml(await self._answer(door, message, forgetting(request.app)) if message else [])

        return routes

    async def _answer(self, door: Door, message: Incoming, forget: Forget) -> list[str]:
        mark = hashlib.sha256(f"{self._salt} {message.peer} {message.identifier}".encode()).hexdigest()
        if mark in self._erasures:
            return self._erasures[mark]
        erased: list[str] = []

        def forget_and_say(sender_id: str) -> None:
            forget(sender_id)
            erased.append(sender_id)

        try:
            said = await door.answer(message, forget_and_say)
        except Exception as error:  # noqa: BLE001 - the person always gets an answer
            logger.error("answer failed: %s", type(error).__name__)
            said = [content_message("panne")]
        answer = texts(said, WHATSAPP if message.peer.startswith(received.WHATSAPP) else SMS)
        if erased:
            self._erasures[mark] = answer
            while len(self._erasures) > MOST_ERASURES:
                self._erasures.popitem(last=False)
        return answer


def _twiml(answer: list[str]) -> HTTPResponse:
    response = MessagingResponse()
    for text in answer:
        response.message(text)
    return HTTPResponse(str(response), content_type="text/xml; charset=utf-8", headers={"Cache-Control": "no-store"})
