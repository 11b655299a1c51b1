"""Whole messages that name a place or none: what the gazetteer finds, and what spaCy adds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.evaluate_places import MESSAGES, by_both, by_gazetteer, rows_of, several


@pytest.mark.parametrize(
    ("find", "found_at_least"), [(by_gazetteer, 0.93), (by_both, 0.95)], ids=["gazetteer", "with spaCy"]
)
def test_the_commune_of_a_message_is_found_and_none_is_made_up(
    find: Callable[[str], set[str]], found_at_least: float
) -> None:
    rows = [(row["text"], set(several(row["expected_insee"]))) for row in rows_of(MESSAGES)]
    naming = [(text, expected) for text, expected in rows if expected]
    missed = [text for text, expected in naming if not find(text) & expected]
    made_up = [text for text, expected in rows if not expected and find(text)]
    wrong = [text for text, expected in naming if find(text) - expected and not find(text) & expected]
    assert len(missed) <= (1 - found_at_least) * len(naming), missed
    assert len(made_up) + len(wrong) <= 0.015 * len(rows), made_up + wrong
