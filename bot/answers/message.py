"""The one canonical form of what the assistant says; each channel renders it in its own way."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from bot.answers.figures import ShownFigure
from bot.answers.french import hard_spaces
from bot.answers.pictures.picture import Picture

Kind = Literal["answer", "choices", "question", "verdict", "places", "out_of_scope", "distress", "smalltalk"]


@dataclass(frozen=True)
class Span:
    """A run of text, perhaps strong."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph or heading (one item) or a list (one item a line)."""

    type: Literal["paragraph", "heading", "list", "numbered"]
    items: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True)
class Source:
    """Where a text comes from: page or article, address, its own date, the day we read it."""

    title: str
    url: str
    date: datetime.date | None
    seen: datetime.date


@dataclass(frozen=True)
class Contact:
    """A body to turn to; telephone numbers as they are dialled, notes on price and hours in words."""

    name: str
    url: str = ""
    phone: str = ""
    phone_note: str = ""
    phone_from_abroad: str = ""


@dataclass(frozen=True)
class Choice:
    """Something the person may pick: `label` is shown, `payload` is what the dialogue understands."""

    label: str
    payload: str


@dataclass(frozen=True)
class PlaceCard:
    """A place to go to, already in words; `route` is the address of a page that shows the way."""

    name: str
    address: tuple[str, ...]
    distance: str = ""
    telephone: str = ""
    hours: tuple[str, ...] = ()
    status: str = ""
    note: str = ""
    route: str = ""


@dataclass(frozen=True)
class Attachment:
    """A file made for this conversation, which nothing else keeps; `label` names it to the person.

    `text` says the same in words, for channels that send no files.
    """

    label: str
    filename: str
    media_type: str
    content: str
    text: str = ""


@dataclass(frozen=True)
class Message:
    """Everything one turn says about one thing; `closing` comes after the place cards.

    `expects`: what a question wants typed; for a "number" a bare one is a value, not the rank of a choice, and for a
    "place" a channel may offer the position instead.
    """

    kind: Kind
    blocks: tuple[Block, ...] = ()
    topic: str | None = None
    title: str = ""
    details: tuple[Block, ...] = ()
    figures: tuple[ShownFigure, ...] = ()
    sources: tuple[Source, ...] = ()
    contacts: tuple[Contact, ...] = ()
    verified_on: datetime.date | None = None
    choices: tuple[Choice, ...] = ()
    places: tuple[PlaceCard, ...] = ()
    closing: tuple[Block, ...] = ()
    picture: Picture | None = None
    attachments: tuple[Attachment, ...] = ()
    expects: Literal["", "number", "place"] = ""
    result: dict[str, Any] | None = None

    def with_choices(self, choices: tuple[Choice, ...]) -> Message:
        """The same message with other choices."""
        return replace(self, choices=choices)

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON types; dates in ISO form; what is empty is left out."""
        plain: dict[str, Any] = _plain(asdict(self))
        return {key: value for key, value in plain.items() if value not in ("", None, [], {})}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        # The words of a line: no channel breaks it before a double sign.
        return {key: hard_spaces(item) if key == "text" else _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def paragraph(text: str) -> Block:
    """A paragraph of plain text."""
    return Block("paragraph", ((Span(text),),))
