"""Requests that nobody should send: each gets an answer that is described, and the conversation is still there."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.channels.website.api.described import DOCUMENT, METHODS
from tests.channels.website.api.talker import CURRENT, MESSAGES, Talker, entries

pytestmark = pytest.mark.model

PATHS = [path for path in DOCUMENT["paths"] if path.startswith("/api/")]
BODIES = ("Begin", "Words", "Feedback", "Where")
FIELDS = sorted({name for body in BODIES for name in DOCUMENT["components"]["schemas"][body]["properties"]})
KINDS = [
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "",
    "x",
    "a/b;;=",
]
NESTED = 30_000

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=200),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)
bodies = (
    st.dictionaries(st.sampled_from(FIELDS), anything).map(lambda body: json.dumps(body).encode())
    | st.dictionaries(st.sampled_from(FIELDS), anything).map(lambda body: json.dumps(body).encode("utf-16"))
    | anything.map(lambda body: json.dumps(body).encode())
    | st.binary(max_size=300)
    | st.builds(lambda field, long: json.dumps({field: long}).encode(), st.sampled_from(FIELDS), st.just("a" * 31_000))
    | st.builds(lambda field: f'{{"{field}": '.encode() + b"[" * NESTED, st.sampled_from(FIELDS))
    | st.builds(lambda field: f'{{"{field}": {"[" * 900}{"]" * 900}}}'.encode(), st.sampled_from(FIELDS))
    | st.builds(lambda field: f'{{"{field}": {"9" * 5000}}}'.encode(), st.sampled_from(FIELDS))
    | st.builds(lambda field: f'{{"{field}": "'.encode() + b"\xff\xfe" + b'"}', st.sampled_from(FIELDS))
)
# Whatever may stand in a header at all.
junk = st.binary(max_size=80).map(lambda text: bytes(byte for byte in text if 32 < byte != 127))


@settings(max_examples=250, deadline=None)
@given(
    method=st.sampled_from([*sorted(name.upper() for name in METHODS), "TRACE", "LINK"]),
    path=st.sampled_from([*PATHS, "/api/v1/", "/api/v1/conversations/other", "/api/%00", "/api/v1/openapi.yaml/%ff"]),
    body=bodies,
    kind=st.sampled_from(KINDS),
    after=st.none() | st.text(max_size=20),
    knows=st.booleans(),
    header=st.sampled_from(["Origin", "Cookie", "Accept", "X-Assistant-Key", "X-Forwarded-Proto", "If-None-Match"]),
    value=junk,
)
def test_any_request_gets_a_described_answer(
    talker: Talker,
    method: str,
    path: str,
    body: bytes,
    kind: str,
    after: str | None,
    knows: bool,
    header: str,
    value: bytes,
) -> None:
    token = talker.begin()
    before = said(talker, token)
    headers: dict[str, Any] = {"Content-Type": kind, header: value, **(token if knows else {})}
    params = {} if after is None else {"after": after}
    answer = talker.request(method, path, content=body, headers=headers, params=params)
    assert answer.status_code < 500
    gone = knows and method == "DELETE" and answer.status_code == 204
    assert gone or said(talker, token)[: len(before)] == before


@settings(max_examples=60, deadline=None)
@given(value=junk)
def test_any_token_is_unknown(talker: Talker, value: bytes) -> None:
    for headers in (
        {"Authorization": value},
        {"Authorization": b"Bearer x" + value},
        {"Cookie": b"assistant=x" + value},
    ):
        assert talker.get(CURRENT, headers=headers).status_code in {204, 401, 404}


@settings(max_examples=60, deadline=None)
@given(words=st.fixed_dictionaries({"text": anything}, optional={"id": anything, "level": anything}))
def test_whatever_is_said_is_answered_in_words(talker: Talker, words: dict[str, Any]) -> None:
    token = talker.begin()
    answer = talker.post(MESSAGES, content=json.dumps(words), headers=token)
    if not isinstance(words["text"], str):
        assert answer.json()["error"] == "no_text"
        return
    assert answer.status_code == 200
    assert entries(answer)[-1]["from"] == "assistant"
    assert entries(answer)[-1]["text"]


def said(talker: Talker, token: dict[str, str]) -> list[dict[str, Any]]:
    """The transcript of a conversation."""
    answer: httpx.Response = talker.get(CURRENT, headers=token)
    return entries(answer)
