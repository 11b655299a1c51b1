"""Clear errors for people who type commands."""

from __future__ import annotations

import click


class BadInput(ValueError):
    """The input of a command cannot be used; the message is one French line."""


def french(error: click.ClickException) -> str:
    """What is wrong with a command, in one French line."""
    if isinstance(error, click.NoSuchOption):
        return f"Option inconnue : {error.option_name}. « assistant --help » donne la liste."
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else "un argument"
        return f"Il manque : {name}. « assistant --help » donne la liste."
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param else "valeur"
        return f"Valeur incorrecte pour {name} : {error.message.splitlines()[0]}"
    return f"Commande incorrecte : {error.format_message().splitlines()[0]} « assistant --help » donne la liste."
