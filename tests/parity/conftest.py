"""Conversations played once for all tests: in this process, and meanwhile over HTTP against a real server."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.dialogues.catalogue import Conversation
from tests.dialogues.conftest import agent, loop
from tests.parity.playing import InText, Said, Step, over_http
from tests.service import SITES, TODAY, Service

__all__ = ["agent", "loop"]


@dataclass
class Played:
    """The conversations that have been asked for, each played once; `behind`: what runs the same over HTTP."""

    agent: Any
    loop: asyncio.AbstractEventLoop
    service: Service
    key: str
    behind: ThreadPoolExecutor
    _steps: dict[str, tuple[Step, ...]] = field(default_factory=dict)
    _answers: dict[str, Future[list[list[Said]]]] = field(default_factory=dict)

    def in_text(self, conversation: Conversation) -> tuple[Step, ...]:
        """What was said and answered, message by message."""
        if conversation.id not in self._steps:
            steps = InText(self.agent, self.loop, conversation).play()
            self._steps[conversation.id] = steps
            self._answers[conversation.id] = self.behind.submit(over_http, self.service.address, self.key, steps)
        return self._steps[conversation.id]

    def over_http(self, conversation: Conversation) -> list[list[Said]]:
        """What the server answered to the same messages."""
        self.in_text(conversation)
        return self._answers[conversation.id].result(timeout=300)


@pytest.fixture(scope="session")
def service(trained_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Service, str]]:
    """A real server that starts behind, and a key that lifts what one address may begin."""
    key = secrets.token_urlsafe(24)
    service = Service(tmp_path_factory.mktemp("parity"), ASSISTANT_API_KEYS=key)
    yield service, key
    service.stop()


@pytest.fixture(scope="session")
def played(
    request: pytest.FixtureRequest, service: tuple[Service, str], loop: asyncio.AbstractEventLoop
) -> Iterator[Played]:
    """The player."""
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as behind:
        patch.setenv("ASSISTANT_TODAY", TODAY)
        patch.setenv("ASSISTANT_SITES_FILE", str(SITES))
        started = behind.submit(service[0].start)
        yield Played(request.getfixturevalue("agent"), loop, *service, behind)
        started.result()
