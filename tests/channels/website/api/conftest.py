"""A real assistant that knows an integrator: what counts by address does not stop the tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.channels.website.integrators import HEADER, KEYS
from tests.channels.website.api.talker import Talker
from tests.service import Service

KEY = "une-cle-pour-les-essais-seulement"
SITE = "https://permis.example"


@pytest.fixture(scope="session")
def address(trained_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where it listens."""
    service = Service(tmp_path_factory.mktemp("api"), ASSISTANT_ALLOWED_ORIGINS=SITE, **{KEYS: KEY})
    service.start()
    yield service.address
    service.stop()


@pytest.fixture(scope="module")
def talker(address: str) -> Iterator[Talker]:
    """The integrator's program, which holds each answer against the description."""
    with Talker(address, {HEADER: KEY}) as talker:
        yield talker


@pytest.fixture
def stranger(address: str) -> Iterator[Talker]:
    """A program without a key, which does the same."""
    with Talker(address) as stranger:
        yield stranger
