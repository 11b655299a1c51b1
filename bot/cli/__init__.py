"""The command line `assistant`: one command family a file; bad input gives one French line and exit status 2."""

from __future__ import annotations

import os
import sys
import warnings
from importlib import import_module

import click

from bot.answers.catalogue import ContentError
from bot.cli.errors import BadInput, french
from bot.directory.errors import DirectoryError
from bot.settings import SettingError, today

CLEAR = (BadInput, ContentError, DirectoryError, SettingError)
COMMANDS = ("ask", "chat", "check", "directory", "figures", "matrix", "rules", "serve", "train", "widget")


class Commands(click.Group):
    """Each command stands in the module of its name, which is imported when it is called: the others cost nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"bot.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
