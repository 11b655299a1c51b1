"""What a canonical message must tell, read from its JSON form; nothing here knows how a channel puts it.

The key `text` is never read: it is a rendering like the others.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Said = Mapping[str, Any]

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
# The words that a figure which is not certain cannot do without.
RESERVED = {
    "verified": (),
    "inferred": ("calculé", "à confirmer"),
    "uncertain": ("à vérifier",),
    "stale": ("dernier montant connu",),
}
DISTRESS = "distress"
LONGEST_LINE = 50  # characters of a row of a table, that a screen shows on one line


@dataclass(frozen=True)
class Fact:
    """One thing told: pieces of text close together, in this order; `anywhere`: the fact has no place of its own."""

    what: str
    pieces: tuple[str, ...]
    anywhere: bool = False


@dataclass(frozen=True)
class Told:
    """All of a message. `rows`: sequences of facts, each in its order; `links`: addresses; `files`: (name, content)."""

    rows: tuple[tuple[Fact, ...], ...]
    links: tuple[str, ...]
    telephones: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]


def told(said: Said, *, files_in_words: bool) -> Told:
    """What the message tells; `files_in_words`: to a channel that sends no files."""
    contacts = said.get("contacts", ())
    links = [source["url"] for source in said.get("sources", ())]
    links += [card["route"] for card in said.get("places", ()) if card.get("route")]
    in_text = said["kind"] == DISTRESS  # the text itself says whom to call
    links += [contact["url"] for contact in contacts if not contact.get("phone") and not in_text]
    telephones = [contact["phone"] for contact in contacts if contact.get("phone")]
    telephones += [contact["phone_from_abroad"] for contact in contacts if contact.get("phone_from_abroad")]
    telephones += [card["telephone"] for card in said.get("places", ()) if card.get("telephone")]
    rows = (
        tuple(_spine(said, files_in_words)),
        tuple(_numbers_to_call(said) if in_text else map(_contact, contacts)),
        tuple(map(_figure, said.get("figures", ()))),
        tuple(map(_source, said.get("sources", ()))),
        tuple(_verified(said)),
    )
    files = () if files_in_words else tuple((one["filename"], one["content"]) for one in said.get("attachments", ()))
    labels = tuple(choice["label"] for choice in said.get("choices", ()))
    return Told(rows, tuple(links), tuple(telephones), files, labels)


def day(iso: str) -> str:
    """A date as the person reads it."""
    value = datetime.date.fromisoformat(iso)
    return f"{'1er' if value.day == 1 else value.day} {MONTHS[value.month - 1]} {value.year}"


def _spine(said: Said, files_in_words: bool) -> Iterator[Fact]:
    """What is read from top to bottom."""
    if said.get("title"):
        yield Fact("title", (said["title"],))
    yield from _blocks("block", said.get("blocks", ()))
    for card in said.get("places", ()):
        yield from _place(card)
    if said.get("picture"):
        yield from _picture(said["picture"])
    yield from _blocks("closing", said.get("closing", ()))
    for file in said.get("attachments", ()) if files_in_words else ():
        for line in file["text"].splitlines():
            if line.strip():
                yield Fact("file in words", (line.strip().removeprefix("- "),))
    for choice in said.get("choices", ()):
        yield Fact("choice", (choice["label"],))


def _blocks(what: str, blocks: Any) -> Iterator[Fact]:
    for block in blocks:
        for item in block["items"]:
            yield Fact(f"{what} {block['type']}", ("".join(span["text"] for span in item),))


def _place(card: Said) -> Iterator[Fact]:
    yield Fact("place", (card["name"], *card.get("address", ())))
    if card.get("hours"):
        yield Fact("place hours", tuple(card["hours"]), anywhere=True)
    for name in ("distance", "telephone", "status", "note"):
        if card.get(name):
            yield Fact(f"place {name}", (card[name],), anywhere=True)


def _picture(picture: Said) -> Iterator[Fact]:
    yield Fact("picture title", (picture["title"],))
    yield Fact("picture description", (picture["description"],))
    for place, column in enumerate(picture["columns"]):
        if any(row[place] for row in picture["rows"]):
            yield Fact("column", (column,), anywhere=True)
    for row in picture["rows"]:
        cells = tuple(cell for cell in row if cell)
        yield Fact("long row" if len(" ".join(cells)) > LONGEST_LINE else "row", cells)


def _contact(contact: Said) -> Fact:
    names = ("name", "phone", "phone_note", "phone_from_abroad")
    return Fact("contact", tuple(contact[name] for name in names if contact.get(name)))


def _numbers_to_call(said: Said) -> Iterator[Fact]:
    for contact in said.get("contacts", ()):
        yield Fact("number to call", (contact["phone"],), anywhere=True)


def _figure(figure: Said) -> Fact:
    return Fact("figure", (figure["label"], figure["value"], day(figure["since"]), *RESERVED[figure["confidence"]]))


def _source(source: Said) -> Fact:
    dated = (day(source["date"]),) if source.get("date") else ()
    return Fact("source", (source["title"], *dated, f"lu le {day(source['seen'])}"))


def _verified(said: Said) -> Iterator[Fact]:
    if said.get("verified_on"):
        yield Fact("verified", (f"le {day(said['verified_on'])}",))
