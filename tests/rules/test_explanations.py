"""« D'où vient ce chiffre ? »: formula, texts, and operands with the day each figure took effect."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.rules import Explanation, Situation, evaluate, explain

ON = date(2026, 11, 21)


def explained(rule: str, name: str, **facts: Any) -> Explanation:
    situation = Situation.parse_obj(facts)
    return explain(evaluate(rule, situation, ON), situation, name)


def figures(explanation: Explanation) -> list[tuple[str, Any, str]]:
    found = [operand for operand in explanation.operands if operand.reading is not None]
    return [
        (operand.name, operand.value, operand.reading.dated.since.isoformat()) for operand in found if operand.reading
    ]


def test_each_pay_threshold_names_its_own_smic() -> None:
    facts = {"scheme": "general_employee", "stop_date": "2024-06-10"}
    low = explained("eligibility", "pay_threshold_low", **facts)
    high = explained("eligibility", "pay_threshold_high", **facts)
    assert low.value == Decimal("22878.10")
    assert figures(low) == [
        ("eligibility_smic_multiple", 2030, "2015-02-01"),
        ("smic_hourly_gross", 11.27, "2023-01-01"),
    ]
    assert figures(high)[-1] == ("smic_hourly_gross", 11.65, "2024-01-01")
    assert "css_r313_5" in low.law.sources


def test_a_pension_is_its_rate_of_the_average_pay_between_two_bounds() -> None:
    facts = {"scheme": "general_employee", "category": 1, "average_annual_pay": 24000, "payment_date": "2026-11-05"}
    base = explained("amount", "base_monthly", **facts)
    assert base.value == Decimal("600.00")
    assert [operand.name for operand in base.operands] == [
        "category", "rate_cat1", "average_annual_pay", "pension_min_monthly", "pass_annual",
    ]  # fmt: skip
    assert figures(base)[-1] == ("pass_annual", 48060, "2026-01-01")


def test_an_average_pay_names_the_ceiling_of_each_of_its_years() -> None:
    pays = {"2020": 60000, "2022": 24000}
    facts = {"scheme": "general_employee", "category": 1, "yearly_gross_pay": pays}
    average = explained("amount", "average_annual_pay", **facts)
    ceilings = [one for one in figures(average) if one[0] == "pass_annual"]
    assert ("pass_annual", 41136, "2020-01-01") in ceilings
    assert ("pass_annual", 41136, "2022-01-01") in ceilings


def test_a_reduction_is_half_of_an_excess_which_is_itself_explained() -> None:
    facts = {
        "scheme": "general_employee", "category": 1, "monthly_pension": 600, "average_annual_pay": 24000,
        "last_year_pay": 26000, "last_year": 2021, "control_date": "2026-11-01", "gross_pay_reference_period": 21200,
    }  # fmt: skip
    reduction = explained("cumul", "monthly_reduction", **facts)
    assert [(operand.name, operand.kind) for operand in reduction.operands] == [
        ("excess", "result"), ("cumul_reduction_rate", "figure"), ("monthly_pension", "fact"),
    ]  # fmt: skip
    excess = explained("cumul", "excess", **facts)
    assert {operand.name: operand.value for operand in excess.operands} == {
        "counted_total": Decimal("28400.00"),
        "threshold_annual": Decimal("26000.00"),
    }


def test_what_has_no_text_has_no_explanation() -> None:
    with pytest.raises(KeyError):
        explained("amount", "age", scheme="general_employee")
