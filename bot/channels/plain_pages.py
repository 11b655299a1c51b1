"""The conversation without JavaScript, and the pages that the law asks for: HTML made on the server, ordinary forms.

GET  sans-javascript/                 the conversation
POST sans-javascript/                 a message or a button; then back to the page, at what was said
POST sans-javascript/effacer          erase
GET  sans-javascript/confidentialite  what becomes of what one writes
GET  sans-javascript/accessibilite    the accessibility statement
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, file, html, redirect

from bot.channels.conversation import Handler
from bot.channels.pages.form import Sent, sent
from bot.channels.pages.render import accessibility_page, conversation_page, privacy_page
from bot.channels.requests import Refusal, check_origin, forget_cookie, keep_in_cookie, token_of
from bot.channels.sessions import Session
from bot.settings import ROOT

if TYPE_CHECKING:
    from bot.channels.website import WebsiteChannel

FOLDER = "/sans-javascript"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    # Without it a form of this very page would be posted as if it came from nowhere.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_LAST = f"{FOLDER}/#dernier"


def add_plain_pages(routes: Blueprint, channel: WebsiteChannel, handle: Handler) -> None:
    """Add the pages to the routes of the website."""

    @routes.get(f"{FOLDER}/", name="plain_conversation")
    async def _show(request: Request) -> HTTPResponse:
        return _page(_known(channel, request))

    @routes.post(f"{FOLDER}/", name="plain_message")
    async def _message(request: Request) -> HTTPResponse:
        said = sent(dict(request.form or {}))  # every value of each field
        try:
            check_origin(request)
            session, token = _known(channel, request), ""
            if session is None:
                token, session = channel.begin(request)
            await channel.reply(request, session, _body(said), handle)
        except Refusal as refusal:
            return _page(_known(channel, request), refusal, said)
        # Words typed beside a button that was pressed are not lost.
        response = _page(session, None, said) if said.draft else redirect(_LAST, headers=HEADERS, status=303)
        if session.gone:
            return forget_cookie(redirect(f"{FOLDER}/", headers=HEADERS, status=303), request)
        return keep_in_cookie(response, request, token) if token else response

    @routes.post(f"{FOLDER}/effacer", name="plain_erase")
    async def _erase(request: Request) -> HTTPResponse:
        check_origin(request)
        if session := _known(channel, request):
            await channel.erase(request, session)
        return forget_cookie(redirect(f"{FOLDER}/", headers=HEADERS, status=303), request)

    @routes.get(f"{FOLDER}/confidentialite", name="privacy_notice")
    async def _privacy(_request: Request) -> HTTPResponse:
        return html(privacy_page(), headers=HEADERS)

    @routes.get(f"{FOLDER}/accessibilite", name="accessibility_statement")
    async def _accessibility(_request: Request) -> HTTPResponse:
        return html(accessibility_page(), headers=HEADERS)

    @routes.get(f"{FOLDER}/pages.css", name="pages_style")
    async def _style(_request: Request) -> HTTPResponse:
        return await file(ROOT / "widget" / "pages.css", headers={**HEADERS, "Cache-Control": "max-age=3600"})


def _known(channel: WebsiteChannel, request: Request) -> Session | None:
    """The conversation of this browser, None when it has none, or it is forgotten."""
    try:
        return channel.kept(token_of(request))
    except Refusal:
        return None


def _body(said: Sent) -> dict[str, str]:
    """The message under a name of its own: the same thing after the same entry is a double click, or a reload."""
    what = {"choice": said.choice} if said.choice else {"text": said.text}
    name = sha256(f"{said.after} {what}".encode()).hexdigest()
    return {**what, "id": name}


def _page(session: Session | None, refusal: Refusal | None = None, said: Sent | None = None) -> HTTPResponse:
    entries = session.transcript if session else []
    still_open = {name for name in session.buttons if session.pressed(name)} if session else set()
    problem = refusal.message if refusal else ""
    draft = (said.draft or (said.text if refusal else "")) if said else ""
    page = conversation_page(entries, still_open, problem, draft)
    return html(page, status=refusal.status if refusal else 200, headers=HEADERS)
