"""The next declaration: month ends, uncertain rhythms, dates known between bounds."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.registry import registry
from bot.rules import Finding, ParameterUnavailable, Situation, evaluate
from bot.rules.engine.span import Span

ON = date(2026, 11, 21)
NO_WORK = {"declarations_already_made": 2, "salaried_activity": "no", "self_employed_activity": "no"}
FIRST = {"declarations_already_made": 1}
SALARIED = {"declarations_already_made": 2, "salaried_activity": "yes", "receives_asi": "no"}
NOT_REDUCED = {**SALARIED, "pension_reduced": "no"}
REDUCED = {**SALARIED, "pension_reduced": "yes"}
ASI = {**NO_WORK, "receives_asi": "yes"}
WITHOUT_ASI = {**NO_WORK, "receives_asi": "no"}
UNSETTLED = {**REDUCED, "receives_asi": "yes"}


def found(last: object, on: date = ON, **facts: object) -> Finding:
    return evaluate("next_declaration", Situation(last_declaration_date=last, **facts), on)


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("facts", "last", "expected"),
    [
        (FIRST, "2026-09-15", "2026-12-15"),
        (FIRST, "2026-11-30", "2027-02-28"),  # no 30 February
        (FIRST, "2027-11-30", "2028-02-29"),  # a leap year
        (FIRST, "2026-10-01", "2027-01-01"),  # over the year
        (WITHOUT_ASI, "2026-09-15", "2027-09-15"),
        (WITHOUT_ASI, "2024-02-29", "2025-02-28"),  # no 29 February the year after
        (WITHOUT_ASI, "2023-02-28", "2024-02-28"),  # from day to day, not from month end to month end
        ({**WITHOUT_ASI, "self_employed_activity": "yes"}, "2026-01-31", "2027-01-31"),
        (NOT_REDUCED, "2026-08-31", "2027-02-28"),
        (NOT_REDUCED, "2023-08-31", "2024-02-29"),
        (NOT_REDUCED, "2026-08-29", "2027-02-28"),
        (NOT_REDUCED, "2024-02-29", "2024-08-29"),
        (REDUCED, "2026-10-31", "2026-11-30"),
        (REDUCED, "2027-01-31", "2027-02-28"),
        (REDUCED, "2024-01-31", "2024-02-29"),
        (REDUCED, "2026-12-31", "2027-01-31"),
        (ASI, "2026-09-15", "2026-12-15"),
    ],
)
def test_the_next_date_is_the_last_one_plus_the_rhythm(facts: dict[str, object], last: str, expected: str) -> None:
    finding = found(last, **facts)
    assert (finding.verdict, finding.outputs["next_date"]) == ("known", d(expected))
    assert finding.outputs["candidates"] is None
    assert (finding.because, finding.missing) == ((), ())


@pytest.mark.parametrize(("last", "missing"), [(None, ("last_declaration_date",)), ("unknown", ())])
def test_without_the_last_date_the_next_one_is_to_check(last: object, missing: tuple[str, ...]) -> None:
    finding = found(last, **WITHOUT_ASI)
    assert (finding.verdict, finding.outputs["next_date"]) == ("to_check", "to_check")
    assert finding.outputs["candidates"] is None
    assert finding.outputs["every_months"] == 12
    assert (finding.because, finding.missing) == (("last_declaration_date",), missing)


def test_an_uncertain_rhythm_gives_candidates_the_earliest_first() -> None:
    finding = found("2026-10-31", **SALARIED)  # reduced or not: one month or six
    assert (finding.verdict, finding.outputs["next_date"]) == ("to_check", "to_check")
    assert finding.outputs["candidates"] == (d("2026-11-30"), d("2027-04-30"))
    assert finding.because == finding.missing == ("pension_reduced",)


def test_what_no_text_settles_gives_both_dates_and_asks_nothing_more() -> None:
    finding = found("2026-10-31", **UNSETTLED)  # ASI and a reduced pension: one month or three (U-8)
    assert (finding.verdict, finding.outputs["next_date"]) == ("to_check", "to_check")
    assert finding.outputs["candidates"] == (d("2026-11-30"), d("2027-01-31"))
    assert finding.missing == ()
    assert finding.reasons == ("unsettled",)


def test_only_what_moves_the_date_is_asked() -> None:
    assert found("2026-10-31", has_ameli_account=None, **NOT_REDUCED).missing == ()
    nothing = evaluate("next_declaration", Situation(), ON)
    assert nothing.missing[0] == "last_declaration_date"
    assert {"declarations_already_made", "salaried_activity", "receives_asi"} <= set(nothing.missing)
    assert not {"has_ameli_account", "situation_changed"} & set(nothing.missing)


def test_a_last_date_known_between_bounds_gives_bounds() -> None:
    finding = found("2026-02", **WITHOUT_ASI)
    assert (finding.verdict, finding.outputs["next_date"]) == ("known", Span(d("2027-02-01"), d("2027-02-28")))
    both = found("2026-08", **SALARIED).outputs["candidates"]
    assert both == (Span(d("2026-09-01"), d("2026-09-30")), Span(d("2027-02-01"), d("2027-02-28")))


def test_two_last_dates_that_lead_to_the_same_day_are_certain() -> None:
    assert found("2026-08-28/2026-08-31", **NOT_REDUCED).outputs["next_date"] == d("2027-02-28")


def test_an_open_end_stays_open() -> None:
    finding = found("2026-02-10/..", **WITHOUT_ASI)
    assert finding.outputs["next_date"] == Span(d("2027-02-10"), date.max)


@pytest.mark.parametrize("last", [None, "unknown", "2026-09-15"])
def test_before_the_first_declaration_there_is_no_last_date_to_count_from(last: object) -> None:
    finding = found(last, declarations_already_made=0)
    assert (finding.verdict, finding.outputs["next_date"]) == ("to_check", "to_check")
    assert (finding.because, finding.missing) == (("declarations_already_made",), ())


def test_the_date_of_the_account_prevails_always() -> None:
    for last, facts in [("2026-09-15", WITHOUT_ASI), (None, {}), ("2026-10-31", UNSETTLED)]:
        assert found(last, **facts).mentions == ("account_date_prevails",)


def test_a_day_whose_rhythms_are_not_known_is_refused() -> None:
    with pytest.raises(ParameterUnavailable):
        found("2022-09-15", on=d("2022-11-30"), **WITHOUT_ASI)


def test_the_law_is_told_with_known_sources() -> None:
    finding = found("2026-09-15", **WITHOUT_ASI)
    assert "ameli_declaration" in finding.law["next_date"].sources
    assert {"F-4.20", "F-4.22", "F-4.23"} <= set(finding.law["next_date"].facts)
    for law in finding.law.values():
        assert set(law.sources) <= set(registry().sources)


def test_a_case_is_told_in_plain_values() -> None:
    case = found("2026-10-31", **UNSETTLED).as_case()
    assert case["candidates"] == ["2026-11-30", "2027-01-31"]
    assert case["next_date"] == "to_check"
