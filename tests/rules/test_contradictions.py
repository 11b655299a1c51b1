"""Facts that cannot all be true are named; those that only may contradict are left alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from bot.rules import Situation
from bot.rules.contradictions import contradictions

ON = date(2026, 11, 21)


def fields(**facts: Any) -> list[str]:
    return [found.field for found in contradictions(Situation.parse_obj(facts), ON)]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"birth_date": "1980-03-15", "stop_date": "1979"}, "stop_date"),
        ({"birth_date": "1980-03-15", "affiliation_date": "1980-03-14"}, "affiliation_date"),
        ({"affiliation_date": "2024-07", "stop_date": "2024-06"}, "stop_date"),
        ({"stop_date": "2026-11-22"}, "stop_date"),
        ({"hours_last_12_months": 8785}, "hours_last_12_months"),
        ({"notification_date": "2026-03-10", "filed_date": "2026-03-09"}, "filed_date"),
        ({"filed_date": "2026-03-10", "rejection_notified_date": "2026-02"}, "rejection_notified_date"),
        ({"control_date": "2026-01-01", "last_year": 2026}, "last_year"),
        ({"yearly_gross_pay": {2027: 10000}}, "yearly_gross_pay"),
    ],
)
def test_the_field_to_look_at_again_is_named(facts: dict[str, Any], field: str) -> None:
    assert fields(**facts) == [field]


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"birth_date": "1980", "stop_date": "1980"},
        {"birth_date": "1980-03-15", "stop_date": "1980-03-15"},
        {"affiliation_date": "2024-06", "stop_date": "2024-06-10"},
        {"affiliation_date": "unknown", "stop_date": "2024-06-10"},
        {"stop_date": "2026-11-21"},
        {"stop_date": "2026"},
        {"hours_last_12_months": "600/.."},
        {"hours_last_12_months": 8784},
        {"control_date": "2026-01-01", "last_year": 2025},
    ],
)
def test_what_may_be_is_left_alone(facts: dict[str, Any]) -> None:
    assert fields(**facts) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("gross_pay_last_12_civil_months", -1),
        ("hours_last_12_months", "-5/10"),
        ("monthly_resources", "beaucoup"),
        ("category", 4),
        ("working_at_62", "peut-être"),
        ("declarations_already_made", "deux"),
        ("declarations_already_made", -1),
        ("household", "trio"),
        ("birth_date", "1980-02-30"),
        ("no_such_field", 1),
    ],
)
def test_what_cannot_be_read_names_its_field(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        Situation.parse_obj({field: value})
    assert [error["loc"][0] for error in refused.value.errors()] == [field]
