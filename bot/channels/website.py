"""The website channel: pages, a widget and a small HTTP API; nothing of Rasa's own is exposed.

POST   api/v1/conversations                   begin: {"token", "messages"}; {"keep": "cookie"}: no token, a cookie;
                                              {"said": [texts]}: begin where a forgotten conversation was
POST   api/v1/conversations/current/messages  {"text"} or {"choice"}, perhaps "id", "level": {"messages"}
POST   api/v1/conversations/current/feedback  {"number", "useful"}: was the entry useful?
GET    api/v1/conversations/current?after=N   the transcript after entry N: {"messages"}; 204 where none was begun
DELETE api/v1/conversations/current           erase
The token goes in the header `Authorization: Bearer …`, or in the cookie. A message sent again under the same "id" gets
the answer that it got. Errors: {"error": code, "message": French sentence}.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.channels.assets import add_assets
from bot.channels.conversation import Handler, Said, content_message, turn
from bot.channels.feedback import Feedback
from bot.channels.limits import TooMany
from bot.channels.nearby import add_nearby
from bot.channels.plain_pages import add_plain_pages
from bot.channels.requests import (
    LOST,
    Refusal,
    address_of,
    body_of,
    check_origin,
    forget_cookie,
    has_token,
    json_of,
    keep_in_cookie,
    origin_headers,
    refused,
    texts_of,
    token_of,
)
from bot.channels.sessions import Session, Sessions
from bot.dialogue.turn import SIMPLE
from bot.settings import data_dir

BUSY = "Vous allez un peu vite pour moi. Attendez quelques instants, puis réessayez."
PASSED = "Cette réponse correspond à une question déjà passée. Répondez à la dernière question."
API = "/api/v1/conversations"
LONGEST_ID = 64  # characters of the name that a sender gives to its message


class WebsiteChannel(InputChannel):
    """Conversations over HTTP, each known only to the browser that began it."""

    def __init__(self, sessions: Sessions | None = None) -> None:
        self._sessions = sessions or Sessions()

    @classmethod
    def name(cls) -> str:
        """Its name, and its address under Rasa's own server (/webhooks/website)."""
        return "website"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """No secret is needed."""
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes."""
        routes = Blueprint("website")

        @routes.exception(Refusal)
        async def _refuse(request: Request, refusal: Refusal) -> HTTPResponse:
            return refused(request, refusal)

        @routes.get("/health")
        async def _health(_request: Request) -> HTTPResponse:
            return json({"status": "ok"})

        @routes.options(API, name="preflight")
        @routes.options(f"{API}/current", name="preflight_current")
        @routes.options(f"{API}/current/messages", name="preflight_messages")
        @routes.options(f"{API}/current/feedback", name="preflight_feedback")
        async def _preflight(request: Request) -> HTTPResponse:
            check_origin(request)
            return HTTPResponse(status=204, headers=origin_headers(request))

        @routes.post(API)
        async def _begin(request: Request) -> HTTPResponse:
            check_origin(request)
            body = json_of(request) if request.body else {}
            before = texts_of(body)
            token, session = self.begin(request, resumed=bool(before))
            session.issue(content_message("salutation"))
            await self._said_before(request, session, before, body, on_new_message)
            if body.get("keep") == "cookie":
                response = json({"messages": session.transcript}, 201, origin_headers(request))
                return keep_in_cookie(response, request, token)
            return json({"token": token, "messages": session.transcript}, 201, origin_headers(request))

        @routes.get(f"{API}/current")
        async def _transcript(request: Request) -> HTTPResponse:
            if not has_token(request):
                check_origin(request)
                return HTTPResponse(status=204, headers=origin_headers(request))
            session = self.session(request)
            entries = session.transcript[_entry_number(request.args.get("after", "0")) :]
            return json({"messages": entries}, headers=origin_headers(request))

        @routes.post(f"{API}/current/messages")
        async def _message(request: Request) -> HTTPResponse:
            session = self.session(request)
            said = await self.reply(request, session, body_of(request), on_new_message)
            response = json({"messages": said, "erased": session.erased}, headers=origin_headers(request))
            return forget_cookie(response, request) if session.erased else response

        @routes.delete(f"{API}/current")
        async def _delete(request: Request) -> HTTPResponse:
            await self.erase(request, self.session(request))
            return forget_cookie(HTTPResponse(status=204, headers=origin_headers(request)), request)

        @routes.post(f"{API}/current/feedback")
        async def _feedback(request: Request) -> HTTPResponse:
            session, body = self.session(request), json_of(request)
            said, useful = session.said(body.get("number")), body.get("useful")
            if said is None or not isinstance(useful, bool):
                raise Refusal(400, "no_message", "Je ne sais pas de quelle réponse il s'agit.")
            former = session.judged.get(said["number"])
            if former is not useful:
                session.judged[said["number"]] = useful
                Feedback(data_dir()).count(said.get("topic") or said["kind"], useful, changed=former is not None)
            return HTTPResponse(status=204, headers=origin_headers(request))

        add_assets(routes)
        add_nearby(routes)
        add_plain_pages(routes, self, on_new_message)
        return routes

    def begin(self, request: Request, *, resumed: bool = False) -> tuple[str, Session]:
        """A new conversation and its token; `resumed`: it takes up one that is forgotten.

        Raises:
            Refusal: too many were begun, or taken up, from this address.
        """
        try:
            if resumed:
                self._sessions.count_resumed(address_of(request))
            return self._sessions.create(address_of(request))
        except TooMany as error:
            raise Refusal(429, "too_many", BUSY) from error

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
        return self._sessions.get(token)

    async def reply(self, request: Request, session: Session, body: dict[str, Any], handle: Handler) -> list[Said]:
        """The entries that a message adds to the transcript; a conversation that asks for it is erased.

        Raises:
            Refusal: too many messages, a choice of a question that has passed, or a conversation erased meanwhile.
        """
        try:
            self._sessions.count_message(session)
        except TooMany as error:
            raise Refusal(429, "too_many", BUSY) from error
        async with session.one_at_a_time:
            if session.gone:
                raise Refusal(404, "unknown_conversation", LOST)
            said = await self._answer(session, body, handle)
            if session.erased:
                self._erase(request, session)
        return said

    async def erase(self, request: Request, session: Session) -> None:
        """Forget a conversation, once the message under way is answered."""
        async with session.one_at_a_time:
            self._erase(request, session)

    async def _said_before(
        self, request: Request, session: Session, texts: list[str], body: dict[str, Any], handle: Handler
    ) -> None:
        """What the person had said in a forgotten conversation, said anew.

        Raises:
            Refusal: it ended by being erased.
        """
        async with session.one_at_a_time:
            for text in texts:
                await self._turn(session, {"text": text, "level": body.get("level")}, handle)
                if session.erased:
                    self._erase(request, session)
                    raise Refusal(404, "unknown_conversation", LOST)
                await asyncio.sleep(0)  # others have their turn

    async def _answer(self, session: Session, body: dict[str, Any], handle: Handler) -> list[Said]:
        """What is said to a message; sent again, it is not answered twice."""
        identifier, first = str(body.get("id") or "")[:LONGEST_ID], len(session.transcript)
        again = session.answer_to(identifier) if identifier else None
        if again is not None:
            return again
        said = await self._turn(session, body, handle)
        if identifier:
            session.remember(identifier, first)
        return said

    async def _turn(self, session: Session, body: dict[str, Any], handle: Handler) -> list[Said]:
        text = str(body.get("text") or "")
        if "choice" in body:
            choice = session.pressed(str(body["choice"]))
            if choice is None:
                raise Refusal(409, "passed", PASSED)
            session.choices, text = (choice,), choice.label
        first = len(session.transcript)
        said = await turn(session, text, handle, self.name(), simple=body.get("level") == SIMPLE)
        if session.heard:
            session.record({"from": "person", "text": session.heard})
        for message in said:
            session.issue(message)
        return session.transcript[first:]

    def _erase(self, request: Request, session: Session) -> None:
        session.gone = True
        self._sessions.forget(session)
        store = getattr(request.app.ctx.agent, "tracker_store", None)
        # Rasa wraps the store it was given in a fail-safe one.
        erase = getattr(getattr(store, "_tracker_store", store), "erase", None)
        if erase:
            erase(session.sender_id)


def _entry_number(text: str) -> int:
    """The number of a transcript entry; what cannot be one gives 0, that is the whole transcript."""
    return int(text) if re.fullmatch(r"\d{1,9}", text) else 0
