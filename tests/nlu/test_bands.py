"""Three bands: answer, offer two or three topics, say that it is outside; distress before them all."""

from __future__ import annotations

import pytest

from bot.nlu.bands import DISTRESS, OFFER, OUTSIDE, Bands
from bot.nlu.second_look import Asked
from bot.nlu.topic_model import Candidate

BANDS = Bands(clear=0.5, offer=0.15, distress=0.4)
TOPICS = {"montant", "declaration", "retraite"}


def decide(cue: bool = False, **confidences: float) -> str:
    """What is done with these confidences, given in any order."""
    ranking = [Candidate(topic, confidence) for topic, confidence in confidences.items()]
    ranking.sort(key=lambda candidate: -candidate.confidence)
    return BANDS.decide(ranking, TOPICS.__contains__, cue)


@pytest.mark.parametrize("confidence", [0.5, 0.51, 0.99])
def test_a_sure_topic_is_answered(confidence: float) -> None:
    assert decide(montant=confidence, declaration=1 - confidence - 0.005) == "montant"


def test_just_below_the_threshold_topics_are_offered() -> None:
    assert decide(montant=0.49, declaration=0.31, retraite=0.2) == OFFER


def test_several_unsure_topics_that_weigh_most_together_are_offered() -> None:
    assert decide(montant=0.2, declaration=0.18, retraite=0.15, hors_sujet=0.47) == OFFER


def test_topics_too_unsure_to_be_offered_are_outside() -> None:
    many = {f"neighbour_{number}": 0.05 for number in range(10)}
    assert decide(montant=0.14, declaration=0.13, retraite=0.13, **many) == OUTSIDE


def test_a_neighbour_that_stands_out_answers_for_itself() -> None:
    assert decide(rsa=0.45, hors_sujet=0.25, montant=0.3) == "rsa"


def test_a_topic_that_leads_alone_among_non_topics_is_not_offered() -> None:
    assert decide(montant=0.34, rsa=0.33, hors_sujet=0.33) == OUTSIDE


def test_small_talk_is_answered_as_a_topic_is() -> None:
    assert decide(salutation=0.9, montant=0.1) == "salutation"


@pytest.mark.parametrize(("confidence", "expected"), [(0.4, DISTRESS), (0.39, "montant")])
def test_distress_wins_from_its_own_threshold(confidence: float, expected: str) -> None:
    assert decide(montant=0.6, detresse=confidence) == expected


def test_a_cue_of_distress_wins_over_the_surest_topic() -> None:
    assert decide(cue=True, montant=0.99, detresse=0.01) == DISTRESS


def test_a_model_that_never_learned_distress_still_decides() -> None:
    assert decide(montant=0.7, declaration=0.3) == "montant"


def several(*asked: tuple[str, float, int]) -> tuple[str, ...]:
    """The topics answered, from (topic, probability, clause) in any order."""
    most_probable = sorted(asked, key=lambda one: -one[1])
    return Bands(beside=0.3, first=0.9).several([Asked(t, p, (clause, 0)) for t, p, clause in most_probable])


def test_one_likely_topic_is_one_question() -> None:
    assert several(("montant", 0.98, 0), ("declaration", 0.29, 1)) == ()


def test_topics_surely_asked_come_in_the_order_of_the_message() -> None:
    assert several(("montant", 0.97, 1), ("declaration", 0.93, 0)) == ("declaration", "montant")


def test_what_is_perhaps_asked_comes_after_what_surely_is() -> None:
    assert several(("montant", 0.95, 2), ("declaration", 0.4, 0)) == ("montant", "declaration")


def test_at_most_three_topics_are_answered() -> None:
    assert len(several(("a", 0.9, 0), ("b", 0.9, 1), ("c", 0.9, 2), ("d", 0.9, 3))) == 3


def test_when_nothing_is_sure_enough_to_be_answered_nothing_is() -> None:
    assert several(("montant", 0.45, 0), ("declaration", 0.4, 1)) == ()
