"""Facts from outside: read into a situation, or refused in French with the field to look at again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.rules import RULES, UNKNOWN, BadSituation, ParameterUnavailable, evaluate, read_situation
from bot.rules.situation import FIELDS

ON = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("facts", "field", "says"),
    [
        ({"hours": 3}, "hours", "ce champ n'existe pas"),
        ({"stop_dat": "2024"}, "stop_dat", "Vouliez-vous dire « stop_date » ?"),
        ({"scheme": "x"}, "scheme", "attendu : « general_employee »"),
        ({"stop_date": "2024-02-30"}, "stop_date", "attendu : une date"),
        ({"stop_date": "2025/2024"}, "stop_date", "la fin de l'intervalle vient avant son début"),
        ({"average_annual_pay": -1}, "average_annual_pay", "n'est jamais négative"),
        ({"average_annual_pay": "1e30"}, "average_annual_pay", "trop grande"),
        ({"average_annual_pay": "nan"}, "average_annual_pay", "attendu : un nombre positif"),
        ({"hours_last_12_months": 8785}, "hours_last_12_months", "une année n'a pas autant d'heures"),
        ({"birth_date": "1990", "stop_date": "1989"}, "stop_date", "ne peut pas précéder la naissance"),
        ({"birth_date": "1850"}, "birth_date", "personne n'a cet âge"),
        ({"stop_date": "2024-05", "affiliation_date": "2024-06"}, "stop_date", "ne peut pas précéder l'affiliation"),
        ({"stop_date": "2027"}, "stop_date", "dans l'avenir"),
        ({"category": 1, "pension_type": "pitd"}, "pension_type", "n'est pas la pension de cette catégorie"),
        ({"yearly_gross_pay": 12}, "yearly_gross_pay", "attendu : un objet dont chaque année"),
        ({"yearly_gross_pay": {"2027": 1}}, "yearly_gross_pay", "2027 n'est pas encore là"),
        ({"resource_kind": "lottery"}, "resource_kind", "attendu : « salary »"),
        ({"declarations_already_made": 1.5}, "declarations_already_made", "nombre entier"),
    ],
)
def test_what_cannot_be_is_refused_with_the_field_and_in_french(facts: dict[str, Any], field: str, says: str) -> None:
    with pytest.raises(BadSituation) as refused:
        read_situation(facts, ON)
    assert refused.value.field == field
    assert str(refused.value).startswith(f"Champ « {field} » : ")
    assert says in str(refused.value)


def test_what_programs_write_is_read() -> None:
    read = read_situation(
        {"declarations_already_made": 4.0, "effect_year": "2026", "receives_asi": True, "category": "2",
         "average_annual_pay": 24000.5, "check_date": "2026-01-02"}, ON,
    )  # fmt: skip
    assert (read.declarations_already_made, read.effect_year, read.receives_asi, read.category) == (4, 2026, "yes", 2)
    assert read.average_annual_pay.low == Decimal("24000.5")  # type: ignore[union-attr]
    assert read.check_date == date(2026, 1, 2)


def test_the_pay_of_each_year_may_be_written_in_json() -> None:
    read = read_situation({"yearly_gross_pay": '{"2019": "21000", "2020": "19000/21000", "2021": null}'}, ON)
    assert read == read_situation({"yearly_gross_pay": {2019: 21000, 2020: "19000/21000", 2021: None}}, ON)


@pytest.mark.parametrize("text", ["", "x", "12", "[1]", '{"2019": ', '{"x": 1}', '{"2019": -1}', "[" * 100_000])
def test_any_other_json_is_refused(text: str) -> None:
    with pytest.raises(BadSituation):
        read_situation({"yearly_gross_pay": text}, ON)


@pytest.mark.parametrize("rule", RULES)
def test_every_field_may_be_unknown_and_nothing_is_then_guessed(rule: str) -> None:
    facts = {name: UNKNOWN for name in FIELDS if name != "scheme"}
    for scheme in ("general_employee", "self_employed", "agri_self_employed"):
        finding = evaluate(rule, read_situation({**facts, "scheme": scheme}, ON), ON)
        assert finding.verdict in {"to_check", "redirect"}
        assert finding.missing == ()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(FIELDS), st.one_of(st.text(max_size=12), st.integers(), st.floats(), st.none())))
def test_whatever_is_written_is_read_or_refused_with_its_field(facts: dict[str, Any]) -> None:
    try:
        situation = read_situation(facts, ON)
    except BadSituation as refused:
        assert refused.field in FIELDS
        return
    for rule in RULES:
        try:
            evaluate(rule, situation, ON)
        except ParameterUnavailable as refused:
            assert "connu" in str(refused)
