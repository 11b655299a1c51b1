"""What no route can serve: typed for programs, left to the web server for pages, and silent about the person."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from sanic import Sanic
from sanic.compat import Header
from sanic.exceptions import MethodNotSupported, NotFound, RequestTimeout, SanicException, ServiceUnavailable
from sanic.request import Request

from bot.channels.website.errors import UNREAD, unserved
from tests.channels.website.api.described import DOCUMENT, faults

SCHEMA = DOCUMENT["components"]["responses"]["Unserved"]["content"]["application/json"]["schema"]
EXAMPLES = DOCUMENT["components"]["examples"]
SECRET = "j'ai une sclérose en plaques"
API = b"/api/v1/conversations"


@pytest.fixture
def app(request: pytest.FixtureRequest) -> Sanic:
    """A web application that has no route."""
    app = Sanic(f"unserved-{abs(hash(request.node.name))}", configure_logging=False)
    app.config.FALLBACK_ERROR_FORMAT = "json"
    return app


def asked(app: Sanic, path: bytes, method: str = "POST") -> Request:
    """A request for a path."""
    request = Request(path, Header({}), "1.1", method, SimpleNamespace(), app)  # type: ignore[arg-type]
    request.conn_info = SimpleNamespace(client_ip="127.0.0.1")  # type: ignore[assignment]
    return request


@pytest.mark.parametrize(
    ("problem", "status", "code"),
    [
        (RequestTimeout("slow"), 408, "too_slow"),
        (ServiceUnavailable("busy"), 503, "unavailable"),
        (RuntimeError(SECRET), 500, "failure"),
        (SanicException(SECRET, status_code=418), 500, "failure"),
        (NotFound("nothing"), 404, "not_found"),
    ],
)
def test_what_goes_wrong_is_typed_as_described(app: Sanic, problem: Exception, status: int, code: str) -> None:
    answer = unserved(asked(app, API), problem)
    assert (answer.status, json.loads(answer.body)) == (status, EXAMPLES[code]["value"])
    assert faults(json.loads(answer.body), SCHEMA) == []


def test_a_failure_tells_nobody_what_was_said(app: Sanic, caplog: pytest.LogCaptureFixture) -> None:
    answer = unserved(asked(app, API), RuntimeError(SECRET))
    assert SECRET not in answer.body.decode()
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text


def test_a_request_that_could_not_be_read_is_no_failure_of_ours(app: Sanic, caplog: pytest.LogCaptureFixture) -> None:
    assert unserved(asked(app, b"*", UNREAD), ValueError(SECRET)).status == 400
    assert caplog.text == ""


def test_pages_keep_the_answers_of_the_web_server(app: Sanic) -> None:
    answer = unserved(asked(app, b"/nothing", "GET"), NotFound("nothing"))
    assert answer.status == 404
    assert "error" not in json.loads(answer.body)


def test_a_wrong_method_names_the_right_ones(app: Sanic) -> None:
    problem = MethodNotSupported("no", method="PUT", allowed_methods={"GET"})
    assert unserved(asked(app, API, "PUT"), problem).headers["Allow"] == "GET"
