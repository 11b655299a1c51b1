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

import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.channels.desk import Desk
from bot.channels.sessions import Sessions
from bot.channels.website.assets import add_assets
from bot.channels.website.errors import add_errors
from bot.channels.website.feedback import Feedback
from bot.channels.website.nearby import add_nearby
from bot.channels.website.plain_pages import add_plain_pages
from bot.channels.website.reception import Reception
from bot.channels.website.requests import (
    Refusal,
    body_of,
    check_origin,
    forget_cookie,
    has_token,
    json_of,
    keep_in_cookie,
    origin_headers,
    refused,
    texts_of,
)
from bot.channels.website.specification import add_specification
from bot.settings import data_dir

API = "/api/v1/conversations"


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
        reception = Reception(Desk(self._sessions, on_new_message, self.name()))

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
            token, session = reception.begin(request, resumed=bool(before))
            reception.greet(session)
            await reception.say_again(request, session, before, body.get("level"))
            if body.get("keep") == "cookie":
                response = json({"messages": session.transcript}, 201, origin_headers(request))
                return keep_in_cookie(response, request, token)
            return json({"token": token, "messages": session.transcript}, 201, origin_headers(request))

        @routes.get(f"{API}/current")
        async def _transcript(request: Request) -> HTTPResponse:
            if not has_token(request):
                check_origin(request)
                return HTTPResponse(status=204, headers=origin_headers(request))
            session = reception.session(request)
            entries = session.transcript[_entry_number(request.args.get("after", "0")) :]
            return json({"messages": entries}, headers=origin_headers(request))

        @routes.post(f"{API}/current/messages")
        async def _message(request: Request) -> HTTPResponse:
            session = reception.session(request)
            said = await reception.reply(request, session, body_of(request))
            response = json({"messages": said, "erased": session.erased}, headers=origin_headers(request))
            return forget_cookie(response, request) if session.erased else response

        @routes.delete(f"{API}/current")
        async def _delete(request: Request) -> HTTPResponse:
            await reception.erase(request, reception.session(request))
            return forget_cookie(HTTPResponse(status=204, headers=origin_headers(request)), request)

        @routes.post(f"{API}/current/feedback")
        async def _feedback(request: Request) -> HTTPResponse:
            session, body = reception.session(request), json_of(request)
            said, useful = session.said(body.get("number")), body.get("useful")
            if said is None or not isinstance(useful, bool):
                raise Refusal(400, "no_message", "Je ne sais pas de quelle réponse il s'agit.")
            former = session.judged.get(said["number"])
            if former is not useful:
                session.judged[said["number"]] = useful
                Feedback(data_dir()).count(said.get("topic") or said["kind"], useful, changed=former is not None)
            return HTTPResponse(status=204, headers=origin_headers(request))

        add_assets(routes)
        add_errors(routes)
        add_nearby(routes)
        add_specification(routes)
        add_plain_pages(routes, reception)
        return routes


def _entry_number(text: str) -> int:
    """The number of a transcript entry; what cannot be one gives 0, that is the whole transcript."""
    return int(text) if re.fullmatch(r"\d{1,9}", text) else 0
