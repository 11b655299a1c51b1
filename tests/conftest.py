"""Options and fixtures that several folders of tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--cases`, `--places`, `--sites`: reference files to check against, besides our own."""
    parser.addoption("--cases", type=Path, help="file of computed cases for tests/rules")
    parser.addoption("--places", type=Path, help="file of place queries for tests/directory")
    parser.addoption("--sites", type=Path, help="list of France services sites for tests/directory")


def reference_file(config: pytest.Config, option: str, default: Path) -> Path:
    """The file given by an option, else a reference file beside the checkout; skips when there is none."""
    given = config.getoption(option)
    if given is not None:
        if not given.is_file():
            raise pytest.UsageError(f"{option}: {given} does not exist")
        return Path(given)
    if not default.is_file():
        pytest.skip(f"no reference file: give one with {option}")
    return default


@pytest.fixture(scope="session")
def places_file(pytestconfig: pytest.Config) -> Path:
    """Place queries with their expected answers."""
    return reference_file(pytestconfig, "--places", SHARED / "france_services" / "place_queries_dev.csv")


@pytest.fixture(scope="session")
def sites_file(pytestconfig: pytest.Config) -> Path:
    """A whole list of sites, in the official form."""
    return reference_file(pytestconfig, "--sites", SHARED / "france_services" / "liste-fs-20240801.csv")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need the trained model or a browser run last: the quick ones fail first."""
    order = {"model": 1, "browser": 2}
    items.sort(key=lambda item: max((order.get(m.name, 0) for m in item.iter_markers()), default=0))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With ASSISTANT_NO_SKIP=1 (continuous integration), a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("ASSISTANT_NO_SKIP") == "1" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
