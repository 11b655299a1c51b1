"""What import contracts cannot see: sizes, clocks, docstrings, names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [*sorted((ROOT / "bot").rglob("*.py")), *sorted((ROOT / "actions").glob("*.py"))]
LONGEST = 250
CLOCK = re.compile(r"\b(today|now|utcnow|time|monotonic)\(\)")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))], ids=_name)
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", sorted((ROOT / "actions").glob("*.py")), ids=_name)
def test_an_action_is_thin(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 100


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if p.parts[-2] in {"rules", "engine", "answers", "dialogue", "replies"}], ids=_name
)
def test_the_core_reads_no_clock(path: Path) -> None:
    assert not CLOCK.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8").lstrip().startswith('"""')


def test_the_widget_needs_nothing_and_never_writes_html() -> None:
    for path in (ROOT / "widget").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert "innerHTML" not in text
        assert "insertAdjacentHTML" not in text
        assert not re.search(r"from \"(?!\./)", text)
