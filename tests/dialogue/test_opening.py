"""How a guide starts: with what is already known, and with what the sentence says."""

from __future__ import annotations

import pytest

from bot.dialogue.opening import introduction, opened, with_place
from bot.dialogue.turn import Conversation
from tests.dialogue.speech import ON, labels_of, talk, words_of

NEAREST = Conversation("nearest_france_services", {})


def test_facts_told_earlier_hold_in_the_next_guide() -> None:
    before = talk("salarié", "juin 2024")
    again = opened("eligibility", before)
    assert again.facts == before.facts
    assert again.history == before.history
    assert again.asked is None


def test_a_place_is_asked_anew() -> None:
    before = Conversation("nearest_france_services", {"place": "23096"}, said={"place": "Guéret"}, history=("place",))
    again = opened("nearest_france_services", before)
    assert (again.facts, again.said, again.history) == ({}, {}, ())


def test_a_place_in_the_sentence_is_read() -> None:
    state, which = with_place(NEAREST, "23000 Guéret", ON)
    assert state.facts["place"] == "23096"
    assert which is None


def test_homonyms_are_asked_back() -> None:
    state, which = with_place(NEAREST, "Saint-Denis", ON)
    assert "place" not in state.facts
    assert which is not None
    assert len(labels_of(which)) > 1


def test_words_that_are_no_place_leave_the_state_as_it_was() -> None:
    assert with_place(NEAREST, "zzzzzz", ON) == (NEAREST, None)


def test_the_introduction_says_how_to_stop() -> None:
    first = introduction(Conversation("eligibility", {}))
    assert first is not None
    assert "stop" in words_of(first)


def test_what_is_already_known_is_said_at_the_opening() -> None:
    first = introduction(opened("amount", talk("salarié", "non", "juin 2024")))
    assert first is not None
    assert "le début de votre arrêt : juin 2024" in words_of(first)


def test_a_guide_under_way_waits_for_the_one_that_interrupts_it() -> None:
    under_way = talk("salarié")
    assert under_way.asked
    assert opened("amount", under_way).paused == ("eligibility",)
    assert opened("eligibility", opened("amount", under_way)).paused == ()


def test_a_finished_guide_does_not_wait() -> None:
    assert opened("amount", talk("fonctionnaire")).paused == ()


def test_an_unknown_guide_is_refused() -> None:
    with pytest.raises(KeyError):
        opened("unknown", NEAREST)
