"""What the assistant says to the same words through its HTTP interface: what the gateway must show."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import httpx

from bot.answers.catalogue import catalogue
from bot.answers.plain_text import plain_text
from bot.answers.render import render
from bot.channels.rendering.numbered import numbered
from tests.matrix.person import Event
from tests.service import TODAY

Said = dict[str, Any]
CONVERSATIONS = "api/v1/conversations"
HTML = "org.matrix.custom.html"
# https://spec.matrix.org/v1.15/client-server-api/#mroommessage-msgtypes
ALLOWED = re.compile(
    "h[1-6]|blockquote|p|a|ul|ol|li|sup|sub|b|i|u|s|strong|em|del|code|pre|hr|br|div|span|img|details|summary|"
    "table|thead|tbody|tr|th|td|caption"
)
VOID = {"br", "hr", "img"}
INSIDE_A_LINE = {"a", "b", "i", "u", "strong", "em", "s", "code", "span", "sup", "sub", "del"}


def asked(address: str, key: str, *texts: str) -> list[list[Said]]:
    """What a new conversation says to each of these texts, in canonical form."""
    with httpx.Client(base_url=address, headers={"X-Assistant-Key": key}, timeout=60) as http:
        begun = http.post(CONVERSATIONS).raise_for_status().json()
        known = {"Authorization": f"Bearer {begun['token']}"}
        answers = []
        for text in texts:
            answer = http.post(f"{CONVERSATIONS}/current/messages", json={"text": text}, headers=known)
            entries = answer.raise_for_status().json()["messages"]
            answers.append([entry for entry in entries if entry["from"] == "assistant"])
        return answers


def written(name: str) -> Said:
    """A text of content/ as a canonical message."""
    message = render(catalogue()[name], date.fromisoformat(TODAY), catalogue())
    return {**message.as_dict(), "text": plain_text(message)}


def nearest(address: str, key: str, latitude: float, longitude: float) -> Said:
    """The message about the France services nearest to a position."""
    where = {"latitude": latitude, "longitude": longitude}
    answer = httpx.post(f"{address}api/v1/france-services/nearest", json=where, headers={"X-Assistant-Key": key})
    return dict(answer.raise_for_status().json()["message"])


def plain(text: str) -> str:
    """The words, one space between them."""
    return " ".join(text.split())


class Shown(HTMLParser):
    """What a formatted body shows: its words, the addresses behind them, its tags.

    Raises:
        AssertionError: a tag that the specification does not allow, or that is not closed.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.links, self.tags = "", list[str](), list[str]()
        self._open = list[str]()
        self.feed(html)
        self.close()
        assert not self._open, f"not closed: {self._open}"
        self.words = plain(self.words)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert ALLOWED.fullmatch(tag), tag
        self.tags.append(tag)
        self.links += [value or "" for name, value in attributes if name in {"href", "src"}]
        if tag not in VOID:
            self._open.append(tag)
        self._apart(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag
        self._apart(tag)

    def handle_data(self, data: str) -> None:
        self.words += data

    def _apart(self, tag: str) -> None:
        if tag not in INSIDE_A_LINE:
            self.words += " "


def bodies(parts: list[Event]) -> str:
    """The plain text of an answer."""
    return plain("\n".join(part["content"]["body"] for part in parts))


def formatted(parts: list[Event]) -> Shown:
    """The formatted text of an answer; every part of words has one."""
    texts = [part["content"] for part in parts if part["content"]["msgtype"] == "m.text"]
    assert {content["format"] for content in texts} == {HTML}
    shown = [Shown(content["formatted_body"]) for content in texts]
    whole = Shown("")
    whole.words = " ".join(one.words for one in shown)
    whole.links = [link for one in shown for link in one.links]
    whole.tags = [tag for one in shown for tag in one.tags]
    return whole


def facts(said: list[Said]) -> list[str]:
    """Every line, figure, source and choice of an answer."""
    found = []
    for message in said:
        found.append(message.get("title", ""))
        found += [
            "".join(span["text"] for span in item) for block in message.get("blocks", ()) for item in block["items"]
        ]
        found += [figure["value"] for figure in message.get("figures", ())]
        found += [source["title"] for source in message.get("sources", ())]
        found += [choice["label"] for choice in message.get("choices", ())]
    return [plain(fact) for fact in found if fact]


def addresses(said: list[Said]) -> list[str]:
    """Where an answer's sources stand."""
    return [source["url"] for message in said for source in message.get("sources", ())]


def assert_shows(parts: list[Event], said: list[Said], *, nothing_else: bool = False) -> None:
    """Both forms of an answer hold all that was said; with `nothing_else`, the plain one is those texts alone."""
    body, shown = bodies(parts), formatted(parts)
    for fact in facts(said):
        assert fact in body, f"{fact!r} is not in the plain text {body!r}"
        assert fact in shown.words, f"{fact!r} is not in the formatted text {shown.words!r}"
    for address in addresses(said):
        assert address in body
        assert address in shown.links
    assert all(re.match("https://|tel:|mailto:", link) for link in shown.links), shown.links
    texts = (numbered(message, is_last=message is said[-1]) for message in said)
    assert not nothing_else or body == plain("\n".join(texts))
