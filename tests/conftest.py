"""Options and fixtures that several folders of tests share: reference files, the trained model, a running server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.adapters import without_tensorflow
from tests.service import ROOT, Service
from tests.widget.sites import Site

# The same draws at every run: a test must not fail by chance. New draws: pytest --hypothesis-profile=random.
settings.register_profile("fixed", derandomize=True)
settings.register_profile("random", derandomize=False)
settings.load_profile("fixed")

# Before any test imports Rasa: seconds instead of half a minute.
without_tensorflow.install()

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


@pytest.fixture(scope="session")
def trained_model() -> None:
    """The model, trained once for all tests if it is not up to date."""
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "train"], cwd=ROOT, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def other_site() -> Iterator[Site]:
    """Another site, which the assistant allows to talk to it."""
    with Site() as site:
        yield site


@pytest.fixture(scope="session")
def server(trained_model: None, other_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real assistant, served by the command that people use."""
    service = Service(tmp_path_factory.mktemp("service"), ASSISTANT_ALLOWED_ORIGINS=other_site.origins)
    service.start()
    yield service.address
    service.stop()


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
