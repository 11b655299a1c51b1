"""`assistant check`: is the content whole? Every problem is one line; status 1 when there is one."""

from __future__ import annotations

import click

from bot.answers.catalogue import load_catalogue
from bot.cli.content_checks import problems
from bot.cli.review import due, unsettled
from bot.rules import default_parameters
from bot.settings import CONTENT, today


@click.command()
@click.option("--review", is_flag=True, help="Liste plutôt les réponses à relire : échéances, points non tranchés.")
def check(review: bool) -> None:
    """Vérifie les réponses, les questions, les guides, les chiffres et les exemples."""
    catalogue = load_catalogue(CONTENT)
    if review:
        to_read = due(catalogue, default_parameters(), today())
        click.echo("\n".join(one.line(today()) for one in to_read) or "Rien à relire dans les deux mois.")
        click.echo("\nPoints qu'aucun texte ne tranche, à suivre :")
        click.echo("\n".join(unsettled(catalogue)))
        return
    found = problems(catalogue, today())
    for problem in found:
        click.echo(problem)
    if found:
        raise click.exceptions.Exit(1)
    click.echo("Tout est en ordre.")
