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
EURO_TOLERANCE = 0.01


def _load(path: Path) -> list[dict[str, Any]]:
    return [case for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    given = metafunc.config.getoption("--cases")
    default = SHARED / "domain" / "cases_dev.yaml"
    if "case" in metafunc.fixturenames:
        files = [given] if given else [*OWN_CASES, *([default] if default.is_file() else [])]
        cases = [case for path in files for case in _load(path) if case["kind"] in RULES]
        metafunc.parametrize("case", cases, ids=[case["id"] for case in cases])


def test_case(case: dict[str, Any]) -> None:
    on = date.fromisoformat(case["inputs"].get("reference_date", "2026-11-21"))
    got = evaluate(case["kind"], Situation.parse_obj(case["inputs"]), on).as_case()
    for key, expected in case["expected"].items():
        if isinstance(expected, float):
            assert got[key] == pytest.approx(expected, abs=EURO_TOLERANCE), key
        else:
            assert got.get(key, []) == expected, key


def test_reference_cases_are_there(pytestconfig: pytest.Config) -> None:
    path = pytestconfig.getoption("--cases") or SHARED / "domain" / "cases_dev.yaml"
    if not Path(path).is_file():
        pytest.skip("no reference cases: give a file with --cases")
    assert any(case["kind"] == "eligibility" for case in _load(Path(path)))
