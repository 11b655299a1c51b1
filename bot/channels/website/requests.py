"""Reading an HTTP request of the website channel, and refusing it with a typed error and a French sentence."""

from __future__ import annotations

from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.settings import allowed_origins

LOST = "Cette conversation n'existe plus. Vous pouvez en commencer une autre."
LONGEST_BODY = 32_000
MOST_SAID = 60  # messages that may be said anew at once
# The token, for a browser: HttpOnly, and only sent back to the same site.
COOKIE = "assistant"
# Over https: a name that no other host of the domain can set, so that nobody slips in a conversation of their own.
SAFE_COOKIE = f"__Host-{COOKIE}"


class Refusal(Exception):
    """A request that cannot be served."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.status, self.code, self.message = status, code, message


def refused(request: Request, refusal: Refusal) -> HTTPResponse:
    """The refusal as a response."""
    body = {"error": refusal.code, "message": refusal.message}
    headers = origin_headers(request)
    if refusal.code == "origin" and request.method == "GET":
        # The widget asks first by GET: a site that is not allowed may read that sentence, and nothing else.
        headers |= {
            "Access-Control-Allow-Origin": request.headers["origin"],
            "Access-Control-Allow-Credentials": "true",
            "Vary": "Origin",
        }
    return json(body, refusal.status, headers)


def address_of(request: Request) -> str:
    """The visitor's network address: as the proxies say that SANIC_PROXIES_COUNT trusts, else the caller's."""
    return str(request.remote_addr or request.ip)


def _same_site(request: Request, origin: str) -> bool:
    return origin.partition("://")[2] == request.headers.get("host", "")


def check_origin(request: Request) -> None:
    """Only this site and the allowed ones may call from a browser.

    Raises:
        Refusal: another origin.
    """
    origin = request.headers.get("origin")
    if origin and not _same_site(request, origin) and origin not in allowed_origins():
        raise Refusal(403, "origin", "Ce site n'est pas autorisé à parler à l'assistant.")


def origin_headers(request: Request) -> dict[str, str]:
    """What a browser on an allowed site needs to read the response; never stored by anybody."""
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    origin = request.headers.get("origin")
    if origin and origin in allowed_origins():
        headers |= {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Credentials": "true",
            "Access-Control-Allow-Headers": "authorization, content-type",
            "Access-Control-Allow-Methods": "GET, POST, DELETE",
            "Vary": "Origin",
        }
    return headers


def has_token(request: Request) -> bool:
    """Whether the request says which conversation it belongs to."""
    return bool(request.headers.get("authorization") or request.cookies.get(_cookie(request)))


def token_of(request: Request) -> str:
    """The conversation's token, from the header, else from the cookie.

    Raises:
        Refusal: none was sent.
    """
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and token:
        return token
    if kept := request.cookies.get(_cookie(request)):
        return str(kept)
    raise Refusal(401, "no_token", "Cette demande ne dit pas de quelle conversation il s'agit.")


def keep_in_cookie(response: HTTPResponse, request: Request, token: str) -> HTTPResponse:
    """The response, which asks the browser to keep the token until it is closed, out of reach of any script."""
    name = _cookie(request)
    response.cookies[name] = token
    kept = response.cookies[name]
    kept["path"], kept["httponly"], kept["samesite"], kept["secure"] = "/", True, "Lax", _is_secure(request)
    return response


def forget_cookie(response: HTTPResponse, request: Request) -> HTTPResponse:
    """The response, which asks the browser to forget the token, if it has one."""
    name = _cookie(request)
    if name in request.cookies:
        keep_in_cookie(response, request, "").cookies[name]["max-age"] = 0
    return response


def _cookie(request: Request) -> str:
    return SAFE_COOKIE if _is_secure(request) else COOKIE


def _is_secure(request: Request) -> bool:
    """Over https, perhaps up to a proxy only."""
    return request.scheme == "https" or request.headers.get("x-forwarded-proto", "") == "https"


def json_of(request: Request) -> dict[str, Any]:
    """The JSON body.

    Raises:
        Refusal: too long, or not a JSON object.
    """
    if len(request.body) > LONGEST_BODY:
        raise Refusal(413, "too_long", "Votre message est trop long. Écrivez-le en plus court.")
    try:
        body = request.json
    except Exception as error:
        raise Refusal(400, "not_json", "Le message reçu n'est pas lisible.") from error
    if not isinstance(body, dict):
        raise Refusal(400, "not_json", "Le message reçu n'est pas lisible.")
    return body


def body_of(request: Request) -> dict[str, Any]:
    """The JSON body of a message of a conversation.

    Raises:
        Refusal: too long, or not a JSON object with a text or a choice.
    """
    body = json_of(request)
    said = {key: body[key] for key in ("text", "choice") if key in body}
    if not said or not all(isinstance(value, str) for value in said.values()):
        raise Refusal(400, "no_text", "Le message reçu est vide.")
    return body


def texts_of(body: dict[str, Any]) -> list[str]:
    """What the person had said in a conversation that the server forgot, oldest first; nothing in a new one.

    Raises:
        Refusal: not a list of texts, or too many.
    """
    said = body.get("said", [])
    if not isinstance(said, list) or not all(isinstance(text, str) for text in said):
        raise Refusal(400, "not_texts", "Le message reçu n'est pas lisible.")
    if len(said) > MOST_SAID:
        raise Refusal(
            413, "too_long", "Cette conversation est trop longue pour être reprise. Commencez-en une nouvelle."
        )
    return said
