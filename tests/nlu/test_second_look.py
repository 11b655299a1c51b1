"""What the weighing of clues makes of readings given by hand."""

from __future__ import annotations

import math

import pytest

from bot.nlu.labelled import Labelled
from bot.nlu.reading import read
from bot.nlu.second_look import CLUES, Asked, SecondLook, candidates, clues
from tests.nlu.rankings import by_word, is_topic, ranking


def judged(look: SecondLook, text: str, **whole: float) -> list[Asked]:
    first = ranking(**whole) if whole else by_word([text])[0]
    return look.judge(read(text, first, by_word, is_topic))


def test_probabilities_best_first(look: SecondLook) -> None:
    found = judged(look, "Quel est mon montant ?")
    assert found[0].topic == "montant"
    assert found[0].probability > 0.5 > found[1].probability
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)


def test_two_questions_are_both_likelier_than_what_is_not_asked(look: SecondLook) -> None:
    found = judged(look, "La retraite, c'est quand ? Et quelle demande faire ?")
    assert {one.topic for one in found[:2]} == {"retraite", "demande"}
    assert found[1].probability > 2 * found[2].probability


def test_places_follow_the_message(look: SecondLook) -> None:
    places = {one.topic: one.place for one in judged(look, "Quelle demande faire ? Et quel montant avoir ?")}
    assert places["demande"] < places["montant"]
    halves = {one.topic: one.place for one in judged(look, "le montant en 2026, la demande en ligne")}
    assert halves["montant"] < halves["demande"]


def test_a_surer_message_makes_its_topic_likelier(look: SecondLook) -> None:
    by_confidence = [judged(look, "voilà mon cas", montant=value)[0].probability for value in (0.3, 0.6, 0.9)]
    assert by_confidence == sorted(by_confidence)


def test_the_weights_of_the_clues_explain_the_probability(look: SecondLook) -> None:
    odds = [(math.log(one.probability / (1 - one.probability)), one) for one in judged(look, "Quel montant ?")]
    biases = [odd - sum(one.clues.values()) for odd, one in odds]
    assert all(set(one.clues) == set(CLUES) for _, one in odds)
    assert biases == pytest.approx([biases[0]] * len(biases))


def test_clues_are_finite_whatever_is_written() -> None:
    for text in ("???", "montant", "montant, demande, retraite, montant, demande et retraite", "montant. " * 40):
        found = read(text, by_word([text])[0], by_word, is_topic)
        among = candidates(found)
        for topic in among:
            assert all(abs(clue) < 50 for clue in clues(found, topic, among))


def test_what_would_also_do_is_neither_right_nor_wrong() -> None:
    text, other = "Quel montant ? Et la demande ?", "Bonjour à vous tous"
    readings = [read(t, by_word([t])[0], by_word, is_topic) for t in (text, other)]
    strict, open_minded = SecondLook(), SecondLook()
    nothing = Labelled(other, (), frozenset())
    strict.train(readings, [Labelled(text, ("montant",), frozenset({"montant"})), nothing])
    open_minded.train(readings, [Labelled(text, ("montant",), frozenset({"montant", "demande"})), nothing])
    of = {id(look): {one.topic: one.probability for one in look.judge(readings[0])} for look in (strict, open_minded)}
    assert of[id(open_minded)]["demande"] > of[id(strict)]["demande"]
