"""The canonical message as plain data."""

from __future__ import annotations

import json
from datetime import date

from bot.answers.figures import ShownFigure
from bot.answers.message import Block, Choice, Message, PlaceCard, Source, Span, paragraph


def test_what_is_empty_is_left_out() -> None:
    assert Message("smalltalk", (paragraph("Bonjour."),)).as_dict() == {
        "kind": "smalltalk",
        "blocks": [{"type": "paragraph", "items": [[{"text": "Bonjour.", "strong": False}]]}],
    }


def test_dates_are_written_in_iso_form_wherever_they_are() -> None:
    message = Message(
        "answer",
        figures=(ShownFigure("Chiffre", "1 €", date(2026, 1, 1), "verified", "texte"),),
        sources=(Source("Page", "https://www.ameli.fr", None, date(2026, 11, 21)),),
        verified_on=date(2026, 11, 20),
        result={"verdict": "met", "limits": [date(2023, 6, 1)]},
    )
    plain = message.as_dict()
    assert plain["verified_on"] == "2026-11-20"
    assert plain["figures"][0]["since"] == "2026-01-01"
    assert plain["sources"][0] == {
        "title": "Page",
        "url": "https://www.ameli.fr",
        "date": None,
        "seen": "2026-11-21",
    }
    assert plain["result"] == {"verdict": "met", "limits": ["2023-06-01"]}


def test_a_whole_message_can_be_sent_as_json() -> None:
    message = Message(
        "places",
        (Block("list", ((Span("un"), Span("deux", strong=True)),)),),
        topic="france_services",
        title="Près de chez vous",
        choices=(Choice("Oui", "/oui"),),
        places=(PlaceCard("Guéret", ("1 rue", "23000 Guéret")),),
        closing=(paragraph("Appelez avant."),),
    )
    assert json.loads(json.dumps(message.as_dict())) == message.as_dict()


def test_other_choices_leave_the_rest_as_it_was() -> None:
    message = Message("answer", (paragraph("Texte."),), choices=(Choice("A", "/a"),))
    changed = message.with_choices((Choice("B", "/b"),))
    assert [choice.payload for choice in changed.choices] == ["/b"]
    assert changed.blocks == message.blocks
    assert [choice.payload for choice in message.choices] == ["/a"]
