"""What follows from facts already told."""

from __future__ import annotations

import pytest

from bot.dialogue.derived import twins, with_derived
from bot.dialogue.goals import situation_from
from tests.dialogue.speech import ON


@pytest.mark.parametrize(
    ("told", "name", "follows"),
    [
        ({"birth_date": "1972-11-20"}, "age_years", "54"),
        ({"birth_date": "1972-11-21"}, "age_years", "53"),
        ({"birth_date": "1972"}, "age_years", "53/54"),
        ({"age_years": "54"}, "birth_date", "1971-11-21/1972-11-20"),
        ({"stop_date": "2022-03"}, "last_year", "2021"),
        ({"gross_pay_reference_period": "12000"}, "salaried_activity", "yes"),
        ({"resource_kind": "salary|rental_and_investment"}, "salaried_activity", "yes"),
        ({"resource_kind": "self_employed_income"}, "self_employed_activity", "yes"),
        ({"resource_kind": "self_employed_income"}, "salaried_activity", "no"),
        ({"resource_kind": "none"}, "salaried_activity", "no"),
    ],
)
def test_a_fact_says_another(told: dict[str, str], name: str, follows: str) -> None:
    assert with_derived(told, ON)[name] == follows


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"birth_date": "unknown"}, "age_years"),
        ({"birth_date": "../1970-01-01"}, "age_years"),
        ({"stop_date": "2021-12-01/2022-02-01"}, "last_year"),
        ({"gross_pay_reference_period": "0"}, "salaried_activity"),
        ({"gross_pay_reference_period": "unknown"}, "salaried_activity"),
        ({"resource_kind": "unemployment_benefit"}, "salaried_activity"),
        ({"resource_kind": "unknown"}, "salaried_activity"),
    ],
)
def test_what_does_not_follow_is_left_open(told: dict[str, str], name: str) -> None:
    assert name not in with_derived(told, ON)


def test_what_was_told_itself_holds() -> None:
    assert with_derived({"stop_date": "2022-03", "last_year": "2020"}, ON)["last_year"] == "2020"


def test_an_age_and_a_birth_are_the_same_fact() -> None:
    assert twins("birth_date") == ("age_years",)
    assert twins("scheme") == ()


def test_the_rules_can_read_all_that_follows() -> None:
    situation = situation_from({"age_years": "50/55", "stop_date": "2022-03", "gross_pay_reference_period": "100"}, ON)
    assert situation.birth_date is not None
    assert situation.last_year == 2021
