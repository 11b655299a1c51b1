"""Messenger's stand-in, and the channel in a server with an echo behind it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.channels.messaging.messenger.channel import MessengerChannel
from bot.channels.messaging.messenger.settings import MessengerSettings
from bot.channels.secrets import Secret
from tests.channels.messaging.host import Echo, Host
from tests.channels.messaging.messenger.events import bring, text
from tests.channels.messaging.messenger.standin import SECRET, TOKEN, VERIFY, VERSION, Graph

SHORT = (0.01, 0.02, 0.03)
_people = itertools.count(5000)


@dataclass
class World:
    """Messenger, the assistant, and the address where the one reaches the other."""

    graph: Graph
    echo: Echo
    webhook: str


def channel_of(graph: Graph) -> MessengerChannel:
    """A channel that calls the stand-in, with short pauses between its tries."""
    settings = MessengerSettings(Secret(TOKEN), Secret(SECRET), Secret(VERIFY), f"{graph.address}{VERSION}")
    return MessengerChannel(settings, SHORT)


@pytest.fixture(scope="module")
def running() -> Iterator[World]:
    """Both, started once for a module."""
    graph, echo = Graph(), Echo()
    host = Host(lambda: channel_of(graph), echo)
    yield World(graph, echo, host.start())
    host.stop()
    graph.close()


@pytest.fixture
def world(running: World) -> Iterator[World]:
    """Both, with nothing said yet; no call may be one that Messenger does not accept."""
    running.graph.reset()
    running.graph.gone.clear()
    running.echo.heard.clear()
    yield running
    assert running.graph.refused == []


def stranger() -> str:
    """Somebody who has never written."""
    return str(next(_people))


def met(world: World) -> str:
    """Somebody who has had the first words already."""
    person = stranger()
    bring(world.webhook, text("bonjour", person))
    world.graph.reset()
    world.echo.heard.clear()
    return person


def said(world: World, person: str) -> list[str]:
    """The texts that somebody got."""
    return [message["text"] for message in world.graph.sent(person)]
