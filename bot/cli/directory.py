"""`assistant directory`: the list of France services sites, downloaded and searched."""

from __future__ import annotations

from pathlib import Path

import click

from bot.answers import french
from bot.answers.plain_text import plain_text
from bot.cli.errors import BadInput
from bot.directory.errors import DirectoryError
from bot.directory.places import find_place
from bot.directory.sites.store import CACHED_NAME
from bot.settings import data_dir, now, sites_file, today

FIRST_TIMEOUT = 5.0
TRIED = ".directory-tried"


@click.group()
def directory() -> None:
    """La liste des espaces France services."""


@directory.command()
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(1, 600), help="Secondes par essai.")
def update(timeout: float) -> None:
    """Télécharge la liste officielle (data.gouv.fr) ; l'ancienne reste en place si cela échoue."""
    from bot.directory.official.update import update as download

    report = download(data_dir(), timeout=timeout, today=today())
    dated = f" du {french.day(report.date)}" if report.date else ""
    click.echo(f"{report.sites} espaces France services, liste{dated}, Licence Ouverte 2.0.")


@directory.command()
@click.argument("place", nargs=-1, required=True)
@click.option("--sites", type=click.Path(path_type=Path), help="Liste à lire, au lieu de celle qui est en place.")
def nearest(place: tuple[str, ...], sites: Path | None) -> None:
    """Donne les espaces les plus proches d'une commune ou d'un code postal."""
    import os

    from bot.dialogue.nearby import places_message
    from bot.directory.sites.store import load_sites

    if sites is not None:
        os.environ["ASSISTANT_SITES_FILE"] = str(sites)
    load_sites(sites_file(), data_dir())
    match = find_place(" ".join(place))
    if match.kind == "ambiguous":
        names = french.joined([found.label for found in match.places], "ou")
        raise BadInput(f"Plusieurs communes portent ce nom : {names} ?")
    if match.kind == "abroad":
        raise BadInput("Ce lieu n'est pas en France : les espaces France services sont en France seulement.")
    if match.kind != "resolved":
        raise BadInput("Commune inconnue : essayez avec le code postal.")
    click.echo(plain_text(places_message("|".join(found.insee for found in match.places), now())))


def first_update(folder: Path) -> str:
    """Try the official list once, shortly, unless a list is there or was given; one line says what happened."""
    if sites_file() or (folder / CACHED_NAME).is_file():
        return "Liste des espaces France services : en place."
    if (folder / TRIED).is_file():
        return (
            "Liste des espaces France services : extrait intégré (« assistant directory update » : la liste entière)."
        )
    from bot.directory.official.update import update as download

    folder.mkdir(parents=True, exist_ok=True)
    (folder / TRIED).touch()
    try:
        report = download(folder, timeout=FIRST_TIMEOUT, today=today())
    except DirectoryError:
        return "Liste officielle des espaces France services injoignable : l'extrait intégré sert en attendant."
    return f"Liste officielle des espaces France services : {report.sites} lieux."
