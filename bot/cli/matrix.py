"""`assistant matrix`: the gateway to Matrix, in a process of its own beside the server."""

from __future__ import annotations

import click


@click.command()
def matrix() -> None:
    """Relie l'assistant à la messagerie Matrix (Tchap en est une)."""
    from bot.channels.matrix.running import run
    from bot.channels.matrix.settings import matrix_settings

    run(matrix_settings(), click.echo, lambda line: click.echo(line, err=True))
