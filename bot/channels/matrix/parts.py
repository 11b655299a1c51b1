"""An answer as the events that say it: texts small enough for one event each, and files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.matrix.entries import Heard
from bot.channels.matrix.html import formatted, lines
from bot.channels.rendering.numbered import numbered
from bot.channels.rendering.splitting import in_bytes, split

# An event is 65,536 bytes at most, with what the homeserver adds; encrypting makes a third more of it.
MOST_BYTES = 40_000
LONGEST_PIECE = 12_000  # bytes of a text that is cut: it is there twice, the second time with tags


@dataclass(frozen=True)
class File:
    """A file to send: its name, what it is, and its bytes."""

    name: str
    media_type: str
    content: bytes


Part = dict[str, Any] | File
Said = Mapping[str, Any]


def parts_of(messages: Sequence[Said], more: Sequence[Said] = ()) -> tuple[Part, ...]:
    """What to send, in order: the contents of text events, and files.

    `more`: what is said outside the conversation. A number picks a choice of the last of `messages`, and of no other.
    """
    shown = [*((message, message is messages[-1]) for message in messages), *((message, False) for message in more)]
    return tuple(part for message, is_last in shown for part in _parts(message, is_last=is_last))


def text(words: str) -> dict[str, Any]:
    """The content of an event that says a few plain words."""
    return _content(words, lines(words))


def answering(content: Mapping[str, Any], heard: Heard) -> dict[str, Any]:
    """The content as an answer: in a group a reply, which names who asked; in a thread, in it."""
    relation: dict[str, Any] = {}
    if heard.thread:
        relation = {"rel_type": "m.thread", "event_id": heard.thread, "is_falling_back": heard.direct}
    if heard.thread or not heard.direct:
        relation["m.in_reply_to"] = {"event_id": heard.id}
    named = {} if heard.direct else {"user_ids": [heard.sender]}
    return {**content, "m.mentions": named, **({"m.relates_to": relation} if relation else {})}


def file_content(file: File, address: str, keys: Mapping[str, Any] | None) -> dict[str, Any]:
    """The content of the event of an uploaded file; `keys`: how it is encrypted, when it is."""
    info = {"mimetype": file.media_type, "size": len(file.content)}
    where = {"file": {**keys, "url": address}} if keys else {"url": address}
    return {"msgtype": "m.file", "body": file.name, "filename": file.name, "info": info, **where}


def _parts(message: Said, *, is_last: bool) -> Iterator[Part]:
    words, html = numbered(message, is_last=is_last), formatted(message, is_last=is_last)
    whole = _content(words, html)
    if len(json.dumps(whole, ensure_ascii=False).encode()) <= MOST_BYTES:
        yield whole
    else:
        for piece in split(words, LONGEST_PIECE, in_bytes):
            yield _content(piece, lines(piece))
    for file in message.get("attachments", ()):
        yield File(str(file["filename"]), str(file["media_type"]), str(file["content"]).encode())


def _content(words: str, html: str) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": words, "format": "org.matrix.custom.html", "formatted_body": html}
