"""The pages that the server writes: the conversation as ordinary forms, and those that the law asks for.

GET  /                 the conversation; where there is JavaScript, the widget takes the place of the form
POST /                 a message or a button; then back to the page, at what was said
POST effacer           erase
GET  confidentialite   what becomes of what one writes
GET  accessibilite     the accessibility statement
The same under sans-javascript/, without any script, for those who prefer it.
"""

from __future__ import annotations

from hashlib import sha256

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, file, html, redirect

from bot.channels.sessions import Session
from bot.channels.website.pages.form import Sent, sent
from bot.channels.website.pages.render import accessibility_page, conversation_page, privacy_page
from bot.channels.website.reception import Reception
from bot.channels.website.requests import (
    LOST,
    Refusal,
    check_origin,
    forget_cookie,
    has_token,
    keep_in_cookie,
    token_of,
)
from bot.settings import ROOT

WITHOUT_SCRIPT = "/sans-javascript"
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_SCRIPT_POLICY = f"{_POLICY}; script-src 'self'; connect-src 'self'"
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # Without it a form of this very page would be posted as if it came from nowhere.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
# Relative: the site may stand in a folder of another.
_HERE, _LAST = "./", "./#dernier"


def add_plain_pages(routes: Blueprint, reception: Reception) -> None:
    """Add the pages to the routes of the website, with and without script."""
    for folder in ("", WITHOUT_SCRIPT):
        _add_conversation(routes, folder, reception)
        _add_statements(routes, folder)


def _add_conversation(routes: Blueprint, folder: str, reception: Reception) -> None:
    script = not folder

    @routes.get(f"{folder}/", name=_name("conversation", folder))
    async def _show(request: Request) -> HTTPResponse:
        session = _known(reception, request)
        # Where there is a script, the widget says it.
        return (
            _lost(request, script) if session is None and not script and has_token(request) else _page(script, session)
        )

    @routes.post(f"{folder}/", name=_name("message", folder))
    async def _message(request: Request) -> HTTPResponse:
        said = sent(dict(request.form or {}))  # every value of each field
        try:
            check_origin(request)
            session, token = _known(reception, request), ""
            if session is None and said.after:
                return _lost(request, script, said)
            if session is None:
                token, session = reception.begin(request)
            await reception.reply(request, session, _body(said))
        except Refusal as refusal:
            return _page(script, _known(reception, request), refusal, said)
        # Words typed beside a button that was pressed are not lost.
        response = _page(script, session, None, said) if said.draft else redirect(_LAST, headers=HEADERS, status=303)
        if session.gone:
            return forget_cookie(redirect(_HERE, headers=HEADERS, status=303), request)
        return keep_in_cookie(response, request, token) if token else response

    @routes.post(f"{folder}/effacer", name=_name("erase", folder))
    async def _erase(request: Request) -> HTTPResponse:
        check_origin(request)
        if session := _known(reception, request):
            await reception.erase(request, session)
        return forget_cookie(redirect(_HERE, headers=HEADERS, status=303), request)


def _add_statements(routes: Blueprint, folder: str) -> None:
    @routes.get(f"{folder}/confidentialite", name=_name("privacy", folder))
    async def _privacy(_request: Request) -> HTTPResponse:
        return html(privacy_page(), headers=HEADERS)

    @routes.get(f"{folder}/accessibilite", name=_name("accessibility", folder))
    async def _accessibility(_request: Request) -> HTTPResponse:
        return html(accessibility_page(), headers=HEADERS)

    @routes.get(f"{folder}/pages.css", name=_name("style", folder))
    async def _style(_request: Request) -> HTTPResponse:
        return await file(ROOT / "widget" / "pages.css", headers={**HEADERS, "Cache-Control": "max-age=3600"})


def _name(page: str, folder: str) -> str:
    return f"{page}{'_without_script' if folder else ''}"


def _known(reception: Reception, request: Request) -> Session | None:
    """The conversation of this browser, None when it has none, or it is forgotten."""
    try:
        return reception.kept(token_of(request))
    except Refusal:
        return None


def _body(said: Sent) -> dict[str, str]:
    """The message under a name of its own: the same thing after the same entry is a double click, or a reload."""
    what = {"choice": said.choice} if said.choice else {"text": said.text}
    name = sha256(f"{said.after} {what}".encode()).hexdigest()
    return {**what, "id": name}


def _lost(request: Request, script: bool, said: Sent | None = None) -> HTTPResponse:
    """The page, when its conversation is forgotten: it says so, and what was written is still there."""
    draft = Sent(text=said.text or said.draft) if said else None
    return forget_cookie(_page(script, None, Refusal(404, "unknown_conversation", LOST), draft), request)


def _page(
    script: bool, session: Session | None, refusal: Refusal | None = None, said: Sent | None = None
) -> HTTPResponse:
    entries = session.transcript if session else []
    still_open = {name for name in session.buttons if session.pressed(name)} if session else set()
    problem = refusal.message if refusal else ""
    draft = (said.draft or (said.text if refusal else "")) if said else ""
    page = conversation_page(entries, still_open, problem, draft, script=script)
    headers = {**HEADERS, "Content-Security-Policy": _SCRIPT_POLICY} if script else HEADERS
    return html(page, status=refusal.status if refusal else 200, headers=headers)
