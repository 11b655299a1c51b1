"""Values known between two bounds: how they are written, and what can be said of them for certain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.engine.span import Span, amount, day, parse_amounts, parse_dates
from bot.rules.engine.truth import Truth

spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(*sorted(map(Decimal, pair))))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2024-06-10", "2024-06-10", "2024-06-10"),
        ("2024-06", "2024-06-01", "2024-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2023-09/2024", "2023-09-01", "2024-12-31"),
        ("2023-09-05/2023-11", "2023-09-05", "2023-11-30"),
    ],
)
def test_a_date_is_as_precise_as_it_was_given(text: str, low: str, high: str) -> None:
    assert parse_dates(text) == Span(date.fromisoformat(low), date.fromisoformat(high))


def test_an_interval_of_dates_may_be_open_at_either_end() -> None:
    assert parse_dates("../2023-06-01") == Span(date.min, date(2023, 6, 1))
    assert parse_dates("2023-06/..") == Span(date(2023, 6, 1), date.max)


def test_a_date_object_is_one_exact_day() -> None:
    assert parse_dates(date(2024, 6, 10)) == day(date(2024, 6, 10))


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (600, "600", "600"),
        (22878.1, "22878.1", "22878.1"),
        ("500/600", "500", "600"),
        ("600/..", "600", "Infinity"),
        ("../599", "0", "599"),
    ],
)
def test_an_amount_is_exact_or_between_two_bounds(value: object, low: str, high: str) -> None:
    assert parse_amounts(value) == Span(Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["", "..", "hier", "2024-13", "2024-02-30", "24-06-10", "2024/2023", "2023/x"])
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_dates(text)


@pytest.mark.parametrize("text", ["", "..", "beaucoup", "nan", "inf", "1,5", "600/500", "1/2/3", True, None])
def test_what_is_not_an_amount_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_amounts(text)


def test_a_span_that_was_read_already_is_left_as_it_is() -> None:
    hours, stop = amount(600), day(date(2024, 6, 10))
    assert parse_amounts(hours) is hours
    assert parse_dates(stop) is stop


def test_only_equal_bounds_are_exact() -> None:
    assert amount("600").exact
    assert not parse_amounts("599/600").exact


@pytest.mark.parametrize(
    ("value", "bound", "expected"),
    [
        ("600", "600", Truth.MET),
        ("599.99", "600", Truth.NOT_MET),
        ("600/..", "600", Truth.MET),
        ("../599", "600", Truth.NOT_MET),
        ("500/700", "600", Truth.TO_CHECK),
        ("500/600", "600", Truth.TO_CHECK),
        ("650", "600/700", Truth.TO_CHECK),
        ("600", "600/700", Truth.TO_CHECK),
        ("700", "600/700", Truth.MET),
        ("599", "600/700", Truth.NOT_MET),
    ],
)
def test_reaching_a_bound_is_certain_only_outside_the_doubt(value: str, bound: str, expected: Truth) -> None:
    assert parse_amounts(value).at_least(parse_amounts(bound)) is expected


@given(spans, spans)
def test_the_answer_agrees_with_every_pair_of_possible_values(value: Span, bound: Span) -> None:
    possible = {x >= y for x in (value.low, value.high) for y in (bound.low, bound.high)}
    expected = {frozenset({True}): Truth.MET, frozenset({False}): Truth.NOT_MET}.get(
        frozenset(possible), Truth.TO_CHECK
    )
    assert value.at_least(bound) is expected


@given(spans, spans)
def test_at_most_is_the_mirror_of_at_least(value: Span, bound: Span) -> None:
    mirrored = Span(-bound.high, -bound.low)
    assert value.at_most(bound) is Span(-value.high, -value.low).at_least(mirrored)
