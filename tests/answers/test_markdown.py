"""The little Markdown that answers may hold, as blocks; the rest is refused rather than shown raw."""

from __future__ import annotations

import pytest

from bot.answers.markdown import MarkdownError, blocks
from bot.answers.message import Block
from bot.answers.plain_text import spans_text


def lines(text: str) -> list[tuple[str, list[str]]]:
    """Each block as its type and the words of its lines."""
    return [(block.type, [spans_text(item) for item in block.items]) for block in blocks(text)]


def test_paragraphs_are_separated_by_blank_lines() -> None:
    assert lines("Un.\n\nDeux.") == [("paragraph", ["Un."]), ("paragraph", ["Deux."])]


def test_a_line_wrapped_in_the_file_is_one_line_of_text() -> None:
    assert lines("Une phrase\ncoupée  \nen trois.") == [("paragraph", ["Une phrase coupée en trois."])]
    assert lines("- un point\n  coupé\n- deux") == [("list", ["un point coupé", "deux"])]


def test_lists_keep_their_kind() -> None:
    assert lines("Avant :\n- un\n- deux\n\nAprès.") == [
        ("paragraph", ["Avant :"]),
        ("list", ["un", "deux"]),
        ("paragraph", ["Après."]),
    ]
    assert lines("1. un\n2. deux") == [("numbered", ["un", "deux"])]


def test_two_lists_stay_two_lists() -> None:
    assert lines("- un\n\n1. deux") == [("list", ["un"]), ("numbered", ["deux"])]


def test_a_second_paragraph_of_an_item_stays_in_its_item() -> None:
    assert lines("- un\n\n  suite\n- deux") == [("list", ["un suite", "deux"])]


def test_headings_are_told_from_paragraphs() -> None:
    assert lines("## Titre\n\nTexte.") == [("heading", ["Titre"]), ("paragraph", ["Texte."])]


def test_strong_words_alone_are_a_heading_unless_they_are_a_sentence() -> None:
    assert lines("**Le calcul, pas à pas**\n\n1. un") == [("heading", ["Le calcul, pas à pas"]), ("numbered", ["un"])]
    assert lines("**Appelez le 15.**") == [("paragraph", ["Appelez le 15."])]
    assert lines("**Quand ?** En avril.") == [("paragraph", ["Quand ? En avril."])]


def test_strong_words_are_marked_and_the_others_are_not() -> None:
    (block,) = blocks("Avant **fort** et *penché*.")
    assert [(span.text, span.strong) for span in block.items[0] if span.text.strip()] == [
        ("Avant ", False),
        ("fort", True),
        (" et ", False),
        ("penché", False),
        (".", False),
    ]


def test_strong_words_may_run_over_a_line_and_stand_in_a_list() -> None:
    (block,) = blocks("- **deux\n  mots** ici")
    assert spans_text(tuple(span for span in block.items[0] if span.strong)) == "deux mots"
    assert spans_text(block.items[0]) == "deux mots ici"


def test_an_escaped_sign_is_shown() -> None:
    assert lines(r"2 \* 3") == [("paragraph", ["2 * 3"])]


def test_nothing_gives_nothing() -> None:
    assert blocks("  \n ") == ()


@pytest.mark.parametrize(
    "text",
    [
        "- un\n  - dedans",
        "- un\n  1. dedans",
        "[ameli](https://www.ameli.fr)",
        "<https://www.ameli.fr>",
        "![image](image.png)",
        "du `code`",
        "```\ncode\n```",
        "Avant.\n\n    code",
        "un <b>mot</b>",
        "<script>alert(1)</script>",
        "> citation",
        "---",
    ],
)
def test_what_a_channel_could_not_show_is_refused(text: str) -> None:
    with pytest.raises(MarkdownError):
        blocks(text)


@pytest.mark.parametrize("text", ["a < b > c", "Votre avis [facultatif]", "3 - 2 = 1", "de 9 h à 17 h - fermé"])
def test_ordinary_signs_are_only_text(text: str) -> None:
    assert lines(text) == [("paragraph", [text])]


def test_a_block_is_a_frozen_value() -> None:
    assert blocks("Un.") == blocks("Un.")
    assert isinstance(blocks("Un.")[0], Block)
