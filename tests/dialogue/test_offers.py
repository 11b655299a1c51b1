"""Topics offered when the question is not sure."""

from __future__ import annotations

from bot.dialogue.offers import MOST_OFFERED, NONE_OF_THESE, offer
from tests.dialogue.speech import labels_of

RANKING = ["categories", "salutation", "montant_calcul", "hors_sujet", "asi", "suspension"]


def test_the_best_topics_are_offered_and_a_way_out() -> None:
    message = offer(RANKING)
    assert [choice.payload for choice in message.choices] == ["/categories", "/montant_calcul", "/asi", "/hors_sujet"]
    assert len(message.choices) == MOST_OFFERED + 1
    assert all(labels_of(message))


def test_with_no_topic_in_sight_only_the_way_out_is_left() -> None:
    assert offer(["salutation"]).choices == (NONE_OF_THESE,)
