"""Both forms of a message hold the same, and every event is small enough."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from bot.answers.catalogue import catalogue
from bot.answers.french import day
from bot.answers.message import Message
from bot.answers.plain_text import plain_text
from bot.answers.render import DISTRESS, render
from bot.channels.matrix.entries import Heard
from bot.channels.matrix.html import formatted
from bot.channels.matrix.parts import MOST_BYTES, File, answering, parts_of, text
from tests.channels.matrix.timeline import CAMILLE

ON = date(2026, 11, 21)
# https://spec.matrix.org/v1.15/client-server-api/#mroommessage-msgtypes
ALLOWED = set(
    re.findall(
        r"\w+",
        "del h1 h2 h3 h4 h5 h6 blockquote p a ul ol sup sub li b i u strong em s code hr br div table thead tbody tr "
        "th td caption pre span img details summary",
    )
)
HOSTILE = "<script>alert('x')</script> & <img src=x>"


class _Read(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.tags, self.links, self.open = "", set[str](), list[str](), list[str]()
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attributes if name == "href"]
        assert {name for name, _ in attributes} <= {"href"}
        self.words += " " if tag not in {"a", "strong"} else ""
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.words += " " if tag not in {"a", "strong"} else ""

    def handle_data(self, data: str) -> None:
        self.words += data


def _said(message: Message, **more: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(message.as_dict())), "text": plain_text(message), **more}


def _words(value: str) -> set[str]:
    return set(re.findall(r"[\w€%]+", value.lower()))


def _content(said: dict[str, Any]) -> dict[str, Any]:
    (content,) = parts_of([said])
    assert isinstance(content, dict)
    return content


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_both_forms_say_the_same(name: str) -> None:
    content = _content(_said(render(catalogue()[name], ON, catalogue())))
    shown = _Read(content["formatted_body"])
    assert shown.tags <= ALLOWED
    assert all(re.match("https://|tel:|mailto:", link) for link in shown.links)
    addresses = " ".join(shown.links)
    body = _words(content["body"])
    ranks = set(map(str, range(1, content["formatted_body"].count("<li>") + 1)))
    # In the formatted form an address may stand behind words, and lists count by themselves.
    assert body <= _words(shown.words) | _words(addresses) | ranks
    assert _words(shown.words) <= body | _apart(name)


def _apart(name: str) -> set[str]:
    """What is said twice in distress: the numbers to call also stand apart."""
    contacts = render(catalogue()[name], ON, catalogue()).contacts if name == DISTRESS else ()
    words = " ".join(f"{one.name} {one.phone} {one.phone_note}" for one in contacts)
    return _words(f"À qui s'adresser {words}") if contacts else set()


def test_every_word_is_escaped() -> None:
    line = [[{"text": HOSTILE}, {"text": HOSTILE, "strong": True}]]
    blocks = [{"type": kind, "items": line} for kind in ("paragraph", "heading", "list", "numbered")]
    place = dict.fromkeys(("name", "distance", "telephone", "status", "note", "route"), HOSTILE)
    said = {
        "kind": "answer",
        "text": HOSTILE,
        "title": HOSTILE,
        "blocks": blocks,
        "closing": blocks,
        "places": [{**place, "address": [HOSTILE], "hours": [HOSTILE]}],
        "contacts": [{"name": HOSTILE, "url": HOSTILE, "phone": HOSTILE, "phone_note": HOSTILE}],
        "figures": [{"label": HOSTILE, "value": HOSTILE, "since": HOSTILE, "confidence": "certain"}],
        "sources": [{"title": HOSTILE, "url": "javascript:alert(1)", "seen": HOSTILE}],
        "picture": {"title": HOSTILE, "description": HOSTILE, "columns": [HOSTILE], "rows": [[HOSTILE]]},
        "choices": [{"label": HOSTILE}],
        "verified_on": HOSTILE,
    }
    shown = _Read(formatted(said))
    assert shown.tags <= ALLOWED - {"img", "a"}
    assert unescape(formatted(said)).count("<script>") == shown.words.count("<script>") > len(said)


def test_telephone_numbers_and_addresses_can_be_followed() -> None:
    contact = {"name": "La caisse", "url": "https://exemple.fr/", "phone": "36 46"}
    said = {"kind": "answer", "text": "…", "title": "T", "contacts": [contact]}
    assert _Read(formatted(said)).links == ["https://exemple.fr/", "tel:3646"]


def test_choices_are_numbered_unless_a_number_is_itself_an_answer() -> None:
    said = {"kind": "question", "text": "Combien ?", "title": "Combien ?", "choices": [{"label": "Je ne sais pas"}]}
    assert "<ol>" in formatted(said)
    assert "<ol>" not in formatted({**said, "expects": "number"})


def test_the_closing_words_come_after_the_places() -> None:
    closing = [{"type": "paragraph", "items": [[{"text": "Appelez avant d'y aller."}]]}]
    said = {
        "kind": "places",
        "text": "…",
        "title": "T",
        "places": [{"name": "Guéret", "address": []}],
        "closing": closing,
    }
    words = _Read(formatted(said)).words
    assert 0 < words.index("Guéret") < words.index("Appelez")


def test_dates_are_in_words() -> None:
    source = {"title": "Une page", "url": "https://exemple.fr", "date": "2026-04-01", "seen": ON.isoformat()}
    words = _Read(formatted({"kind": "answer", "text": "…", "title": "T", "sources": [source]})).words
    assert day(ON) in words
    assert day(date(2026, 4, 1)) in words


@pytest.mark.parametrize("length", [100, 50_000, 300_000])
def test_every_event_is_small_enough_and_no_word_is_lost(length: int) -> None:
    words = " ".join(f"mot{number}é€" for number in range(length // 8))
    contents = parts_of([text_message(words)])
    assert all(
        isinstance(one, dict) and len(json.dumps(one, ensure_ascii=False).encode()) <= MOST_BYTES for one in contents
    )
    assert " ".join(one["body"] for one in contents if isinstance(one, dict)) == words


def text_message(words: str) -> dict[str, Any]:
    return {"kind": "smalltalk", "text": words, "blocks": [{"type": "paragraph", "items": [[{"text": words}]]}]}


def test_a_file_follows_the_message_that_names_it() -> None:
    attachment = {"label": "Un résumé", "filename": "r.html", "media_type": "text/html", "content": "<p>é</p>"}
    said = {"kind": "smalltalk", "text": "Fichier : Un résumé (r.html)", "title": "", "attachments": [attachment]}
    words, file = parts_of([said])
    assert isinstance(words, dict)
    assert file == File("r.html", "text/html", "<p>é</p>".encode())


def test_an_answer_in_a_group_is_a_reply_that_names_who_asked() -> None:
    heard = Heard("$1", CAMILLE, 0, "text", direct=False)
    content = answering(text("bonjour"), heard)
    assert content["m.relates_to"] == {"m.in_reply_to": {"event_id": "$1"}}
    assert content["m.mentions"] == {"user_ids": [CAMILLE]}


def test_an_answer_stays_in_the_thread_of_its_question() -> None:
    content = answering(text("bonjour"), Heard("$2", CAMILLE, 0, "text", thread="$1"))
    assert content["m.relates_to"]["rel_type"] == "m.thread"
    assert content["m.relates_to"]["event_id"] == "$1"
    assert "m.relates_to" not in answering(text("bonjour"), Heard("$2", CAMILLE, 0, "text"))
