"""A message read piece by piece: which pieces are ranked, and what is kept of each."""

from __future__ import annotations

from bot.nlu.reading import MOST_CLAUSES, Reading, read
from bot.nlu.topic_model import Candidate
from tests.nlu.rankings import TOPICS, by_word, is_topic, ranking


def reading(text: str) -> Reading:
    return read(text, by_word([text])[0], by_word, is_topic)


def test_a_short_question_is_one_piece_and_costs_no_other_ranking() -> None:
    def nobody(texts: list[str]) -> list[list[Candidate]]:
        raise AssertionError(f"ranked again: {texts}")

    found = read("Quel montant ?", ranking(montant=0.9), nobody, is_topic)
    assert [piece.best for piece in found.clauses] == ["montant"]
    assert found.clauses[0].asks
    assert not found.halves


def test_each_clause_is_ranked_alone_and_behind_the_one_before() -> None:
    found = reading("Quel montant pour moi ? Et comment on fait ?")
    assert [piece.intent for piece in found.clauses] == ["montant", "bonjour"]
    assert not found.clauses[0].behind
    assert max(found.clauses[1].behind, key=found.clauses[1].behind.__getitem__) == "montant"


def test_only_topics_are_kept_and_the_surest_other_intent_is_known() -> None:
    found = read("vérifier tout ça", ranking(verifier=0.7, montant=0.2), by_word, is_topic)
    assert set(found.topics) == set(TOPICS)
    assert found.other == 0.7


def test_a_comma_parts_a_clause_in_two_halves() -> None:
    [(clause, left, right)] = reading("le montant en 2026, la demande en ligne").halves
    assert (clause, left.best, right.best) == (0, "montant", "demande")


def test_of_a_long_story_what_asks_is_read_first() -> None:
    told = "Je raconte encore un peu ma vie. " * 12
    found = reading(f"{told}Quel est le montant ? {told}")
    assert len(found.clauses) == MOST_CLAUSES
    assert "montant" in [piece.best for piece in found.clauses if piece.asks]


def test_a_message_without_words_is_still_read() -> None:
    assert [piece.text for piece in reading("???").clauses] == ["???"]
