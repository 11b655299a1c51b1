"""The oracle itself: it asks for all that a message holds, and it notices whatever a channel would lose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from bot.answers.figures import ShownFigure
from bot.answers.message import Attachment, Choice, Contact, Message, PlaceCard, Source, paragraph
from bot.answers.pictures.picture import Picture
from tests.parity.channels import CHANNELS, Channel, entry
from tests.parity.delivered import ADDRESS, Delivered
from tests.parity.messages import all_messages, canonical
from tests.parity.missing import missing
from tests.parity.oracle import RESERVED, Told, told

ASKED = {
    "title", "blocks", "figures", "sources", "contacts", "verified_on", "choices", "places", "closing", "picture",
    "attachments",
}  # fmt: skip
# What is no words to deliver, or is only said when it is asked for (see test_content.py).
NOT_ASKED = {"kind", "topic", "details", "expects", "result"}
# What each holds, but for what is no words, or stands behind others: the text of a law behind a figure, on request; the
# site of a body that has a telephone.
PARTS: dict[str, tuple[type, set[str]]] = {
    "places": (PlaceCard, set()),
    "figures": (ShownFigure, {"source"}),
    "sources": (Source, set()),
    "contacts": (Contact, {"url"}),
    "choices": (Choice, {"payload"}),
    "picture": (Picture, {"svg"}),
    "attachments": (Attachment, {"label", "media_type"}),
}
GIVEN = {
    "address": ["wordaddress"], "hours": ["wordhours"], "columns": ["wordcolumns"], "rows": [["wordrows"]],
    "since": "2026-01-02", "date": "2026-03-01", "seen": "2026-05-06", "confidence": "stale",
}  # fmt: skip
SHOWN = {
    "since": "2 janvier 2026", "date": "1er mars 2026", "seen": "lu le 6 mai 2026", "confidence": "dernier montant",
}  # fmt: skip
# A table says the names of its columns, and a drawing the person's own point, more than once.
REPEATED = {"column", "row", "long row"}
PLACES = Message(
    "places",
    (paragraph("Deux lieux."),),
    places=(
        PlaceCard("Guéret", ("1 rue Haute", "23000 Guéret"), "à 3 km", "05 55 00 00 01", ("lundi : 9 h",), "Ouvert"),
        PlaceCard("Bénévent", ("2 rue Basse",), note="Sur rendez-vous.", route="https://www.openstreetmap.org/?to=1"),
    ),
    contacts=(Contact("Caisse", "https://caisse.example", "3646", "gratuit", "+33 1 84 90 36 46"),),
    choices=(Choice("Autre commune", "/autre"), Choice("Oui", "yes")),
)  # fmt: skip


def _sample() -> list[dict[str, Any]]:
    """Messages that have all parts between them, and the places."""
    seen: set[str] = set()
    found = [canonical(PLACES)]
    for said in (said for messages in all_messages().values() for said in messages):
        marks = {said["kind"], *said, *(figure["confidence"] for figure in said.get("figures", ()))}
        marks |= {block["type"] for block in said.get("blocks", ())} | set(said.get("picture", {}).get("columns", ()))
        if marks - seen:
            seen |= marks
            found.append(said)
    return found


def _known(said: dict[str, Any], channel: Channel) -> tuple[Told, Delivered]:
    """What must be delivered, and what is, all its words in one part."""
    one = entry(said)
    got = channel.deliver(one)
    flat = replace(got, parts=(ADDRESS.sub("@", got.words),), words_of_html="", buttons=())
    return told(one, files_in_words=not channel.sends_files), flat


def _cuts(channel: Channel, got: Delivered, wanted: Told) -> Iterator[tuple[str, Delivered]]:
    """What is left when one thing is lost, one after the other."""
    words = channel.fold(got.words)
    for fact in (fact for row in wanted.rows for fact in row):
        for piece in fact.pieces:
            found = re.findall(rf"(?<!\w){re.escape(channel.fold(ADDRESS.sub('@', piece)))}(?!\w)", words)
            if fact.what in channel.anyhow or (len(found) > 1 and fact.what in REPEATED):
                continue
            for cut in found[:1]:
                yield f"{fact.what} {piece}", replace(got, parts=(words.replace(cut, "", 1),))
    for link in wanted.links:
        yield link, replace(got, links=tuple(one for one in got.links if one != link))
    for name, _ in wanted.files:
        yield name, replace(got, files=tuple(file for file in got.files if file[0] != name))


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda one: one.name)
def test_whatever_is_lost_is_noticed(channel: Channel) -> None:
    cuts = 0
    for said in _sample():
        wanted, got = _known(said, channel)
        assert missing(wanted, got, channel.fold, channel.anyhow) == []
        for lost, left in _cuts(channel, got, wanted):
            cuts += 1
            assert missing(wanted, left, channel.fold, channel.anyhow), (said["kind"], lost)
    assert cuts > 200


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda one: one.name)
def test_what_comes_in_another_order_is_noticed(channel: Channel) -> None:
    wanted = told(canonical(PLACES), files_in_words=True)
    for name in ("places", "choices"):
        turned = replace(PLACES, **{name: getattr(PLACES, name)[::-1]})
        found = [missing(wanted, channel.deliver(entry(canonical(one))), channel.fold) for one in (PLACES, turned)]
        assert found[0] == []
        assert found[1] != []


def test_every_part_of_a_message_is_asked_for_or_left_out_on_purpose() -> None:
    assert {one.name for one in fields(Message)} == ASKED | NOT_ASKED


@pytest.mark.parametrize(("part", "kind"), PARTS.items(), ids=list(PARTS))
def test_every_part_of_what_a_message_holds_is_asked_for(part: str, kind: tuple[type, set[str]]) -> None:
    made, left_out = kind
    one = {field.name: GIVEN.get(field.name, f"word{field.name}") for field in fields(made)}
    message = {"kind": "answer", part: [one] if part != "picture" else one}
    asked = str([told(message, files_in_words=words) for words in (True, False)])
    for name in {field.name for field in fields(made)} - left_out:
        assert SHOWN.get(name, f"word{name}") in asked, name


def test_each_reservation_of_a_figure_is_asked_for() -> None:
    said = [one for messages in all_messages().values() for one in messages]
    assert {figure["confidence"] for one in said for figure in one.get("figures", ())} <= set(RESERVED)
