"""Which facts are asked, in which order: those that weigh most first, never one that can change nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules import UNKNOWN, Finding, Situation, Truth, evaluate
from bot.rules.engine.parameters import ParameterUnavailable

ON = date(2026, 11, 21)
STOP, PAY, HOURS = "stop_date", "gross_pay_last_12_civil_months", "hours_last_12_months"
SEEN = {"birth_date": "1980-03-15", "origin": "non_occupational", "capacity_reduction_two_thirds": "yes"}


def employee(**facts: object) -> Finding:
    return evaluate("eligibility", Situation.parse_obj({"scheme": "general_employee", **SEEN, **facts}), ON)


def self_employed(on: date = ON, **facts: object) -> Finding:
    return evaluate("eligibility", Situation.parse_obj({"scheme": "self_employed", **SEEN, **facts}), on)


def test_the_scheme_is_asked_before_everything_else() -> None:
    assert evaluate("eligibility", Situation(), ON).missing == ("scheme",)


def test_an_unknown_scheme_is_not_asked_again() -> None:
    finding = evaluate("eligibility", Situation(scheme=UNKNOWN), ON)
    assert (finding.verdict, finding.reasons, finding.missing) == ("to_check", ("scheme",), ())


def test_the_stop_is_asked_first_because_two_conditions_need_it() -> None:
    assert employee().missing == (STOP, "affiliation_date", HOURS, PAY)


def test_pay_is_not_asked_when_hours_are_enough() -> None:
    assert employee(stop_date="2024-06-10", hours_last_12_months=600).missing == ("affiliation_date",)
    assert employee(stop_date="2024-06-10", affiliation_date="2015-01-01", hours_last_12_months=600).verdict == "met"


def test_the_stop_is_not_asked_when_neither_pay_nor_affiliation_can_use_it() -> None:
    assert employee(affiliation_date=UNKNOWN, gross_pay_last_12_civil_months=UNKNOWN).missing == (HOURS,)


def test_pay_and_affiliation_are_not_asked_when_the_stop_will_never_be_known() -> None:
    assert employee(stop_date=UNKNOWN).missing == (HOURS,)


@pytest.mark.parametrize("stop", ["2013-05-01", "../2014", "0001-01-01"])
def test_a_stop_older_than_the_texts_we_know_is_left_to_the_caisse(stop: str) -> None:
    finding = employee(stop_date=stop, affiliation_date="1990-01-01", hours_last_12_months=1800)
    assert (finding.verdict, finding.reasons) == ("to_check", ("affiliation", "activity"))
    assert finding.missing == ()
    assert not finding.figures


def test_pay_at_the_bounds_of_the_two_readings() -> None:
    # F-2.8, F-2.9: a stop on 10 June 2024 is read 22 878.10 by the text, 23 649.50 by the usual reading.
    known = {"stop_date": "2024-06-10", "affiliation_date": "2023-06-01", "hours_last_12_months": 599}
    verdicts = {
        pay: employee(**known, gross_pay_last_12_civil_months=pay).verdict
        for pay in ("22878.09", "22878.10", "23649.49", "23649.50")
    }
    assert list(verdicts.values()) == ["not_met", "to_check", "to_check", "met"]


def test_a_stop_in_january_has_the_widest_doubt() -> None:
    # F-2.10: from the Smic of January 2022 (10.57) to that of January 2024 (11.65).
    figures = employee(stop_date="2024-01-15").figures
    assert (str(figures["pay_threshold_low"]), str(figures["pay_threshold_high"])) == ("21457.10", "23649.50")


def test_insufficient_activity_recalls_what_also_counts() -> None:
    short = employee(
        stop_date="2024-06-10",
        affiliation_date="2015-01-01",
        hours_last_12_months=100,
        gross_pay_last_12_civil_months=0,
    )
    assert short.mentions == ("assimilated_days", "seasonal_work")
    assert employee(hours_last_12_months=600).mentions == ()


def test_sick_pay_is_asked_first_to_the_self_employed_and_waives_two_conditions() -> None:
    assert self_employed().missing[0] == "receiving_sick_pay"
    waived = self_employed(receiving_sick_pay="yes")
    assert (waived.verdict, waived.figures) == ("met", {})


@pytest.mark.parametrize(("sick_pay", "verdict"), [(None, "to_check"), (UNKNOWN, "to_check"), ("no", "not_met")])
def test_too_low_an_income_is_certain_only_without_sick_pay(sick_pay: str | None, verdict: str) -> None:
    known = {"affiliation_date": "2020-01-01", "average_annual_income_last_3_civil_years": 100}
    finding = self_employed(receiving_sick_pay=sick_pay, **known)
    assert (finding.verdict, finding.reasons) == (verdict, ("activity",))


def test_the_self_employed_threshold_of_2026_is_the_published_one() -> None:
    # F-11.3: a tenth of the mean of 43 992, 46 368 and 47 100.
    assert str(self_employed().figures["income_threshold"]) == "4582.00"
    at = {
        income: self_employed(
            receiving_sick_pay="no",
            affiliation_date="2020-01-01",
            average_annual_income_last_3_civil_years=income,
        ).verdict
        for income in ("4581.99", "4582")
    }
    assert at == {"4581.99": "not_met", "4582": "met"}


def test_a_year_of_effect_whose_ceilings_are_unknown_gives_no_threshold_and_asks_no_income() -> None:
    finding = self_employed(effect_year=2100, receiving_sick_pay="no", affiliation_date="2020-01-01")
    assert (finding.verdict, finding.reasons, finding.missing) == ("to_check", ("activity",), ())
    assert "income_threshold" not in finding.figures


def test_a_request_older_than_our_figures_leaves_affiliation_to_the_caisse() -> None:
    finding = self_employed(
        request_date="2012-01-01", receiving_sick_pay="no", average_annual_income_last_3_civil_years=9000
    )
    assert (finding.verdict, finding.reasons, finding.missing) == ("to_check", ("affiliation",), ())


@pytest.mark.parametrize("scheme", ["civil_servant", "special_scheme", "agri_self_employed"])
def test_other_schemes_are_sent_to_their_own_rules(scheme: str) -> None:
    finding = evaluate("eligibility", Situation(scheme=scheme), ON)
    assert (finding.verdict, finding.reasons, finding.missing) == ("redirect", (scheme,), ())


def test_born_on_29_february_the_day_between_is_left_to_check() -> None:
    ages = [
        employee(birth_date="1964-02-29", reference_date=on).conditions[0].truth
        for on in ("2026-02-27", "2026-02-28", "2026-03-01")
    ]
    assert ages == [Truth.MET, Truth.TO_CHECK, Truth.NOT_MET]


def test_an_age_limit_that_is_not_known_is_refused() -> None:
    with pytest.raises(ParameterUnavailable):
        employee(reference_date="2016-12-31")


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        evaluate("absent", Situation(), ON)
