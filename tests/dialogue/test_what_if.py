"""A result with one fact changed in thought."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.turn import Conversation
from bot.dialogue.what_if import what_if
from tests.dialogue.speech import ON, words_of

AMOUNT = Conversation(
    "amount",
    {"scheme": "general_employee", "category": "1", "average_annual_pay": "24000"},
    said={"average_annual_pay": "24 000 € sur douze mois"},
    history=("scheme", "category", "average_annual_pay"),
)
CUMUL = Conversation(
    "cumul",
    {
        "scheme": "general_employee", "category": "1", "average_annual_pay": "24000", "last_year_pay": "20000",
        "monthly_pension": "600", "gross_pay_reference_period": "12000", "replacement_income_reference_period": "0",
        "self_employed_income_last_civil_year": "0",
    },
    history=("scheme",),
)  # fmt: skip
ASI = Conversation(
    "asi", {"household": "single", "residence_in_france": "yes", "age_years": "50", "monthly_resources": "900"}
)


@pytest.mark.parametrize(
    ("before", "text", "name", "value"),
    [
        (AMOUNT, "et en catégorie 2 ?", "total_monthly", 1000),
        (AMOUNT, "et si j'étais en cat 2", "total_monthly", 1000),
        (AMOUNT, "Et avec un salaire annuel moyen de 30 000 € ?", "total_monthly", 750),
        (CUMUL, "Et si je gagnais 200 € de plus par mois ?", "counted_total", 21_600),
        (CUMUL, "et si je gagne 500 euros de moins par mois", "counted_total", 13_200),
        (CUMUL, "et si je gagnais 1200 de plus par an", "counted_total", 20_400),
        (CUMUL, "si je gagne 1 500 € brut par mois ?", "counted_total", 25_200),
        (CUMUL, "et si ma pension était de 800 € ?", "counted_total", 21_600),
        (ASI, "Et si mes ressources étaient de 700 € par mois ?", "asi_monthly", 222.17),
    ],
)
def test_the_result_is_that_of_the_changed_fact(before: Conversation, text: str, name: str, value: float) -> None:
    message = what_if(before, text, ON)
    assert message is not None
    assert message.result is not None
    assert message.result[name] == pytest.approx(value)
    assert "supposition" in words_of(message)


@pytest.mark.parametrize(
    "text",
    [
        "et en catégorie 1 ?",  # the one that the person has
        "merci",
        "et si je déménage à l'étranger ?",
        "quel est le plafond ?",
        "ma pension est de 800 €",
    ],
)
def test_what_supposes_no_fact_of_the_guide_is_left_alone(text: str) -> None:
    assert what_if(AMOUNT, text, ON) is None


def test_a_sum_that_is_not_known_cannot_grow() -> None:
    unknown = replace(CUMUL, facts={**CUMUL.facts, "gross_pay_reference_period": "unknown"})
    assert what_if(unknown, "et si je gagnais 200 € de plus ?", ON) is None


def test_a_search_of_places_supposes_nothing() -> None:
    assert what_if(Conversation("nearest_france_services", {"place": "23096"}), "et en catégorie 2 ?", ON) is None
