"""`assistant check`: is the content whole? Every problem is one line; status 1 when there is one."""

from __future__ import annotations

import click

from bot.answers.catalogue import load_catalogue
from bot.cli.content_checks import problems
from bot.settings import CONTENT, today


@click.command()
def check() -> None:
    """Vérifie les réponses, les questions, les guides, les chiffres et les exemples."""
    found = problems(load_catalogue(CONTENT), today())
    for problem in found:
        click.echo(problem)
    if found:
        raise click.exceptions.Exit(1)
    click.echo("Tout est en ordre.")
