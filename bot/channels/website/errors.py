"""What goes wrong before a route of the HTTP interface, or inside it, as the typed errors that its routes give.

An unknown address, a wrong method, a request that cannot be read or takes too long, a failure: without this the web
server would answer in words and a form of its own. Pages keep the answers of the web server.
"""

from __future__ import annotations

import logging

from sanic import Blueprint, Sanic
from sanic.exceptions import (
    HeaderExpectationFailed,
    InvalidUsage,
    MethodNotSupported,
    NotFound,
    PayloadTooLarge,
    RequestTimeout,
    ServiceUnavailable,
)
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.website.requests import Refusal, refused

logger = logging.getLogger(__name__)

FOLDER = "/api/"
# What the web server calls the method of a request whose head it could not read.
UNREAD = "NONE"
BAD_REQUEST = (400, "bad_request", "Cette demande n'est pas lisible.")
FAILURE = (500, "failure", "L'assistant a un problème. Attendez un instant, puis réessayez.")
UNSERVED: dict[type[Exception], tuple[int, str, str]] = {
    InvalidUsage: BAD_REQUEST,
    HeaderExpectationFailed: BAD_REQUEST,
    NotFound: (404, "not_found", "Cette adresse n'existe pas."),
    MethodNotSupported: (405, "wrong_method", "Cette adresse ne répond pas à ce genre de demande."),
    RequestTimeout: (408, "too_slow", "Votre message a mis trop de temps à arriver. Envoyez-le à nouveau."),
    PayloadTooLarge: (413, "too_long", "Votre message est trop long. Écrivez-le en plus court."),
    ServiceUnavailable: (
        503,
        "unavailable",
        "L'assistant met trop de temps à répondre. Attendez un instant, puis réessayez.",
    ),
}


def add_errors(routes: Blueprint) -> None:
    """Give the web application that takes these routes the typed errors, for every address of the HTTP interface."""

    # An unknown address belongs to no route: only the application sees it.
    @routes.before_server_start
    async def _add(app: Sanic, *_: object) -> None:
        app.error_handler.add(Exception, unserved)


def unserved(request: Request, problem: Exception) -> HTTPResponse:
    """The response to a request that no route could serve."""
    is_unread = request.method == UNREAD
    if not is_unread and FOLDER not in request.path:
        page: HTTPResponse = request.app.error_handler.default(request, problem)
        return page
    known = next((error for kind, error in UNSERVED.items() if isinstance(problem, kind)), None)
    if known is None and not is_unread:
        # Its name only: the words of an exception may hold those of a person.
        logger.error("request failed: %s", type(problem).__name__)
    response = refused(request, Refusal(*(known or (BAD_REQUEST if is_unread else FAILURE))))
    if isinstance(problem, MethodNotSupported):
        response.headers.update(problem.headers)  # which methods are allowed
    return response
