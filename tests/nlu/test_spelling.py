"""Shorthand, glued pronouns, one wrong letter: brought back to the words of the examples, and nothing else."""

from __future__ import annotations

import pytest

from bot.nlu.spelling import SHORTHAND, Speller

WORDS = "declaration ressources pension invalidite touche categorie maison raison montant"
SPELLER = Speller([WORDS] * 8)


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("c koi la cat2", "c est quoi la categorie 2"),
        ("DÉCLARATOIN de resources", "declaration de ressources"),
        ("dtouche", "d touche"),
        ("ma penssion", "ma pension"),
        ("pensoin", "pension"),
        ("invalidité", "invalidite"),
        ("aison", "aison"),
        ("haison", "haison"),
        ("75012", "75012"),
        ("", ""),
    ],
)
def test_spelling(typed: str, spelt: str) -> None:
    assert SPELLER.spell(typed) == spelt


def test_a_word_that_may_be_two_words_is_left_alone() -> None:
    assert Speller(["rasson raison"] * 8).spell("rahson") == "rahson"


def test_rare_words_are_no_words_of_the_domain() -> None:
    assert Speller(["pension"] * 7).spell("penssion") == "penssion"


def test_shorthand_is_written_once_and_not_again_written_out() -> None:
    assert not set(SHORTHAND) & {word for words in SHORTHAND.values() for word in words.split()} - {"c"}
