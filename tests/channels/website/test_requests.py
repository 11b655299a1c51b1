"""Whose request it is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from sanic import Sanic
from sanic.compat import Header
from sanic.request import Request

from bot.channels.website.requests import address_of

FORWARDED = {"x-forwarded-for": "6.6.6.6, 192.0.2.7"}


@pytest.mark.parametrize(("proxies", "expected"), [(None, "127.0.0.1"), (1, "192.0.2.7")])
def test_only_as_many_proxies_as_are_trusted_say_who_it_is(proxies: int | None, expected: str) -> None:
    app = Sanic(f"addresses-{proxies}", configure_logging=False)
    app.config.PROXIES_COUNT = proxies
    request = Request(b"/", Header(FORWARDED), "1.1", "GET", SimpleNamespace(), app)  # type: ignore[arg-type]
    request.conn_info = SimpleNamespace(client_ip="127.0.0.1")  # type: ignore[assignment]
    assert address_of(request) == expected
