"""Calls to a messenger: which are tried again, which are given up, and that none of them is ever logged."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from bot.channels.messaging.provider import Away, Provider, Refused, seconds
from tests.channels.messaging.standin import HANG_UP, Call, Failure, StandIn

PAUSES = (0.01, 0.01)


class Anything(StandIn):
    """Takes any call."""

    def take(self, call: Call) -> tuple[int, Any]:
        return 200, {}


@pytest.fixture
def server() -> Iterator[Anything]:
    """A messenger."""
    server = Anything()
    yield server
    server.close()


def call(address: str, pauses: tuple[float, ...] = PAUSES, sign: bool = False) -> None:
    """One call."""

    async def run() -> None:
        provider = Provider(f"{address}/bot123:hidden-token", pauses=pauses)
        try:
            await (provider.sign if sign else provider.call)("send", json={"text": "mots"})
        finally:
            await provider.close()

    asyncio.run(run())


@pytest.mark.parametrize("status", [HANG_UP, 401, 408, 429, 500, 502, 503])
def test_a_failure_that_passes_is_tried_again(server: Anything, status: int) -> None:
    server.failures.extend(Failure(status) for _ in PAUSES)
    call(server.address)
    assert len(server.tried) == len(PAUSES) + 1


@pytest.mark.parametrize("status", [HANG_UP, 401, 408, 429, 500, 502, 503])
def test_a_failure_that_stays_is_away(server: Anything, status: int) -> None:
    server.failures.extend(Failure(status) for _ in range(len(PAUSES) + 1))
    with pytest.raises(Away):
        call(server.address)
    assert len(server.tried) == len(PAUSES) + 1


@pytest.mark.parametrize("status", [301, 400, 403, 404, 409])
def test_what_is_refused_is_not_tried_again(server: Anything, status: int) -> None:
    server.failures.append(Failure(status))
    with pytest.raises(Refused) as refused:
        call(server.address)
    assert refused.value.status == status
    assert len(server.tried) == 1


def test_who_asks_to_wait_for_long_is_not_waited_for_here(server: Anything) -> None:
    server.failures.append(Failure(429, headers={"retry-after": "60"}))
    with pytest.raises(Away) as away:
        call(server.address)
    assert away.value.after == 60
    assert len(server.tried) == 1


def test_nobody_there_is_away() -> None:
    with pytest.raises(Away):
        call("http://localhost:1")


@pytest.mark.parametrize("status", [HANG_UP, 400, 429, 500])
def test_a_sign_that_fails_is_nothing(server: Anything, status: int) -> None:
    server.failures.append(Failure(status))
    call(server.address, sign=True)
    assert len(server.tried) == 1


def test_the_address_is_never_logged_nor_in_an_error(server: Anything, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("httpx").setLevel(logging.NOTSET)  # as another part of the process might have
    with caplog.at_level(logging.DEBUG):
        call(server.address)
        with pytest.raises(Away) as away:
            call("http://localhost:1")
    assert "hidden-token" not in caplog.text
    error: BaseException | None = away.value
    assert error is not None and "hidden-token" not in repr(error) and error.__suppress_context__


@pytest.mark.parametrize("value", [None, "soon", "", [], {}, -1, 0, "nan", "inf", 10**400])
def test_what_is_no_time_is_no_time_to_wait(value: Any) -> None:
    assert seconds(value) is None


@pytest.mark.parametrize(("value", "expected"), [("3", 3.0), (3, 3.0), (0.5, 0.5)])
def test_a_time_to_wait_is_read(value: Any, expected: float) -> None:
    assert seconds(value) == expected
