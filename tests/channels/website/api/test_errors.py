"""Every error that is described really comes, in the words described; and no other."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.channels.sessions import MESSAGES_PER_MINUTE, RESUMED_PER_MINUTE
from bot.channels.website.integrators import HEADER
from bot.channels.website.nearby import PER_MINUTE as SEARCHES
from bot.channels.website.requests import LONGEST_BODY, MOST_SAID
from tests.channels.website.api.conftest import KEY, SITE
from tests.channels.website.api.described import DOCUMENT, documented_errors, faults
from tests.channels.website.api.talker import CONVERSATIONS, CURRENT, FEEDBACK, MESSAGES, NEAREST, Talker

pytestmark = pytest.mark.model

ELSEWHERE = {"Origin": "https://ailleurs.example"}
NO_TOKEN, WRONG_TOKEN = {"Authorization": "Basic eHg6eHg="}, {"Authorization": "Bearer nobody"}
NO_JSON, TOO_LONG = b"{", b"x" * (LONGEST_BODY + 1)
UNSERVED = DOCUMENT["components"]["responses"]["Unserved"]["content"]["application/json"]["schema"]
ROUTES = (
    *(("POST", path) for path in (CONVERSATIONS, MESSAGES, FEEDBACK, NEAREST)),
    *(("OPTIONS", path) for path in (CONVERSATIONS, CURRENT, MESSAGES, FEEDBACK, NEAREST)),
    *((method, CURRENT) for method in ("GET", "DELETE")),
)


@pytest.fixture(scope="module")
def provoked(address: str) -> Iterator[Talker]:
    """A program that did everything that a route refuses, with a key and without."""
    with Talker(address, {HEADER: KEY}) as talker, Talker(address) as stranger:
        provoke(talker, stranger)
        talker.errors |= stranger.errors
        talker.refusals += stranger.refusals
        yield talker


def provoke(talker: Talker, stranger: Talker) -> None:
    """Everything that a route refuses."""
    token = talker.begin()
    for method, path in ROUTES:
        talker.request(method, path, headers={**token, **ELSEWHERE})
        if method != "OPTIONS" and path not in (CONVERSATIONS, NEAREST):
            talker.request(method, path, headers=NO_TOKEN)
            talker.request(method, path, headers=WRONG_TOKEN)
        if method == "POST":
            for content in (NO_JSON, TOO_LONG):
                talker.post(path, content=content, headers=token)
    for path in (CONVERSATIONS, NEAREST):
        stranger.post(path, json={"place": "Guéret"}, headers={HEADER: "not-one-of-the-keys-of-this"})
    for body in ({"said": "bonjour"}, {"said": ["bonjour"] * (MOST_SAID + 1)}, {"said": ["effacer mes données"]}):
        talker.post(CONVERSATIONS, json=body)
    talker.post(MESSAGES, json={}, headers=token)
    talker.post(MESSAGES, json={"choice": "none"}, headers=token)
    talker.post(FEEDBACK, json={"number": 99, "useful": True}, headers=token)
    talker.post(NEAREST, json={"latitude": 91, "longitude": 0})
    for _ in range(MESSAGES_PER_MINUTE):
        talker.post(MESSAGES, json={"text": ""}, headers=token)
    for _ in range(RESUMED_PER_MINUTE + 1):
        stranger.post(CONVERSATIONS, json={"said": ["bonjour"]})
    for _ in range(SEARCHES + 1):
        stranger.post(NEAREST, json={"place": "zzzzzz"})


def test_every_error_that_is_described_comes_and_no_other(provoked: Talker) -> None:
    assert provoked.errors == documented_errors()


def test_errors_say_what_the_examples_say(provoked: Talker) -> None:
    said = {(error["error"], error["message"]) for error in provoked.refusals}
    examples = {(one["value"]["error"], one["value"]["message"]) for one in DOCUMENT["components"]["examples"].values()}
    unserved = {code for code, _ in examples} & set(UNSERVED["properties"]["error"]["enum"]) - {"too_long"}
    assert said == {(code, message) for code, message in examples if code not in unserved}


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nothing", 404, "not_found"),
        ("POST", "/api/v2/conversations", 404, "not_found"),
        ("PUT", CONVERSATIONS, 405, "wrong_method"),
        ("GET", MESSAGES, 405, "wrong_method"),
        ("PATCH", NEAREST, 405, "wrong_method"),
    ],
)
def test_what_is_not_there_gets_a_typed_error(talker: Talker, method: str, path: str, status: int, code: str) -> None:
    answer = talker.request(method, path)
    assert (answer.status_code, answer.json()["error"]) == (status, code)
    assert faults(answer.json(), UNSERVED) == []


def test_a_wrong_method_says_which_are_right(talker: Talker) -> None:
    assert set(talker.put(CURRENT).headers["Allow"].split(", ")) == {"GET", "DELETE", "OPTIONS"}
    assert talker.head(CURRENT).status_code == 405


def test_far_too_long_is_too_long(talker: Talker) -> None:
    assert talker.post(MESSAGES, content=b"x" * 100_000, headers=talker.begin()).json()["error"] == "too_long"


def test_an_error_may_be_read_by_an_allowed_site_only(stranger: Talker) -> None:
    assert stranger.put(CURRENT, headers={"Origin": SITE}).headers["access-control-allow-origin"] == SITE
    assert "access-control-allow-origin" not in stranger.put(CURRENT, headers=ELSEWHERE).headers


@pytest.mark.parametrize(
    "sent",
    [
        b"GARBAGE\r\n\r\n",
        b"GET /api/v1/conversations/current HTTP/9\r\n\r\n",
        b"POST /api/v1/conversations HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST /api/v1/conversations HTTP/1.1\r\nContent-Length: 3\r\nExpect: cake\r\n\r\n",
        b"POST /api/v1/conversations HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        b"POST /api/v1/conversations HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"GET /api/v1/conversations/current HTTP/1.1\r\nno colon\r\n\r\n",
    ],
)
def test_what_is_no_request_gets_a_typed_error(address: str, sent: bytes) -> None:
    status, answer = raw(address, sent)
    assert status == 400
    assert answer["error"] == "bad_request"
    assert faults(answer, UNSERVED) == []


def raw(address: str, sent: bytes) -> tuple[int, Any]:
    """Status and body of the answer to bytes that no client would send."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=30) as connection:
        connection.sendall(sent)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        return answer.status, json.loads(answer.read())
