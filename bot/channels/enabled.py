"""Which channels this server has: all are off until their settings are there, and none is loaded before."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.channels.matrix import settings as matrix
from bot.channels.messaging.needs import Need
from bot.channels.secrets import secret
from bot.settings import SettingError, allowed_origins

if TYPE_CHECKING:
    from rasa.core.channels.channel import InputChannel

_ORIGIN = re.compile(r"https?://(?:[^\s/?#@:\[\]]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")


def _prefix(name: str) -> str:
    return f"ASSISTANT_{name.upper()}_"


@dataclass(frozen=True)
class Messenger:
    """A messenger of `bot/channels/messaging/`: `module` is its package, and its name under /webhooks/."""

    label: str
    module: str
    class_name: str

    @property
    def prefix(self) -> str:
        """What the names of all its settings begin with."""
        return _prefix(self.module)

    def load(self) -> Any:
        """Its class, an `InputChannel` with `needs` and `from_environment()`."""
        return getattr(import_module(f"bot.channels.messaging.{self.module}.channel"), self.class_name)


MESSENGERS = (
    Messenger("Telegram", "telegram", "TelegramChannel"),
    Messenger("Messenger", "messenger", "MessengerChannel"),
    Messenger("SMS et WhatsApp (Twilio)", "twilio", "TwilioChannel"),
)
MATRIX_PREFIX = _prefix("matrix")
MATRIX_NAMES = frozenset(
    {matrix.HOMESERVER, matrix.USER, matrix.SERVERS}
    | {f"{name}{end}" for name in (matrix.PASSWORD, matrix.TOKEN) for end in ("", "_FILE")}
)


@dataclass(frozen=True)
class ChannelStatus:
    """A channel and whether it is on; what is missing or wrong, one French line each, without any secret."""

    label: str
    is_on: bool
    problems: tuple[str, ...] = ()


def enabled() -> list[InputChannel]:
    """The messengers whose settings are there, each to be mounted under /webhooks/ and its name.

    Raises:
        SettingError: one is set in part, badly, or under a mistyped name: the first thing that `statuses` would say.
    """
    are_set = [one for one in MESSENGERS if _names(one.prefix)]
    for problem in (problem for one in are_set for problem in _of(one).problems):
        raise SettingError(problem)
    found = (one.load().from_environment() for one in are_set)
    return [channel for channel in found if channel is not None]


def statuses() -> list[ChannelStatus]:
    """Every channel as its settings make it; nothing is asked of any network."""
    return [
        ChannelStatus("Page et bouton pour un site", True, tuple(_of_origins())),
        ChannelStatus("Interface HTTP", True, tuple(_of_keys())),
        ChannelStatus("Terminal", True),
        _of_matrix(),
        *(_of(messenger) for messenger in MESSENGERS),
    ]


def _names(prefix: str) -> list[str]:
    return sorted(name for name, value in os.environ.items() if name.startswith(prefix) and value.strip())


def _of(messenger: Messenger) -> ChannelStatus:
    names = _names(messenger.prefix)
    if not names:
        return ChannelStatus(messenger.label, False)
    channel = messenger.load()
    known = {need.name for need in channel.needs} | {f"{need.name}_FILE" for need in channel.needs if need.secret}
    problems = [*_unknown(names, known), *_missing(channel.needs)]
    return ChannelStatus(messenger.label, True, tuple(problems or _wrong(channel.from_environment)))


def _of_matrix() -> ChannelStatus:
    names = _names(MATRIX_PREFIX)
    if not names:
        return ChannelStatus("Matrix et Tchap", False)
    problems = [*_unknown(names, MATRIX_NAMES), *_wrong(matrix.matrix_settings)]
    return ChannelStatus("Matrix et Tchap", True, tuple(problems))


def _of_origins() -> Iterator[str]:
    for origin in sorted(allowed_origins()):
        if not _ORIGIN.fullmatch(origin):
            yield f"ASSISTANT_ALLOWED_ORIGINS : « {origin} » n'est pas de la forme https://exemple.fr, sans / final."


def _of_keys() -> Iterator[str]:
    from bot.channels.website.integrators import KEYS, SHORTEST_KEY  # brings the web server

    try:
        kept = secret(KEYS)
    except SettingError as error:
        yield str(error)
        return
    short = [key for key in kept.reveal().split() if len(key) < SHORTEST_KEY] if kept else []
    if short:
        yield f"{KEYS} : une clé de moins de {SHORTEST_KEY} signes n'est jamais acceptée (ici : {len(short)})."


def _unknown(names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for name in sorted(set(names) - set(known)):
        yield f"{name} n'est pas un réglage connu."


def _missing(needs: Iterable[Need]) -> Iterator[str]:
    for need in needs:
        try:
            given = secret(need.name) if need.secret else os.environ.get(need.name, "").strip()
        except SettingError as error:
            yield str(error)
            continue
        if not given and not need.optional:
            yield f"Il manque {need.name} : {need.what}."


def _wrong(read: Callable[[], Any]) -> Iterator[str]:
    try:
        read()
    except SettingError as error:
        yield str(error)
