"""Whole conversations with the really trained model and the real actions, in process."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.service import SITES, TODAY

_numbers = itertools.count()


@dataclass
class Reply:
    """What the assistant said in one turn, in the form of `assistant chat --jsonl`."""

    line: dict[str, Any]

    @property
    def text(self) -> str:
        """All texts, non-breaking spaces made plain."""
        joined = "\n".join(reply["text"] for reply in self.line["replies"])
        return joined.replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def kinds(self) -> list[str]:
        """The kind of each message."""
        return [reply["kind"] for reply in self.line["replies"]]

    @property
    def topics(self) -> list[str]:
        """Topics answered."""
        return [reply["topic"] for reply in self.line["replies"] if reply.get("topic")]

    @property
    def choices(self) -> list[str]:
        """Labels offered by the last message."""
        return [choice["label"] for choice in self.line["replies"][-1].get("choices", ())]

    @property
    def asks(self) -> str | None:
        """The field asked now."""
        return self.line["asks"]

    @property
    def result(self) -> dict[str, Any] | None:
        """The verdict given in this turn."""
        return self.line["result"]


Talk = Callable[..., Reply]


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """One event loop for all conversations."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def agent(trained_model: None) -> Any:
    """The assistant, loaded once."""
    from bot.cli.runtime import start

    return start()


@pytest.fixture
def talk(agent: Any, loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """A new conversation: `talk("first", "second")` says each in turn and gives the last reply."""
    from bot.channels.conversation import Exchange
    from bot.cli.chat import reply_line

    monkeypatch.setenv("ASSISTANT_TODAY", TODAY)
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(SITES))
    exchange = Exchange(f"test-{next(_numbers)}")

    def say(*texts: str) -> Reply:
        lines = [loop.run_until_complete(reply_line(agent, exchange, text)) for text in texts]
        return Reply(lines[-1])

    return say
