"""The rules give exactly what computed cases expect: ours, and any file given with --cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.rules import RULES, Situation, evaluate
from tests.conftest import SHARED

OWN_CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
ON = date(2026, 11, 21)  # a case that needs another day gives it (reference_date, payment_date, control_date…)
CENT, TWO_CENTS = 0.0101, 0.0201  # as the head of the case files says; floats are not exact
TOLERANCE = {**dict.fromkeys(RULES, CENT), "asi": TWO_CENTS}


def _load(path: Path) -> list[dict[str, Any]]:
    return [case for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    given = metafunc.config.getoption("--cases")
    default = SHARED / "domain" / "cases_dev.yaml"
    if "case" in metafunc.fixturenames:
        files = [given] if given else [*OWN_CASES, *([default] if default.is_file() else [])]
        cases = [case for path in files for case in _load(path)]
        metafunc.parametrize("case", cases, ids=[case["id"] for case in cases])


def test_case(case: dict[str, Any]) -> None:
    got = evaluate(case["kind"], Situation.parse_obj(case["inputs"]), ON).as_case()
    for key, expected in case["expected"].items():
        if isinstance(expected, float):
            assert got[key] == pytest.approx(expected, abs=TOLERANCE[case["kind"]]), key
        else:
            assert got.get(key, []) == _written(expected), key


def _written(expected: object) -> object:
    """Days as the findings write them: a file may have them without quotes."""
    if isinstance(expected, list):
        return [_written(item) for item in expected]
    return expected.isoformat() if isinstance(expected, date) else expected


def test_reference_cases_are_there(pytestconfig: pytest.Config) -> None:
    path = pytestconfig.getoption("--cases") or SHARED / "domain" / "cases_dev.yaml"
    if not Path(path).is_file():
        pytest.skip("no reference cases: give a file with --cases")
    assert any(case["kind"] == "eligibility" for case in _load(Path(path)))
