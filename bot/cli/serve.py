"""`assistant serve`: the assistant and its demo page, in one process."""

from __future__ import annotations

import ctypes
import errno
import gc
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from bot.cli.errors import BadInput
from bot.cli.train import train_model, up_to_date
from bot.settings import data_dir, models_dir

if TYPE_CHECKING:
    from rasa.core.channels.channel import InputChannel


@click.command()
@click.option("--host", default="localhost", show_default=True, help="Adresse d'écoute.")
@click.option("--port", default=5005, show_default=True, type=click.IntRange(1, 65535), help="Port d'écoute.")
def serve(host: str, port: int) -> None:
    """Démarre l'assistant et sa page de démonstration."""
    _check_port(host, port)
    messengers = _messengers()
    if not up_to_date(models_dir()):
        click.echo("Entraînement du modèle : une à deux minutes, une seule fois…")
        train_model(models_dir())
    click.echo("Démarrage de l'assistant…")
    from bot.cli.runtime import start

    agent = start()
    _warm_up()
    from bot.adapters.server import application
    from bot.channels.website.channel import WebsiteChannel
    from bot.cli.directory_refresh import DirectoryRefresh

    app = application(agent, WebsiteChannel(), messengers)
    address = f"http://{host}:{port}/"
    refresh = DirectoryRefresh(data_dir())

    @app.after_server_start  # type: ignore[misc]
    async def _say(*_: object) -> None:
        click.echo(f"L'assistant est prêt. Page de démonstration : {address} (Ctrl-C pour arrêter)")
        refresh.start()

    @app.before_server_stop  # type: ignore[misc]
    async def _stop_refreshing(*_: object) -> None:
        refresh.stop()

    app.run(host=host, port=port, access_log=False)


def _messengers() -> list[InputChannel]:
    """The messengers that are set.

    Raises:
        SettingError: something is badly set, which is better said before anything is loaded.
    """
    from bot.adapters import without_tensorflow

    without_tensorflow.install()
    from bot.channels.enabled import enabled
    from bot.channels.secrets import secret
    from bot.channels.website.integrators import KEYS

    secret(KEYS)
    return enabled()


def _warm_up() -> None:
    """Load now what the first questions would otherwise wait for, and give back what loading no longer needs."""
    from bot.directory.communes.gazetteer import gazetteer
    from bot.nlu.embedding import load_embedding
    from bot.nlu.spacy_french import french

    gazetteer().warm_up()
    french()
    if (embedding := load_embedding()) is not None:
        embedding.encode(["bonjour"])
    gc.collect()
    with suppress(OSError, AttributeError):  # the C library of Linux alone keeps freed memory, and has this call
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def _check_port(host: str, port: int) -> None:
    import socket

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise BadInput(f"Le port {port} est déjà pris : choisissez-en un autre avec --port.") from error
            raise BadInput(f"Impossible d'écouter sur {host}, port {port} : voyez --host et --port.") from error
