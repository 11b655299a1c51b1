"""The quicker check of action results lets the same things pass, and refuses the same things."""

from __future__ import annotations

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from bot.adapters import quick_validation

RESULTS = [
    ({"events": [], "responses": [{"text": "bonjour"}]}, True),
    ({"events": [{"event": "slot", "name": "scheme", "value": "x"}], "responses": []}, True),
    ({"events": [{"name": "no event key"}], "responses": []}, False),
    ({"events": [], "responses": ["not an object"]}, False),
]


def _accepts(result: dict) -> bool:
    try:
        return bool(RemoteAction("action_answer", None)._validate_action_result(result))
    except ValidationError:
        return False


@pytest.mark.parametrize(("result", "accepted"), RESULTS)
def test_it_agrees_with_rasa(result: dict, accepted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    rasas_own = _accepts(result)
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    quick_validation.install()
    assert _accepts(result) is rasas_own is accepted
