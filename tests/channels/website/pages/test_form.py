"""What the form sent."""

from __future__ import annotations

import pytest

from bot.channels.website.pages.form import Sent, sent


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ({"text": ["Bonjour"], "after": ["4"]}, Sent(text="Bonjour", after=4)),
        ({"choice": ["abc"], "text": ["commencé"], "after": ["4"]}, Sent(choice="abc", draft="commencé", after=4)),
        ({"choice": ["abc"]}, Sent(choice="abc")),
        ({"text": ["plus simple", "commencé"]}, Sent(text="plus simple", draft="commencé")),
        ({"text": ["plus simple"]}, Sent(text="plus simple")),
        ({"after": ["-1"]}, Sent()),
        ({"after": ["²"], "text": []}, Sent()),
        ({"after": ["9" * 5000]}, Sent()),
        ({}, Sent()),
    ],
)
def test_a_button_goes_before_words_which_are_not_lost(fields: dict[str, list[str]], meant: Sent) -> None:
    assert sent(fields) == meant
