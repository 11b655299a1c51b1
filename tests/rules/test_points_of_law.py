"""Points of the texts that the computed cases do not reach: exceptions by scheme, doubts that no text settles."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.rules import Finding, Situation, evaluate
from bot.rules.engine.span import Span

ON = date(2026, 11, 21)
WORKS: dict[str, Any] = {
    "scheme": "general_employee", "category": 1, "monthly_pension": 600, "average_annual_pay": 24000,
    "last_year_pay": 26000, "last_year": 2021, "control_date": "2026-11-01", "gross_pay_reference_period": 21200,
}  # fmt: skip
SSI = {"scheme": "self_employed", "pension_type": "pipm", "control_date": "2026-11-01"}


def found(rule: str, **facts: Any) -> Finding:
    return evaluate(rule, Situation.parse_obj(facts), ON)


def test_a_category_that_is_not_known_might_be_the_third_which_no_text_computes() -> None:
    for category in ("unknown", None):
        finding = found("cumul", **{**WORKS, "category": category})
        assert finding.outputs["status"] == "to_check"
        assert finding.reasons == ("category_unknown",)
        assert finding.outputs["monthly_paid"] == Decimal("500.00")
        assert "only_categories_1_and_2" in finding.mentions
        assert finding.missing == (("category",) if category is None else ())


def test_a_pay_above_the_ceiling_is_counted_in_two_ways_and_only_what_both_give_is_certain() -> None:
    high = {
        **WORKS,
        "monthly_pension": 1500,
        "category": 2,
        "last_year_pay": 60000,
        "gross_pay_reference_period": 50000,
    }
    finding = found("cumul", **high)
    assert finding.reasons == ("pay_above_pass",)
    capped = found("cumul", **{**high, "gross_pay_reference_period": 48060})
    assert finding.outputs["monthly_paid"].high == capped.outputs["monthly_paid"]
    both_suspend = found("cumul", **{**WORKS, "gross_pay_reference_period": 90000})
    assert both_suspend.outputs["status"] == "suspended"


def test_a_reduction_from_pays_that_were_not_revalued_is_said_to_be_at_most() -> None:
    assert found("cumul", **WORKS).mentions == ("threshold_not_revalued",)
    assert found("cumul", **{**WORKS, "gross_pay_reference_period": 100}).mentions == ()


def test_the_reduction_of_the_self_employed_turns_within_the_bounds_of_their_pension() -> None:
    unsure = found("cumul", **SSI, monthly_pension="100/1000", self_employed_income_penultimate_civil_year=20000)
    assert unsure.outputs["status"] == "to_check"
    for pension in (100, 300, Decimal("333.33"), 400, 500, 1000):
        one = found("cumul", **SSI, monthly_pension=pension, self_employed_income_penultimate_civil_year=20000)
        for name in ("monthly_reduction", "monthly_paid"):
            bounds = unsure.outputs[name]
            assert bounds.low <= one.outputs[name] <= bounds.high


def test_the_year_of_a_pay_that_is_not_known_decides_nothing() -> None:
    facts = {**WORKS, "last_year_pay": "unknown", "last_year": None, "gross_pay_reference_period": 40000}
    assert found("cumul", **facts).reasons == ("last_year_pay_unknown",)


def test_doubts_come_in_a_fixed_order() -> None:
    facts = {
        **WORKS, "last_year_pay": "unknown", "replacement_income_reference_period": 12000,
        "replacement_income_from_activity_after_award": "unknown",
    }  # fmt: skip
    for pay in (15000, 30000):
        reasons = found("cumul", **{**facts, "gross_pay_reference_period": pay}).reasons
        assert reasons == ("replacement_income_link_unknown", "last_year_pay_unknown")


def test_years_from_the_stop_on_do_not_make_the_average_pay() -> None:
    pays = {"2018": 20000, "2019": 20000, "2020": 40000}
    facts = {"scheme": "general_employee", "category": 1, "yearly_gross_pay": pays, "stop_date": "2020-03-02"}
    assert found("amount", **facts).outputs["average_annual_pay"] == Decimal("20000.00")


@pytest.mark.parametrize("rule", ["amount", "cumul", "declaration_frequency", "deadline", "appeal", "retirement"])
def test_people_whom_another_law_covers_are_sent_to_their_fund(rule: str) -> None:
    for scheme in ("civil_servant", "special_scheme"):
        finding = found(rule, scheme=scheme)
        assert (finding.verdict, finding.reasons) == ("redirect", (scheme,))


def test_a_jobseeker_continues_six_months_as_an_employee_only() -> None:
    facts = {"birth_date": "1964-08-31", "working_at_62": "no", "unemployment_benefit_at_62": "yes"}
    facts |= {"working_at_61_and_half": "yes"}
    assert found("retirement", scheme="agri_employee", **facts).outputs["outcome"] == "may_continue_6_months"
    for scheme in ("self_employed", "agri_self_employed"):
        assert found("retirement", scheme=scheme, **facts).outputs["outcome"] == "replaced_at_62"


def test_a_month_of_birth_gives_bounds_and_no_doubt_of_its_first_day() -> None:
    not_working = dict.fromkeys(("working_at_62", "unemployment_benefit_at_62", "working_at_61_and_half"), "no")
    finding = found("retirement", birth_date="1965-05", **not_working)
    assert finding.reasons == ("birth_date",)
    assert finding.outputs["replaced_from"] == Span(date(2027, 5, 1), date(2027, 6, 1))
    assert finding.outputs["age_62_date"] == Span(date(2027, 5, 1), date(2027, 5, 31))


def test_a_new_request_after_a_rejection_has_no_limit_for_the_self_employed() -> None:
    late = {"event_type": "rejection_notified", "event_date": "2024-01-05", "check_date": "2026-11-21"}
    assert found("deadline", scheme="self_employed", **late).outputs == {"last_day": "no_limit", "in_time": True}
    assert found("deadline", **late).outputs["in_time"] is False
    assert found("deadline", **late).mentions == ("do_not_wait",)


def test_farmers_who_were_not_informed_are_not_late() -> None:
    late = {"event_type": "sick_pay_stopped_by_fund", "event_date": "2024-01-05"}
    finding = found("deadline", scheme="agri_self_employed", **late)
    assert finding.outputs["in_time"] == "to_check"
    assert finding.mentions == ("fund_must_inform",)


def test_a_day_of_check_that_is_not_known_leaves_being_late_to_check() -> None:
    event = {"event_date": "2026-01-05", "check_date": "unknown"}
    asked = found("deadline", event_type="sick_pay_stopped_by_fund", **event)
    assert asked.outputs == {"last_day": date(2027, 1, 5), "in_time": "to_check"}
    assert found("deadline", event_type="request_received_by_fund", **event).outputs["status"] == "to_check"


def test_what_cannot_be_dated_is_to_check_and_said() -> None:
    silence = found("deadline", event_type="request_received_by_fund", event_date="unknown").outputs
    assert {silence[name] for name in ("silence_ends", "implicit_refusal_from", "status")} == {"to_check"}
    appeal = found("appeal", ground="medical", notification_date="unknown", filed_date="2026-05-10").outputs
    assert appeal["filed_in_time"] == "to_check"
    retired = found("retirement", birth_date="unknown", working_at_62="yes").outputs
    assert retired["latest_end_date"] == retired["request_recommended_by"] == "to_check"


def test_a_mixed_appeal_waits_for_the_medical_opinion() -> None:
    finding = found("appeal", ground="mixed", notification_date="2026-03-10", filed_date="2026-04-10")
    assert finding.outputs["body"] == "CRA"
    assert finding.outputs["silence_ends"] == date(2026, 10, 10)


@pytest.mark.parametrize("name", ["request_date", "effect_year"])
def test_the_request_and_the_effect_of_the_self_employed_are_not_guessed(name: str) -> None:
    facts = {
        "scheme": "self_employed", "birth_date": "1978-07-02", "capacity_reduction_two_thirds": "yes",
        "affiliation_date": "2019-01-01", "average_annual_income_last_3_civil_years": 18000, "receiving_sick_pay": "no",
    }  # fmt: skip
    assert found("eligibility", **facts).verdict == "met"
    finding = found("eligibility", **facts, **{name: "unknown"})
    assert finding.reasons == ({"request_date": "affiliation", "effect_year": "activity"}[name],)


def test_the_income_of_the_self_employed_is_compared_for_an_effect_before_the_rules_too() -> None:
    finding = found("eligibility", scheme="self_employed", effect_year=2023)
    assert finding.figures["income_threshold"] == Decimal("4113.60")


def test_an_age_on_a_day_that_is_not_known_is_to_check() -> None:
    finding = found("eligibility", scheme="general_employee", birth_date="1980-01-01", reference_date="unknown")
    assert "age" in finding.reasons


def test_a_stop_whose_first_smic_we_do_not_have_still_has_its_high_threshold() -> None:
    facts = {"scheme": "general_employee", "stop_date": "2020-01-15", "hours_last_12_months": 10}
    finding = found("eligibility", **facts, gross_pay_last_12_civil_months=30000)
    assert "pay_threshold_low" not in finding.figures
    assert {c.name: c.truth.value for c in finding.conditions}["activity"] == "met"


@pytest.mark.parametrize(
    ("rule", "day"), [("amount", "payment_date"), ("asi", "payment_date"), ("cumul", "control_date")]
)
def test_without_the_day_whose_figures_are_used_nothing_is_computed(rule: str, day: str) -> None:
    finding = found(rule, **{**WORKS, day: "unknown"})
    assert (finding.verdict, finding.reasons, finding.outputs) == ("to_check", (day,), {})


def test_the_practice_of_farmers_was_not_read() -> None:
    finding = found("declaration_frequency", scheme="agri_self_employed", declarations_already_made=4)
    assert finding.outputs["every_months"] == "to_check"
    assert found("next_declaration", scheme="agri_self_employed").outputs["next_date"] == "to_check"
