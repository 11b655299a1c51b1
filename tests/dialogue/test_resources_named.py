"""« Et mes loyers ? »: which resources a question names, and what is said of each."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.catalogue import catalogue
from bot.answers.person import NOBODY, Person
from bot.answers.plain_text import block_text, plain_text
from bot.answers.render import render
from bot.dialogue.resources_named import asks_of_a_resource, for_named_resources, resource_words, resources_named
from bot.rules.resources import default_resources

ON = date(2026, 11, 21)
GENERAL = render(catalogue()["ressources_a_declarer"], ON, catalogue())


def said(text: str, person: Person = NOBODY) -> str:
    return plain_text(for_named_resources(GENERAL, text, person, ON))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("et mes loyers ?", ("rental_and_investment",)),
        ("l'ARE compte ?", ("unemployment_benefit",)),
        ("La rente de prévoyance, je la déclare ?", ("welfare_insurance_annuity",)),
        ("le salaire de mon mari compte ?", ("spouse_income",)),
        ("ma prime d'activité et mon 13e mois", ("rsa_housing_family", "bonuses")),
        ("je dois declaré la prime macron", ("profit_sharing",)),
        ("ma femme travaille, faut le dire ?", ("spouse_income",)),
        ("j'ai une petite rente d'accident du travail", ("work_accident_annuity",)),
        ("pension alimentaire et AAH", ("alimony_gifts_savings", "aah")),
        ("je n'ai pas de salaire, juste l'apl", ("rsa_housing_family",)),
        ("jtouche rien dautre, je declare koi", ()),
        ("quelles ressources déclarer ?", ()),
        ("j'ai hérité de ma mère, l'héritage compte ?", ("alimony_gifts_savings",)),
        ("indemnités de licenciement reçues en mars", ("severance_exempt",)),
        ("mes IJ maladie", ("sick_pay",)),
        ("ma pension suisse", ("other_invalidity_pension",)),
        ("ce que gagne ma femme", ("spouse_income",)),
    ],
)
def test_resources_are_found_by_their_usual_names(text: str, kinds: tuple[str, ...]) -> None:
    assert resources_named(text) == kinds


@pytest.mark.parametrize(
    ("text", "last", "asked", "about"),
    [
        ("et la rente de prévoyance ?", ["ressources_a_declarer"], ["prevoyance_mutuelle"], True),
        ("et la rente de prévoyance ?", ["cumul_salaire"], ["prevoyance_mutuelle"], False),
        ("et mes loyers ?", ["montant_calcul"], ["montant_calcul"], True),
        ("et le salaire de ma femme ?", ["ressources_a_declarer"], ["ressources_a_declarer", "cumul_salaire"], True),
        ("et mes loyers ?", ["asi"], ["asi"], True),
        ("et le chômage ?", ["montant_calcul"], ["cumul_chomage"], False),
        ("et mes loyers ?", ["rqth_cmi"], ["rqth_cmi"], False),
        ("et ma catégorie ?", ["ressources_a_declarer"], ["categories"], False),
        ("la prévoyance complète ma pension ?", ["ressources_a_declarer"], ["prevoyance_mutuelle"], False),
        ("je touche l'AAH, je dois la déclarer ?", [], ["aah_cumul"], True),
        ("comment déclarer mes loyers en ligne ?", [], ["declaration_comment"], False),
        ("je touche l'AAH, c'est cumulable ?", [], ["aah_cumul"], False),
    ],
)
def test_a_named_resource_may_be_what_is_asked(text: str, last: list[str], asked: list[str], about: bool) -> None:
    assert asks_of_a_resource(text, last, asked) == about


def test_texts_of_other_schemes_are_not_cited_to_an_employee() -> None:
    cited, also = (
        {source.title for source in for_named_resources(GENERAL, "mes primes comptent ?", person, ON).sources}
        for person in (NOBODY, Person(scheme="self_employed"))
    )
    assert cited < also


def test_every_resource_of_the_rule_can_be_named() -> None:
    assert set(resource_words().named) == set(default_resources())


def test_three_values_are_said_for_each_resource() -> None:
    text = said("et mes loyers ?")
    assert "Loyers, intérêts" in text
    assert "À déclarer pour la pension : non" in text
    assert "réduire la pension : non, d'après le texte" in text
    assert "(ASI) : à déclarer, et cela compte" in text


def test_the_fact_that_decides_is_named() -> None:
    assert "seulement si cela vient d'une activité exercée après l'attribution" in said("l'ARE compte ?")


def test_what_no_text_settles_is_to_check() -> None:
    assert "réduire la pension : à vérifier auprès de la caisse" in said("mon indemnité d'élu compte ?")


def test_the_self_employed_have_another_law() -> None:
    artisan = Person(scheme="self_employed")
    note = default_resources()["rental_and_investment"].note
    assert note in said("et mes loyers ?")
    assert note not in said("et mes loyers ?", artisan), "the note tells the rule of employees"
    text = said("l'ARE compte ?", artisan)
    assert "réduire la pension : à vérifier auprès de la caisse" in text


def test_the_general_answer_stays_in_the_details() -> None:
    message = for_named_resources(GENERAL, "et mes loyers ?", NOBODY, ON)
    assert block_text(GENERAL.blocks[0]) in [block_text(block) for block in message.details]
    assert message.result == {
        "resources": {"rental_and_investment": {"declare": "no", "counts_in_cumul": "no", "counts_for_asi": "yes"}}
    }


@pytest.mark.parametrize("text", ["quelles ressources déclarer ?", "mon salaire, je le déclare ?"])
def test_a_question_that_names_none_or_only_pay_gets_the_general_answer(text: str) -> None:
    assert for_named_resources(GENERAL, text, NOBODY, ON) is GENERAL
