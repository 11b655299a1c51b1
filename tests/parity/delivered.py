"""What a channel delivers, reduced to what a person gets: words in order, addresses, files, buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

ADDRESS = re.compile(r"[a-z]+://\S*[^\s.,;:)»]")
_STYLES = re.compile(r"\x1b\[[0-9;]*m")
_RANK = re.compile(r"^\(\d+/\d+\) ")
_APART = {"p", "br", "li", "ul", "ol", "h3", "h4", "tr", "td", "th", "table", "thead", "tbody", "details", "summary"}


@dataclass(frozen=True)
class Delivered:
    """`parts`: the texts as they are sent; `links`: addresses that can be followed, `tel:` too.

    `files`: (name, content); `buttons`: (id, caption), in order; `words_of_html`: what the parts say, if written in it.
    """

    parts: tuple[str, ...]
    links: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    buttons: tuple[tuple[str, str], ...] = ()
    words_of_html: str = field(default="", repr=False)

    @property
    def words(self) -> str:
        """Everything there is to read, in order, without the rank of a part; what a button shows comes last."""
        text = self.words_of_html or "\n".join(_RANK.sub("", part) for part in self.parts)
        return "\n".join((text, *(caption for _, caption in self.buttons)))


def text_parts(parts: Iterable[str]) -> Delivered:
    """Plain texts."""
    sent = tuple(parts)
    return Delivered(sent, tuple(addresses("\n".join(sent))))


def on_terminal(lines: Iterable[str]) -> Delivered:
    """Lines of a terminal, without their styles."""
    return text_parts(("\n".join(_STYLES.sub("", line) for line in lines),))


def html_parts(parts: Iterable[str]) -> Delivered:
    """Elements: those that stand on lines of their own part words, others do not."""
    sent = tuple(parts)
    pages = [_Page(part) for part in sent]
    words = "\n".join("".join(page.pieces) for page in pages)
    links = tuple(link for page in pages for link in page.links)
    return Delivered(sent, (*links, *addresses(words)), words_of_html=words)


def twiml(document: str) -> Delivered:
    """The messages of a TwiML response."""
    return text_parts("".join(message.itertext()) for message in ElementTree.fromstring(document).iter("Message"))


def telegram_calls(calls: Iterable[Mapping[str, Any]]) -> Delivered:
    """Calls of the Bot API."""
    sent = list(calls)
    text = text_parts(call["text"] for call in sent if call["method"] == "sendMessage")
    files = [call["document"] for call in sent if call["method"] == "sendDocument"]
    keyboards = [call["reply_markup"]["inline_keyboard"] for call in sent if "reply_markup" in call]
    keys = [key for keyboard in keyboards for row in keyboard for key in row]
    return Delivered(
        text.parts,
        text.links,
        tuple((file["filename"], file["content"]) for file in files),
        tuple((key["callback_data"], key["text"]) for key in keys),
    )


def messenger_messages(messages: Iterable[Mapping[str, Any]]) -> Delivered:
    """Messages of the Send API."""
    sent = list(messages)
    text = text_parts(message["text"] for message in sent)
    replies = [reply for message in sent for reply in message.get("quick_replies", ())]
    return Delivered(text.parts, text.links, (), tuple((reply["payload"], reply["title"]) for reply in replies))


def addresses(text: str) -> list[str]:
    """Those that are written out."""
    return ADDRESS.findall(text)


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self._items: list[int] = []
        self.feed(html)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _APART:
            self.pieces.append("\n")
        if tag != "br":
            self.open.append(tag)
        if tag in ("ol", "ul"):
            self._items.append(0)
        if tag == "li":
            self._items[-1] += 1
            self.pieces.append(f"{self._items[-1]}. " if self.open[-2] == "ol" else "- ")
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"closed out of order: {tag}"
        if tag in ("ol", "ul"):
            self._items.pop()
        if tag in _APART:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
