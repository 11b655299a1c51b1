"""A local server and a whole list, for the tests of the update."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.directory.lists import many
from tests.directory.local_server import Server, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as state:
        yield state


@pytest.fixture(scope="session")
def whole() -> str:
    return many(1_200)
