"""Telegram's stand-in, and the channel in a server with an echo behind it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.channels.messaging.telegram.channel import TelegramChannel
from bot.channels.messaging.telegram.settings import TelegramSettings
from bot.channels.secrets import Secret
from tests.channels.messaging.host import Echo, Host
from tests.channels.messaging.telegram.standin import TOKEN, Telegram
from tests.channels.messaging.telegram.updates import SECRET, bring, text

SHORT = (0.01, 0.02, 0.03)
_peers = itertools.count(5000)


@dataclass
class World:
    """Telegram, the assistant, and the address where the one reaches the other."""

    telegram: Telegram
    echo: Echo
    webhook: str


def channel_of(telegram: Telegram) -> TelegramChannel:
    """A channel that calls the stand-in, with short pauses between its tries."""
    return TelegramChannel(TelegramSettings(Secret(TOKEN), Secret(SECRET), telegram.address), SHORT)


@pytest.fixture(scope="module")
def running() -> Iterator[World]:
    """Both, started once for a module."""
    telegram, echo = Telegram(), Echo()
    host = Host(lambda: channel_of(telegram), echo)
    yield World(telegram, echo, host.start())
    host.stop()
    telegram.close()


@pytest.fixture
def world(running: World) -> Iterator[World]:
    """Both, with nothing said yet; no call may be one that Telegram does not accept."""
    running.telegram.reset()
    running.telegram.blocked.clear()
    running.echo.heard.clear()
    yield running
    assert running.telegram.refused == []


def stranger() -> int:
    """Somebody who has never written."""
    return next(_peers)


def met(world: World) -> int:
    """Somebody who has had the first words already."""
    peer = stranger()
    bring(world.webhook, text("bonjour", peer))
    world.telegram.reset()
    world.echo.heard.clear()
    return peer


def said(world: World, peer: int) -> list[str]:
    """The texts that somebody got."""
    return [message["text"] for message in world.telegram.sent(peer)]
