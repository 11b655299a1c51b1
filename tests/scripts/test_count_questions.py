"""The count of questions asks as the rules do, and never more than there are fields."""

from __future__ import annotations

import random

import pytest

from bot.rules import Situation, evaluate
from scripts.count_questions import ON, PAGE, PEOPLE, asked, table


@pytest.mark.parametrize("label", PEOPLE)
def test_no_more_questions_than_fields_and_the_answer_is_that_of_all_facts(label: str) -> None:
    rule, draw = PEOPLE[label]
    chance = random.Random(1)
    for _ in range(50):
        person = draw(chance)
        assert 1 <= asked(rule, person) <= len(person)
        told: dict[str, object] = {}
        while missing := evaluate(rule, Situation.parse_obj(told), ON).missing:
            told[missing[0]] = person[missing[0]]
        assert (
            evaluate(rule, Situation.parse_obj(told), ON).verdict
            == evaluate(rule, Situation.parse_obj(person), ON).verdict
        )


def test_the_page_has_a_line_for_each_kind_of_person() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"| {label} |" in text for label in PEOPLE)
    assert len(table(5)) == len(PEOPLE) + 2
