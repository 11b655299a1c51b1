"""Which topics of a message are answered, with rankings given by hand: the weighing, not the model."""

from __future__ import annotations

from bot.nlu.several import several
from bot.nlu.topic_model import Candidate

KNOWN = {"montant", "demande", "retraite", "bonjour", "verifier"}


def ranking(**confidences: float) -> list[Candidate]:
    rest = (1 - sum(confidences.values())) / len(KNOWN)
    everything = {**dict.fromkeys(KNOWN, rest), **confidences}
    return sorted((Candidate(name, value) for name, value in everything.items()), key=lambda c: -c.confidence)


def is_topic(name: str) -> bool:
    return name in {"montant", "demande", "retraite"}


def by_word(text: str) -> list[Candidate]:
    for word in ("montant", "demande", "retraite"):
        if word in text:
            return ranking(**{word: 0.95})
    return ranking(verifier=0.9) if "vérifier" in text else ranking(bonjour=0.9)


def asked(text: str, **whole: float) -> tuple[str, ...]:
    return several(text, ranking(**whole), by_word, is_topic).topics


def test_two_questions_are_answered_in_their_order() -> None:
    assert asked("Quel montant ? Et comment faire la demande ?", demande=0.5, montant=0.4) == ("montant", "demande")


def test_the_same_topic_twice_is_one_question() -> None:
    assert asked("Quel montant ? Et c'est quoi le montant ?", montant=0.9) == ()


def test_a_clause_that_the_whole_message_does_not_support_is_not_answered() -> None:
    assert asked("Quel montant ? Je parle trop de la retraite.", montant=0.97) == ()


def test_what_the_whole_message_says_comes_first_when_no_clause_says_it_alone() -> None:
    assert asked("Dites. Quel montant ? Et la demande ?", retraite=0.6, montant=0.2, demande=0.2)[0] == "retraite"


def test_a_comma_parts_two_sure_topics_that_open_no_question() -> None:
    assert asked("le montant en 2026, la demande en ligne", montant=0.5, demande=0.45) == ("montant", "demande")


def test_three_at_most() -> None:
    text = "Quel montant ? Quelle demande ? Quelle retraite ?"
    assert len(asked(text, montant=0.3, demande=0.3, retraite=0.3)) == 3


def test_a_question_beside_a_guide_to_open_is_found() -> None:
    found = several("je veux vérifier tout ça, et c'est quoi le montant ?", ranking(verifier=0.6), by_word, is_topic)
    assert found.beside("verifier") == ("montant",)
    assert found.beside("bonjour") == ()
