"""A message as plain text."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.figures import ShownFigure
from bot.answers.message import Block, Choice, Message, PlaceCard, Source, Span, paragraph
from bot.answers.plain_text import block_text, figure_text, place_text, plain_text, source_text


def lines(*texts: str) -> tuple[tuple[Span, ...], ...]:
    return tuple((Span(text),) for text in texts)


def test_strong_words_are_only_words() -> None:
    assert block_text(Block("paragraph", ((Span("avant "), Span("fort", strong=True)),))) == "avant fort"


def test_lists_have_marks() -> None:
    assert block_text(Block("list", lines("un", "deux"))) == "- un\n- deux"
    assert block_text(Block("numbered", lines("un", "deux"))) == "1. un\n2. deux"


@pytest.mark.parametrize(
    ("confidence", "ends"),
    [
        ("verified", "depuis le 1er avril 2026"),
        ("inferred", "(montant calculé, à confirmer sur ameli.fr)"),
        ("uncertain", "(à vérifier auprès de votre caisse)"),
        ("stale", "(dernier montant connu, le nouveau n'est pas encore dans nos données)"),
    ],
)
def test_a_figure_carries_its_day_and_the_reservation_it_needs(confidence: str, ends: str) -> None:
    text = figure_text(ShownFigure("Majoration", "1 298,44 €", date(2026, 4, 1), confidence, "texte"))
    assert text.startswith("Majoration : 1 298,44 €, depuis le 1er avril 2026")
    assert text.endswith(ends)


def test_a_source_carries_its_own_date_when_it_has_one() -> None:
    seen = date(2026, 11, 21)
    assert source_text(Source("Fiche", "https://x", None, seen)) == "Fiche : https://x (lu le 21 novembre 2026)"
    assert source_text(Source("Fiche", "https://x", date(2024, 4, 1), seen)) == (
        "Fiche, 1er avril 2024 : https://x (lu le 21 novembre 2026)"
    )


def test_a_place_leaves_out_what_is_not_known() -> None:
    assert place_text(PlaceCard("Guéret", ("1 rue", "23000 Guéret"))) == "Guéret\n1 rue\n23000 Guéret"


def test_a_place_tells_all_that_is_known_in_order() -> None:
    place = PlaceCard("Guéret", ("1 rue",), "à 3 km", "05 55 00 00 00", ("lundi : 9 h",), "Ouvert", "Appelez avant.")
    assert place_text(place).splitlines() == [
        "Guéret", "1 rue", "à 3 km", "Téléphone : 05 55 00 00 00", "Ouvert", "lundi : 9 h", "Appelez avant.",
    ]  # fmt: skip


def test_the_parts_of_a_message_come_in_order_separated_by_blank_lines() -> None:
    message = Message(
        "answer",
        (paragraph("Texte."), Block("list", lines("un"))),
        title="Titre",
        details=(paragraph("Détail."),),
        figures=(ShownFigure("Chiffre", "1 €", date(2026, 1, 1), "verified", "texte"),),
        sources=(Source("Fiche", "https://x", None, date(2026, 11, 21)),),
        verified_on=date(2026, 11, 20),
        choices=(Choice("Suite", "/suite"),),
        places=(PlaceCard("Guéret", ()),),
        closing=(paragraph("Fin."),),
    )
    assert plain_text(message).split("\n\n") == [
        "Titre",
        "Texte.",
        "- un",
        "Guéret",
        "Fin.",
        "Chiffres : Chiffre : 1 €, depuis le 1er janvier 2026",
        "Sources :\n- Fiche : https://x (lu le 21 novembre 2026)",
        "Vérifié le 20 novembre 2026.",
    ]


def test_a_bare_message_is_only_its_words() -> None:
    assert plain_text(Message("smalltalk", (paragraph("Bonjour."),))) == "Bonjour."
