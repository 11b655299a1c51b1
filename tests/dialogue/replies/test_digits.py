"""Numbers in words become digits."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.digits import words_to_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("mille deux cents", "1200"),
        ("quatre cent cinquante heures", "450 heures"),
        ("cinquante quatre ans", "54 ans"),
        ("quatre vingt dix", "90"),
        ("dix huit cents", "1800"),
        ("deux mille vingt-quatre", "2024"),
        ("21 mille", "21k"),
        ("2 mille 500", "2 500"),
        ("mile deux cent", "1200"),
        ("un millier", "1000"),
        ("9 cents", "900"),
        ("9 cent 50", "950"),
        ("zéro", "0"),
        ("6OO heures", "600 heures"),
        ("21 OOO", "21 000"),
        ("un an", "un an"),
        ("10/06/2024", "10/06/2024"),
    ],
)
def test_spelled_numbers_become_digits(text: str, digits: str) -> None:
    assert words_to_digits(text) == digits
