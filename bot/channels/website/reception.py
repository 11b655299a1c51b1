"""The website's way to the desk: which conversation a request belongs to, and what it is refused, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sanic.request import Request

from bot.channels.desk import PASSED, Arrived, Desk, Gone, Passed, forgetting
from bot.channels.limits import BUSY, TooMany
from bot.channels.sessions import Session
from bot.channels.website.integrators import address_counted
from bot.channels.website.requests import LOST, Refusal, check_origin, token_of
from bot.dialogue.turn import SIMPLE

GREETING = "salutation"
LONGEST_ID = 64  # characters of the name that a sender gives to its message


class Reception:
    """What both the pages and the HTTP interface do with a request."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begin(self, request: Request, *, resumed: bool = False) -> tuple[str, Session]:
        """A new conversation and its token; `resumed`: it takes up one that is forgotten.

        Raises:
            Refusal: too many were begun, or taken up, from this address.
        """
        address = address_counted(request)
        try:
            if resumed:
                self._desk.sessions.count_resumed(address)
            return self._desk.sessions.create(address)
        except TooMany as error:
            raise Refusal(429, "too_many", BUSY) from error

    def greet(self, session: Session) -> None:
        """Say what the assistant is; its first topics may then be picked."""
        self._desk.greet(session, GREETING)

    def session(self, request: Request) -> Session:
        """The conversation that the request belongs to.

        Raises:
            Refusal: another site asks, none is named, or it is forgotten.
        """
        check_origin(request)
        session = self.kept(token_of(request))
        if session is None:
            raise Refusal(404, "unknown_conversation", LOST)
        return session

    def kept(self, token: str) -> Session | None:
        """The conversation of a token; None when it is forgotten."""
        return self._desk.sessions.get(token)

    async def reply(self, request: Request, session: Session, body: dict[str, Any]) -> list[dict[str, Any]]:
        """The entries that a message adds to the transcript; a conversation that asks for it is erased.

        Raises:
            Refusal: too many messages, a choice of a question that has passed, or a conversation erased meanwhile.
        """
        try:
            return await self._desk.reply(session, _arrived(body), forgetting(request.app))
        except TooMany as error:
            raise Refusal(429, "too_many", BUSY) from error
        except Passed as error:
            raise Refusal(409, "passed", PASSED) from error
        except Gone as error:
            raise Refusal(404, "unknown_conversation", LOST) from error

    async def say_again(self, request: Request, session: Session, texts: Sequence[str], level: Any) -> None:
        """What the person had said in a forgotten conversation, said anew.

        Raises:
            Refusal: it ended by being erased.
        """
        try:
            await self._desk.say_again(session, texts, level == SIMPLE, forgetting(request.app))
        except Gone as error:
            raise Refusal(404, "unknown_conversation", LOST) from error

    async def erase(self, request: Request, session: Session) -> None:
        """Forget a conversation, once the message under way is answered."""
        await self._desk.erase(session, forgetting(request.app))


def _arrived(body: dict[str, Any]) -> Arrived:
    return Arrived(
        text=body.get("text", ""),
        choice=body.get("choice"),
        identifier=str(body.get("id") or "")[:LONGEST_ID],
        simple=body.get("level") == SIMPLE,
    )
