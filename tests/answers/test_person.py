"""What answers adapt to: facts about a person, merged, enumerated, and given to the texts."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.catalogue import ContentError
from bot.answers.figures import Recorder
from bot.answers.person import FARMING, NOBODY, VALUES, Person, people
from bot.answers.templates import depends_on, figures_named, fill

ON = date(2026, 11, 21)
TEXT = '{% if scheme == "self_employed" %}Indépendant.{% elif category == 2 %}Catégorie deux.{% else %}Tous.{% endif %}'


def filled(text: str, person: Person) -> str:
    return fill(text, ON, Recorder(), person=person)


def test_nothing_is_known_of_nobody() -> None:
    assert set(NOBODY.names().values()) == {None}


def test_what_is_known_first_wins_and_the_rest_completes_it() -> None:
    assert Person(category=2).over(Person(category=1, working=False)) == Person(category=2, working=False)


def test_no_is_not_unknown() -> None:
    assert Person(working=False).over(Person(working=True)) == Person(working=False)


@pytest.mark.parametrize("scheme", FARMING)
def test_farming_is_served_by_its_own_fund_wherever_one_lives(scheme: str) -> None:
    assert Person(scheme=scheme, fund="cramif").served_by == "msa"
    assert Person(scheme=scheme).names()["fund"] == "msa"


def test_everybody_begins_with_nobody_in_particular() -> None:
    everybody = list(people(frozenset({"category", "working"})))
    assert everybody[0] == NOBODY
    assert len(everybody) == len(set(everybody)) == len(VALUES["category"]) * len(VALUES["working"])


def test_nobody_is_in_farming_with_another_fund() -> None:
    everybody = list(people(frozenset({"scheme", "fund"})))
    assert all(person.served_by == "msa" for person in everybody if person.scheme in FARMING)


@pytest.mark.parametrize(
    ("person", "said"),
    [(Person(scheme="self_employed", category=2), "Indépendant."), (Person(category=2), "Catégorie deux."),
     (NOBODY, "Tous."), (Person(scheme="general_employee"), "Tous.")],
)  # fmt: skip
def test_a_text_adapts(person: Person, said: str) -> None:
    assert filled(TEXT, person) == said


def test_a_text_tells_what_it_adapts_to_and_which_figures_it_may_show() -> None:
    text = TEXT + "{% if account is false %}{{ pension_min_monthly }}{% endif %} {{ contacts.msa.name }}"
    assert depends_on(text, "Rien.") == {"scheme", "category", "account"}
    assert figures_named(text) == {"pension_min_monthly"}


def test_a_condition_on_what_does_not_exist_is_refused() -> None:
    with pytest.raises(ContentError):
        filled("{% if schema == 'x' %}a{% endif %}", NOBODY)
