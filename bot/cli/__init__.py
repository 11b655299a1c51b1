"""The command line `assistant`: one command family a file; bad input gives one French line and exit status 2."""

from __future__ import annotations

import os
import sys
import warnings

import click

from bot.answers.catalogue import ContentError
from bot.cli.ask import ask
from bot.cli.chat import chat
from bot.cli.check import check
from bot.cli.directory import directory
from bot.cli.errors import BadInput, french
from bot.cli.figures import figures
from bot.cli.matrix import matrix
from bot.cli.rules import rules
from bot.cli.serve import serve
from bot.cli.train import train
from bot.cli.widget import widget
from bot.directory.errors import DirectoryError
from bot.settings import SettingError, today

CLEAR = (BadInput, ContentError, DirectoryError, SettingError)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--today", "on", metavar="DATE", help="Date des règles et des chiffres (AAAA-MM-JJ).")
def group(on: str | None) -> None:
    """L'assistant de la pension d'invalidité."""
    # Rasa and what it brings warn of their own age at every start: not something its user can mend.
    warnings.simplefilter("ignore")
    warnings.showwarning = _say_nothing
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    if on:
        os.environ["ASSISTANT_TODAY"] = on
    today()


def _say_nothing(*_args: object, **_kwargs: object) -> None:
    """Some packages set their own filters while they are imported: what they then warn of is not shown either."""


for command in (serve, chat, ask, train, check, figures, rules, directory, widget, matrix):
    group.add_command(command)


def main() -> None:
    """Entry point: every clear error is one line on standard error and status 2."""
    try:
        sys.exit(group(standalone_mode=False) or 0)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        click.echo(french(error), err=True)
        sys.exit(2)
    except CLEAR as error:
        click.echo(str(error).splitlines()[0], err=True)
        sys.exit(2)
