"""Every computed case of the rules, told in words to its guide by who answers what is asked: the result is the same."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dialogue.engine import after_turn, next_question, take_turn
from bot.dialogue.goals import PLACES, progress
from bot.dialogue.guides import guides
from bot.dialogue.questions import questions
from bot.dialogue.turn import Conversation
from tests.dialogue.in_words import told
from tests.dialogue.speech import NOTHING

CASES = Path(__file__).resolve().parent.parent / "rules" / "cases"
TODAY = date(2026, 11, 21)
# The day of a case, which a conversation takes from the calendar.
DAYS = ("payment_date", "control_date", "check_date", "reference_date")
# Only asked of the self-employed by the caisse: the day of the request is taken for today.
NOT_ASKED = {"request_date", "effect_year"}
WAYS = 2


def _cases() -> list[Any]:
    goals = {guide.goal for guide in guides().values() if guide.goal != PLACES}
    found = [case for path in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(path.read_text())["cases"]]
    return [
        pytest.param(case, way, id=f"{case['id']}-{way}")
        for case in found
        if case["kind"] in goals
        and not set(case["inputs"]) & NOT_ASKED
        and not _counted_as_none(case)
        and ".." not in str(case["inputs"])  # an interval without an end has its own tests among those of dates
        for way in range(WAYS)
    ]


def _counted_as_none(case: dict[str, Any]) -> bool:
    """The guides take an income that is not known for none, and say so; the rules leave it open."""
    guide = next((guide for guide in guides().values() if guide.goal == case["kind"]), None)
    return guide is not None and any(case["inputs"].get(name) == "unknown" for name in guide.none_if_unknown)


def _known(inputs: dict[str, Any], field: str) -> Any:
    """What the person can answer: the kind of pension of the self-employed is known from its category."""
    if field == "pension_type" and field not in inputs:
        return {1: "pipm", 2: "pitd", 3: "pitd"}.get(inputs.get("category", 0))
    return inputs.get(field)


@pytest.mark.parametrize(("case", "way"), _cases())
def test_a_case_told_in_words_comes_to_its_result(case: dict[str, Any], way: int) -> None:
    inputs, chance = case["inputs"], random.Random(f"{case['id']} {way}")
    on = next((date.fromisoformat(str(inputs[name])) for name in DAYS if name in inputs), TODAY)
    guide = next(guide for guide in guides().values() if guide.goal == case["kind"])
    state = Conversation(guide.id, {})
    state = replace(state, asked=next_question(state, on))
    for _ in range(len(questions())):
        if state.asked is None:
            break
        state = after_turn(take_turn(state, told(state.asked, _known(inputs, state.asked), chance), NOTHING, on), on)
    assert state.asked is None
    finding = progress(guide, state.facts, on).finding
    assert finding is not None
    found = finding.as_case()
    if finding.conditions:  # one condition that fails is enough: the others are not asked
        assert found["verdict"] == case["expected"]["verdict"]
        assert set(found["reasons"]) <= set(case["expected"].get("reasons", found["reasons"]))  # type: ignore[call-overload]
        return
    for name, expected in case["expected"].items():
        if isinstance(expected, float):
            assert found[name] == pytest.approx(expected, abs=0.021), name
        else:
            assert found.get(name) in (
                expected,
                [str(one) for one in expected] if isinstance(expected, list) else "",
            ), name
