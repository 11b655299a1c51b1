"""`assistant check`: is the content whole, are channels well set? One line a problem; status 1 when there is one."""

from __future__ import annotations

import click

from bot.answers.catalogue import load_catalogue
from bot.cli.channel_checks import report
from bot.cli.content_checks import problems
from bot.cli.review import due, unsettled
from bot.rules import default_parameters
from bot.settings import CONTENT, today


@click.command()
@click.option("--review", is_flag=True, help="Liste plutôt les réponses à relire : échéances, points non tranchés.")
@click.option("--channels", is_flag=True, help="Vérifie plutôt les réglages des canaux ; rien n'est envoyé.")
def check(review: bool, channels: bool) -> None:
    """Vérifie les réponses, les questions, les guides, les chiffres et les exemples."""
    if channels:
        lines, is_well = report()
        click.echo("\n".join(lines))
        if not is_well:
            raise click.exceptions.Exit(1)
        return
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
