"""Three-valued logic: a certain failure always wins in "all", a certain success in "any", doubt never decides."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from bot.rules.engine.truth import Truth, all_of, any_of, truth

MET, NOT_MET, TO_CHECK = Truth.MET, Truth.NOT_MET, Truth.TO_CHECK


@pytest.mark.parametrize(
    ("truths", "expected"),
    [
        ((), MET),
        ((MET, MET), MET),
        ((MET, TO_CHECK), TO_CHECK),
        ((MET, NOT_MET), NOT_MET),
        ((TO_CHECK, NOT_MET), NOT_MET),
        ((MET, TO_CHECK, NOT_MET), NOT_MET),
    ],
)
def test_all_conditions_are_needed(truths: tuple[Truth, ...], expected: Truth) -> None:
    assert {all_of(order) for order in permutations(truths)} == {expected}


@pytest.mark.parametrize(
    ("truths", "expected"),
    [
        ((), NOT_MET),
        ((NOT_MET, NOT_MET), NOT_MET),
        ((NOT_MET, TO_CHECK), TO_CHECK),
        ((NOT_MET, MET), MET),
        ((TO_CHECK, MET), MET),
        ((MET, TO_CHECK, NOT_MET), MET),
    ],
)
def test_one_condition_is_enough(truths: tuple[Truth, ...], expected: Truth) -> None:
    assert {any_of(order) for order in permutations(truths)} == {expected}


@pytest.mark.parametrize("combine", [all_of, any_of])
def test_settling_a_doubt_never_overturns_what_was_decided(combine) -> None:
    for truths in product(Truth, repeat=3):
        if combine(truths) is TO_CHECK:
            continue
        for settled in product(*([MET, NOT_MET] if value is TO_CHECK else [value] for value in truths)):
            assert combine(settled) is combine(truths)


@pytest.mark.parametrize("combine", [all_of, any_of])
def test_without_doubt_it_is_ordinary_logic(combine) -> None:
    python = {all_of: all, any_of: any}[combine]
    for values in product([True, False], repeat=3):
        assert combine(truth(value) for value in values) is truth(python(values))
