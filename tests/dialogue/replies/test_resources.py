"""The resources that people name beside the pension."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.reading import Value
from bot.dialogue.replies.resources import read_resources
from tests.dialogue.replies.outcome import outcome

NAMED = {
    "salaire": "salary",
    "un salair": "salary",
    "du chomaje": "unemployment_benefit",
    "des indemnités journalières": "sick_pay",
    "indemnitées journalières": "sick_pay",
    "IJ": "sick_pay",
    "AAH": "aah",
    "la retrate": "retirement_pension",
    "pension alimentaire": "alimony_gifts_savings",
    "une rente AT": "work_accident_annuity",
    "la prévoyance de ma mutuelle": "welfare_insurance_annuity",
    "le salaire de mon mari": "spouse_income",
    "RSA et APL, un peu d'intérim": "rsa_housing_family|salary",
    "mes loyers et un peu de chômage": "rental_and_investment|unemployment_benefit",
    "ma pension et des loyers": "rental_and_investment",
    "non, juste mes loyers": "rental_and_investment",
    "pas de salaire mais des loyers": "rental_and_investment",
    "plus de chômage mais des loyers": "rental_and_investment",
    "des loyers, en plus du chômage": "rental_and_investment|unemployment_benefit",
    "j'avais des loyers avant, maintenant juste du chômage": "unemployment_benefit",
    "avant je touchais le RSA et maintenant j'ai des loyers": "rental_and_investment",
    "le chômage, c'est fini, mais j'ai des loyers": "rental_and_investment",
    "j'ai touché une prime": "bonuses",
}
NOTHING = (
    "aucune", "rien", "non", "ben non", "non rien d'autre", "j'ai rien d'autre", "aucun autre revenu",
    "pas d'autres revenus", "je n'ai pas d'autre ressource", "pas de ressources", "je touche rien", "ma pension",
    "j'ai que ma pension", "juste ma pension d'invalidité", "ma pension c'est tout", "rien à part ma pension",
    "je n'ai rien d'autre que ma pension", "je vis juste de ma pension",
    "j'avais le chômage mais ça s'est terminé… je n'ai plus aucun autre revenu que ma pension", "plus rien",
    "j'ai plus que ma pension", "plus aucun revenu", "aucun autre revenu que ma pension",
)  # fmt: skip
UNREADABLE = (
    "oui",
    "pas de salaire",
    "plus de chômage",
    "j'avais le chômage",
    "le chômage c'est fini",
    "450",
    "je sais pas",
    "ça dépend",
    "des trucs",
)


@pytest.mark.parametrize(("text", "kinds"), NAMED.items())
def test_resources_are_named_in_order(text: str, kinds: str) -> None:
    assert outcome(read_resources(text)) == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_beside_the_pension_is_an_answer(text: str) -> None:
    assert read_resources(text) == Value("none", "aucune autre ressource")


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_names_no_resource_is_not_read(text: str) -> None:
    assert outcome(read_resources(text)) == "!unreadable"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("IJ et chômage", "indemnités journalières et chômage"),
        ("RSA et salaire", "RSA, prime d'activité, aides au logement, prestations familiales ; salaire"),
    ],
)
def test_resources_are_said_back_by_their_labels(text: str, said: str) -> None:
    reading = read_resources(text)
    assert isinstance(reading, Value)
    assert reading.said == said
