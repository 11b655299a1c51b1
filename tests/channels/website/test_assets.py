"""The widget's files as they are served: to any site, not twice, and only those that belong together."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

import httpx
import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, timeout=30) as client:
        yield client


def _rest(client: httpx.Client) -> tuple[str, str]:
    """The address and the digest of the rest, as the button names them."""
    button = client.get("widget.js").text
    address, digest = re.search(r'REST = "\./(.+?)"', button), re.search(r'DIGEST = "(.+?)"', button)
    assert address is not None
    assert digest is not None
    return address[1], digest[1]


def test_the_button_names_the_rest_by_its_digest(client: httpx.Client) -> None:
    address, digest = _rest(client)
    content = client.get(address).content
    assert digest == f"sha256-{b64encode(sha256(content).digest()).decode()}"


def test_the_rest_is_kept_for_long_only_under_its_version(client: httpx.Client) -> None:
    address, _ = _rest(client)
    assert "immutable" in client.get(address).headers["cache-control"]
    assert client.get("widget/panel.js?another").headers["cache-control"] == "no-store"


def test_no_browser_keeps_a_button_that_refuses_the_rest(client: httpx.Client) -> None:
    assert client.get("widget.js").headers["cache-control"] == "public, no-cache"


@pytest.mark.parametrize("name", ["widget.js", "widget/panel.js"])
def test_the_widget_is_served_to_any_site_and_not_sent_twice(client: httpx.Client, name: str) -> None:
    first = client.get(name)
    assert first.status_code == 200
    assert first.headers["access-control-allow-origin"] == "*"
    assert first.headers["content-encoding"] == "gzip"
    again = client.get(name, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = client.get(name, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == first.content


@pytest.mark.parametrize("name", ["widget/styles.js", "widget/../README.md", "widget/types.d.ts"])
def test_nothing_else_is_served(client: httpx.Client, name: str) -> None:
    assert client.get(name).status_code == 404
