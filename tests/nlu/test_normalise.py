"""One spelling for features and look-ups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.normalise import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("J'ai 54 ans", "j ai 54 ans"),
        ("J’ai 54 ans", "j ai 54 ans"),
        ("INVALIDITÉ", "invalidite"),
        ("Ma sœur, l'ægide", "ma soeur l aegide"),
        ("  pension :  catégorie-2 ?! ", "pension categorie 2"),
        ("1 200 € à 50%", "1 200 € a 50%"),
        ("cafe\u0301", "cafe"),
        ("naïve Noël garçon", "naive noel garcon"),
        ("👍 ?!", ""),
        ("", ""),
    ],
)
def test_accents_case_and_punctuation_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text())
def test_words_are_separated_by_single_spaces(text: str) -> None:
    folded = fold(text)
    assert folded.split(" ") == folded.split() or folded == ""
    assert folded == folded.lower()
