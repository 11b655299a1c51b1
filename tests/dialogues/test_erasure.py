"""Erasing erases: facts, guide, and what was said."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model


def test_erasing_inside_a_guide_forgets_every_fact(talk: Talk) -> None:
    talk("vérifier ma situation", "salarié", "mars 2024")
    reply = talk("effacer mes données")
    assert reply.asks is None
    assert "effacées" in reply.text
    assert talk("vérifier ma situation").asks == "scheme"


def test_what_may_mean_something_else_is_asked_about_first(talk: Talk) -> None:
    talk("vérifier ma situation", "salarié")
    reply = talk("comment supprimer mes données à la CPAM ?")
    assert "effacées" not in reply.text
    assert reply.asks is not None  # the guide is still open, with what was told
    assert "effacées" in talk("effacer mes données").text
    assert talk("vérifier ma situation").asks == "scheme"


def test_starting_again_forgets_facts(talk: Talk) -> None:
    talk("vérifier ma situation", "salarié", "stop", "on recommence tout depuis le début")
    assert talk("vérifier ma situation").asks == "scheme"
