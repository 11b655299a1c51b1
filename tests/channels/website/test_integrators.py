"""Programs with a key are not limited by their network address; nobody else gains anything by guessing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.channels.desk import Desk
from bot.channels.sessions import NEW_PER_MINUTE, Sessions
from bot.channels.website.integrators import HEADER, KEYS, SHORTEST_KEY, address_counted
from bot.channels.website.reception import Reception
from bot.channels.website.requests import Refusal

KEY, OTHER = "k" * SHORTEST_KEY, "clé-d'une-autre-administration"
ADDRESS = "192.0.2.7"


def asked(key: str | None) -> Any:
    """A request as the website channel reads it."""
    headers = {} if key is None else {HEADER.lower(): key}
    return SimpleNamespace(headers=headers, remote_addr="", ip=ADDRESS)


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(f"{KEYS}_FILE", raising=False)
    monkeypatch.setenv(KEYS, f"{KEY} {OTHER}")


@pytest.mark.parametrize("key", [KEY, OTHER])
def test_a_known_key_lifts_the_limits_of_the_address(key: str) -> None:
    assert address_counted(asked(key)) is None


@pytest.mark.parametrize("key", [None, ""])
def test_without_a_key_the_address_counts(key: str | None) -> None:
    assert address_counted(asked(key)) == ADDRESS


@pytest.mark.parametrize("key", ["x" * SHORTEST_KEY, KEY[:-1], f"{KEY}k", KEY.upper(), f"{KEY} {OTHER}", "é", " "])
def test_an_unknown_key_is_refused(key: str) -> None:
    with pytest.raises(Refusal) as raised:
        address_counted(asked(key))
    assert (raised.value.status, raised.value.code) == (401, "unknown_key")
    assert len(key) < 2 or key not in raised.value.message


def test_a_key_that_is_no_text_is_refused() -> None:
    with pytest.raises(Refusal):
        address_counted(asked(b"\xff".decode(errors="surrogateescape")))


def test_a_short_key_is_never_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    short = "k" * (SHORTEST_KEY - 1)
    monkeypatch.setenv(KEYS, f"{short} {KEY}")
    with pytest.raises(Refusal):
        address_counted(asked(short))
    assert address_counted(asked(KEY)) is None


def test_where_no_key_is_set_any_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEYS)
    with pytest.raises(Refusal):
        address_counted(asked(KEY))


def test_an_integrator_begins_more_conversations_than_an_address_may() -> None:
    async def nothing(_message: Any) -> None: ...

    reception = Reception(Desk(Sessions(clock=lambda: 0.0), nothing, "tests"))
    for _ in range(NEW_PER_MINUTE + 1):
        reception.begin(asked(KEY))
    for _ in range(NEW_PER_MINUTE):
        reception.begin(asked(None))
    with pytest.raises(Refusal) as raised:
        reception.begin(asked(None))
    assert raised.value.status == 429
    assert reception.begin(asked(KEY), resumed=True)
