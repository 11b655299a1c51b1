"""The gateway from its settings to its end: one process an account, signed in, stopped cleanly."""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from bot.channels.matrix.assistant import Assistant
from bot.channels.matrix.client import Client, quiet
from bot.channels.matrix.errors import HomeserverAway, SignedOut
from bot.channels.matrix.gateway import Gateway
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.patience import Patience
from bot.channels.matrix.session import forget_session, sign_in
from bot.channels.matrix.settings import TOKEN, MatrixSettings
from bot.settings import SettingError

LOCK = "lock"
Say = Callable[[str], None]


def run(settings: MatrixSettings, say: Say, warn: Say) -> None:
    """Run until SIGTERM or Ctrl-C; `say` and `warn` get French lines for the operator.

    Raises:
        SettingError: the folder cannot be used, another gateway uses it, or the homeserver does not take us.
    """
    quiet()
    with _alone(settings):
        asyncio.run(_until_stopped(settings, say, warn))


async def _until_stopped(settings: MatrixSettings, say: Say, warn: Say) -> None:
    task = asyncio.current_task()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, task.cancel if task else lambda: None)
    with suppress(asyncio.CancelledError):
        while True:
            try:
                await _signed_in(settings, say, warn)
            except SignedOut as error:
                if settings.token:
                    raise SettingError(f"Le serveur Matrix ne connaît plus {TOKEN}.") from error
                if not error.soft:
                    forget_session(settings)


async def _signed_in(settings: MatrixSettings, say: Say, warn: Say) -> None:
    client = Client(settings.homeserver, settings.user, settings.folder)
    assistant = Assistant(settings.assistant, settings.key)
    try:
        await _sign_in(client, settings, warn)
        gateway = Gateway(Homeserver(client), assistant, settings.servers)
        await gateway.run(lambda: say(f"Connecté à Matrix : {client.user_id} (Ctrl-C pour arrêter)"))
    finally:
        await client.close()
        await assistant.close()


async def _sign_in(client: Client, settings: MatrixSettings, warn: Say) -> None:
    patience, warned = Patience(), False
    while True:
        try:
            return await sign_in(client, settings)
        except HomeserverAway as away:
            if not warned:
                warn("Le serveur Matrix ne répond pas. J'essaie de nouveau jusqu'à ce qu'il réponde.")
                warned = True
            await patience.wait(away)


@contextmanager
def _alone(settings: MatrixSettings) -> Iterator[None]:
    """The folder, made if need be, for this process alone: two with the same keys would spoil them."""
    try:
        settings.folder.mkdir(parents=True, exist_ok=True)
        settings.folder.chmod(0o700)
        handle = os.open(settings.folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise SettingError(f"Le dossier {settings.folder} ne peut pas être utilisé ({error.strerror}).") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise SettingError(f"Une autre passerelle Matrix utilise déjà le dossier {settings.folder}.") from error
    os.umask(0o077)
    try:
        yield
    finally:
        os.close(handle)
