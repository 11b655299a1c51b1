"""The events of a webhook as messages for the door; receipts, echoes and what another application answers are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.channels.messaging.door import Incoming
from bot.channels.messaging.payload import part, position, whole_number, words

PAGE = "page"
START, HELLO = "demarrer", "bonjour"  # what the button "Démarrer" sends, and what it means
_PEER = re.compile(r"[\w.-]{1,128}", re.ASCII)


def read(body: Mapping[str, Any]) -> list[Incoming]:
    """The messages of a webhook's body, in its order; `peer` is the id to answer to."""
    return list(_read(body)) if body.get("object") == PAGE else []


def _read(body: Mapping[str, Any]) -> Iterator[Incoming]:
    for entry in _objects(body.get("entry")):
        for event in _objects(entry.get("messaging")):
            peer = words(part(event, "sender").get("id"))
            if peer is None or not _PEER.fullmatch(peer) or peer == entry.get("id"):
                continue
            found = _message(peer, part(event, "message")) or _postback(peer, event)
            if found is not None:
                yield found


def _message(peer: str, message: Mapping[str, Any]) -> Incoming | None:
    identifier = words(message.get("mid"))
    if not identifier or message.get("is_echo"):
        return None
    if choice := words(part(message, "quick_reply").get("payload")):
        return _picked(peer, identifier, choice)
    if (text := words(message.get("text"))) is not None:
        return Incoming(peer, identifier, text)
    places = (part(attachment, "payload", "coordinates") for attachment in _objects(message.get("attachments")))
    where = next((found for place in places if (found := position(place.get("lat"), place.get("long")))), None)
    return Incoming(peer, identifier, position=where)


def _postback(peer: str, event: Mapping[str, Any]) -> Incoming | None:
    postback = part(event, "postback")
    choice, identifier = words(postback.get("payload")), words(postback.get("mid"))
    if identifier is None and (time := whole_number(event.get("timestamp"))) is not None:
        identifier = f"postback {time}"
    return _picked(peer, identifier, choice) if identifier and choice else None


def _picked(peer: str, identifier: str, choice: str) -> Incoming:
    if choice == START:
        return Incoming(peer, identifier, HELLO)
    return Incoming(peer, identifier, choice=choice)


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
