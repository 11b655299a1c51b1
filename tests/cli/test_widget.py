"""`assistant widget`: the lines to paste lead to what is really served, and no bad address ends in a page."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import httpx
import pytest
from click.testing import CliRunner

from bot.cli.errors import BadInput
from bot.cli.widget import address, widget
from tests.cli.test_bad_input import run

Tags = dict[str, dict[str, str | None]]


def told(*arguments: str) -> str:
    done = CliRunner().invoke(widget, arguments)
    assert done.exit_code == 0, done.output
    return done.output


def pasted(*arguments: str) -> Tags:
    """The elements of the lines to paste, with their attributes."""
    found: Tags = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found[tag] = dict(attrs)

    Reader().feed(told(*arguments).partition("\n\n")[0])
    return found


@pytest.mark.parametrize(
    ("typed", "begins", "origin"),
    [
        ("https://assistant.example.org", "https://assistant.example.org/", "https://assistant.example.org"),
        (" https://example.org:8443/aide/ ", "https://example.org:8443/aide/", "https://example.org:8443"),
        ("https://Santé.example/a/b", "https://xn--sant-epa.example/a/b/", "https://xn--sant-epa.example"),
        ("http://localhost:5005/", "http://localhost:5005/", "http://localhost:5005"),
    ],
)
def test_the_lines_lead_to_the_script_and_without_it_to_the_page(typed: str, begins: str, origin: str) -> None:
    elements = pasted("--at", typed)
    assert elements["script"] == {"type": "module", "src": f"{begins}widget.js"}
    assert elements["a"] == {"href": begins}
    assert "assistant-invalidite" in elements
    assert re.findall(r"(?:script|connect)-src (\S+)$", told("--at", typed), re.M) == [origin, origin]
    assert "ASSISTANT_ALLOWED_ORIGINS" in told("--at", typed)


@pytest.mark.parametrize(
    "typed",
    [
        "assistant.example.org",
        "ftp://example.org",
        "https://",
        "https://example..org",
        "https://example.org:99999",
        "https://example.org:0",
        "https://moi@example.org",
        "https://example.org/?page=1",
        "https://example.org/#ici",
        'https://example.org/"onload="alert(1)',
        "https://example.org/><script>",
        "https://exam&ple.org",
        "https://example.org\nhttps://example.org",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="Adresse illisible"):
        address(typed)


@pytest.mark.parametrize("typed", ["http://example.org", "http://localhost.example.org", "http://127.example.org"])
def test_messages_never_travel_in_clear(typed: str) -> None:
    with pytest.raises(BadInput, match="https"):
        address(typed)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [((), "--at"), (("--at", "exemple\nsur deux lignes"), "Adresse illisible"), (("--at",), "Option mal employée")],
)
def test_bad_input_is_one_line_and_status_2(arguments: tuple[str, ...], says: str) -> None:
    done = run("widget", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.model
def test_the_pinned_digest_is_that_of_the_button_really_served(server: str) -> None:
    script = pasted("--at", server, "--pinned")["script"]
    served = httpx.get(str(script["src"])).content
    assert script["integrity"] == f"sha256-{b64encode(sha256(served).digest()).decode()}"
    assert script["crossorigin"] == "anonymous"
    assert "mise à jour" in told("--at", server, "--pinned")
    assert "integrity" not in told("--at", server)
