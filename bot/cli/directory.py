"""`assistant directory`: the list of France services sites, downloaded and searched."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from bot.answers import french
from bot.answers.plain_text import plain_text
from bot.cli.errors import BadInput
from bot.directory.errors import DirectoryError
from bot.directory.places import find_place
from bot.settings import data_dir, now, sites_file, today

REFUSED = 1  # exit status: the list in use stays


@click.group()
def directory() -> None:
    """La liste des espaces France services."""


@directory.command()
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(1, 600), help="Secondes par essai.")
@click.option("--from", "source", metavar="FICHIER|ADRESSE", help="Liste à prendre : un fichier, ou une adresse https.")
@click.option("--date", "said", metavar="AAAA-MM-JJ", help="Date de la liste donnée par --from.")
@click.option("--force", is_flag=True, help="Accepte une liste bien plus courte que celle en place.")
@click.option("--undo", is_flag=True, help="Remet en place la liste précédente.")
@click.option("--hours", is_flag=True, help="Complète aussi la liste par l'annuaire de l'administration.")
@click.option("--hours-from", metavar="FICHIER", help="Comme --hours, avec un export de cet annuaire.")
def update(
    timeout: float,
    source: str | None,
    said: str | None,
    force: bool,
    undo: bool,
    hours: bool,
    hours_from: str | None,
) -> None:
    """Télécharge la liste officielle (data.gouv.fr) ; l'ancienne reste en place si cela échoue."""
    if source == "" or hours_from == "":
        raise BadInput("--from et --hours-from attendent un fichier ou une adresse.")
    if undo:
        if source or said or force or hours or hours_from:
            raise BadInput("--undo s'emploie seul.")
        _undo()
        return
    if said is not None and source is None:
        raise BadInput("--date dit la date de la liste donnée par --from : donnez aussi --from.")
    done = _update_list(source or "", _day(said), force, timeout)
    if hours or hours_from:
        _update_hours(hours_from or "", timeout)
    if sites_file() is not None:
        click.echo("Attention : ASSISTANT_SITES_FILE est réglé, c'est ce fichier-là qui sert.", err=True)
    if not done:
        raise click.exceptions.Exit(REFUSED)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        found = date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        found = None
    if found is None:
        raise BadInput(f"Date illisible : « {text} » (attendu : AAAA-MM-JJ).")
    if found > today():
        raise BadInput(f"La liste ne peut pas être du {french.day(found)} : cette date n'est pas encore venue.")
    return found


def _update_list(source: str, said: date | None, force: bool, timeout: float) -> bool:
    from bot.cli.directory_summary import ProgressLine, update_lines
    from bot.directory.official.update import Wanted
    from bot.directory.official.update import update as download

    progress = ProgressLine()
    try:
        report = download(data_dir(), Wanted(source, said, force, timeout), today=today(), progress=progress)
    except DirectoryError as error:
        progress.erase()
        click.echo(str(error), err=True)
        return False
    finally:
        progress.erase()
    for line in update_lines(report):
        click.echo(line)
    return True


def _update_hours(source: str, timeout: float) -> None:
    """The second source; its failure is said and changes nothing."""
    from bot.cli.directory_summary import ProgressLine, supplement_line
    from bot.directory.official.second_source import update_supplement

    progress = ProgressLine()
    try:
        report = update_supplement(data_dir(), source, timeout=timeout, today=today(), progress=progress)
    except DirectoryError as error:
        progress.erase()
        click.echo(str(error), err=True)
        return
    finally:
        progress.erase()
    click.echo(supplement_line(report))


def _undo() -> None:
    from bot.cli.directory_summary import undo_lines
    from bot.directory.official.install import undo

    try:
        done = undo(data_dir(), today())
    except DirectoryError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(REFUSED) from error
    for line in undo_lines(done.back, done.away):
        click.echo(line)


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
