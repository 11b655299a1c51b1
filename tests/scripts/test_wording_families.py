"""Examples written nearly alike are judged together, so that none is learnt while another is judged."""

from __future__ import annotations

from scripts.evaluation.judged import wording_families

TEXTS = (
    "comment faire ma déclaration de ressources",
    "comment faire la déclaration de ressources",
    "le montant maximum en catégorie 2",
    "comment faire ma déclaration de ressources ?",
)


def test_nearly_the_same_words_are_one_family() -> None:
    families = wording_families(TEXTS, ["a", "a", "a", "a"])
    assert families[0] == families[1] == families[3]
    assert families[2] != families[0]


def test_families_stay_within_an_intent() -> None:
    families = wording_families(TEXTS, ["a", "a", "b", "b"])
    assert families[0] == families[1]
    assert families[3] not in (families[0], families[2])
