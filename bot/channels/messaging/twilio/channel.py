"""SMS and WhatsApp through Twilio: the answer is the response, in TwiML; nothing is sent otherwise, or kept."""

from __future__ import annotations

import logging
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
from bot.channels.messaging.twilio.erasures import Erasures
from bot.channels.messaging.twilio.outgoing import SMS, WHATSAPP, texts
from bot.channels.messaging.twilio.settings import NEEDS, TwilioSettings, twilio_settings
from bot.settings import SettingError

logger = logging.getLogger(__name__)


class TwilioChannel(InputChannel):
    """Conversations with telephones, each known by the number that Twilio vouches for."""

    needs = NEEDS

    def __init__(self, settings: TwilioSettings) -> None:
        self._settings = settings
        self._erasures = Erasures()

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
        before = self._erasures.answer_to(message)
        if before is not None:
            return before
        erased: list[str] = []

        def forget_and_say(sender_id: str) -> None:
            forget(sender_id)
            erased.append(sender_id)

        try:
            said = await door.answer(message, forget_and_say)
        except Exception as error:  # noqa: BLE001 - the person always gets an answer
            logger.error("answer failed: %s", type(error).__name__)
            said = [content_message("panne")]
        # The same request may have erased the conversation while this one waited for its turn.
        meanwhile = self._erasures.answer_to(message)
        if meanwhile is not None:
            return meanwhile
        answer = texts(said, WHATSAPP if message.peer.startswith(received.WHATSAPP) else SMS)
        if erased:
            self._erasures.keep(message, answer)
        return answer


def _twiml(answer: list[str]) -> HTTPResponse:
    response = MessagingResponse()
    for text in answer:
        response.message(text)
    return HTTPResponse(str(response), content_type="text/xml; charset=utf-8", headers={"Cache-Control": "no-store"})
