"""Messages that only make sense after the question before them, and those that need nothing."""

from __future__ import annotations

import pytest

from bot.nlu.follow_up import (
    category_named,
    in_context,
    leans_on_the_last_question,
    may_need_the_last_question,
    only_changes_one_thing,
    person_named,
)
from bot.nlu.topic_model import Candidate

UNSURE = [Candidate("montant", 0.4), Candidate("demande", 0.35), Candidate("retraite", 0.25)]
SURE = [Candidate("montant", 0.95), Candidate("demande", 0.03), Candidate("retraite", 0.02)]


@pytest.mark.parametrize(
    "text",
    ["et pour la catégorie 2 ?", "Même à mi-temps ?", "ok et si jtravail", "c'est combien ?", "où ça ?",
     "j'ai combien de temps", "et c koi les papier", "mais si j'oublie", "ça se demande comment ?"],
)  # fmt: skip
def test_elliptic_messages(text: str) -> None:
    assert leans_on_the_last_question(text, UNSURE)


@pytest.mark.parametrize(
    "text",
    ["Quel est le montant maximum de la pension en catégorie 2 ?", "comment demander une pension d'invalidité",
     "Et " + "voilà toute mon histoire " * 5],
)  # fmt: skip
def test_messages_that_stand_alone(text: str) -> None:
    assert not leans_on_the_last_question(text, SURE)


@pytest.mark.parametrize("text", ["en fait c'était en 2019", "en réalité je suis salarié"])
def test_a_correction_is_not_a_follow_up(text: str) -> None:
    assert not leans_on_the_last_question(text, SURE)


def test_a_few_unclear_words_may_need_the_question_before() -> None:
    assert may_need_the_last_question("par la poste c'est possible ?", UNSURE)
    assert not may_need_the_last_question("par la poste c'est possible ?", SURE)
    assert not may_need_the_last_question("est-ce que je peux l'envoyer par la poste", UNSURE)


def test_a_bare_question_that_is_clear_needs_no_context() -> None:
    assert not leans_on_the_last_question("combien je touche", SURE)


@pytest.mark.parametrize(
    ("text", "category"),
    [("et pour la catégorie 2 ?", 2), ("et en cat3", 3), ("même en 1ère catégorie ?", 1), ("et en seconde cat", 2)],
)  # fmt: skip
def test_another_category_changes_nothing_else(text: str, category: int) -> None:
    assert only_changes_one_thing(text)
    assert category_named(text) == category


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("et pour ma femme ?", "votre femme"),
        ("et moi", None),
        ("et si c'est mon père", "votre père"),
        ("et pour sa mère ?", "sa mère"),
    ],
)
def test_another_person_changes_nothing_else(text: str, person: str | None) -> None:
    assert only_changes_one_thing(text)
    assert category_named(text) is None
    assert person_named(text) == person


@pytest.mark.parametrize("text", ["et si je travaille en catégorie 2 ?", "et la retraite ?", "et si j'oublie"])
def test_a_new_subject_is_more_than_another_category(text: str) -> None:
    assert not only_changes_one_thing(text)


def test_a_topic_must_be_plausible_alone_and_behind_the_last_question() -> None:
    behind = [Candidate("demande", 0.6), Candidate("retraite", 0.38), Candidate("montant", 0.02)]
    ranking = in_context(UNSURE, behind, is_topic=lambda _: True)
    assert ranking[0].topic == "demande"
    assert sum(candidate.confidence for candidate in ranking) == pytest.approx(1)
    assert {c.topic for c in in_context(UNSURE, behind, lambda topic: topic != "demande")} == {"montant", "retraite"}
