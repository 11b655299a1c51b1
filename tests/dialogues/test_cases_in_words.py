"""Computed cases of the rules, told in words to the really trained assistant, with a question or a doubt on the way."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dialogue.guides import guides
from tests.dialogue.in_words import told
from tests.dialogues.catalogue import same
from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model

CASES = Path(__file__).resolve().parent.parent / "rules" / "cases"
EVERY = 5
DAYS = ("payment_date", "control_date", "check_date", "reference_date")
OPENERS = {guide.goal: guide.label for guide in guides().values()}
BESIDE = ("pourquoi cette question ?", "c'est quoi le SAM ?", "récap", "plus simple")
RULES = ("amount", "asi", "appeal", "deadline", "retirement")
MOST_TURNS = 40


def _cases() -> list[dict[str, Any]]:
    found = [case for path in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(path.read_text())["cases"]]
    return [case for case in found if case["kind"] in RULES and ".." not in str(case["inputs"])][::EVERY]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["id"])
def test_a_case_comes_to_its_result_in_conversation(
    case: dict[str, Any], talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs, chance = case["inputs"], random.Random(case["id"])
    day = next((str(inputs[name]) for name in DAYS if name in inputs), "2026-11-21")
    monkeypatch.setenv("ASSISTANT_TODAY", day)
    reply, result = talk(OPENERS[case["kind"]]), None
    for turn in range(MOST_TURNS):
        result = reply.result or result
        if reply.asks is None:
            break
        asked = reply.asks
        if turn % 3 == 1:
            reply = talk(chance.choice(BESIDE))
            assert reply.asks == asked
        reply = talk(told(asked, inputs.get(asked), chance))
    assert reply.asks is None
    assert result is not None
    for name, expected in case["expected"].items():
        assert same(result.get(name), expected) or result.get(name, []) == expected, name
