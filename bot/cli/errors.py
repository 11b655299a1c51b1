"""Clear errors for people who type commands."""

from __future__ import annotations

import re

import click


class BadInput(ValueError):
    """The input of a command cannot be used; the message is one French line."""


def french(error: click.ClickException) -> str:
    """What is wrong with a command, in one French line."""
    if isinstance(error, click.NoSuchOption):
        return f"Option inconnue : {error.option_name}. « assistant --help » donne la liste."
    if isinstance(error, click.BadOptionUsage):
        return f"Option mal employée : {error.option_name}. « assistant --help » donne la liste."
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else "un argument"
        return f"Il manque : {name}. « assistant --help » donne la liste."
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param else "valeur"
        return f"Valeur incorrecte pour {name} : {error.message.splitlines()[0]}"
    said = error.format_message().splitlines()[0]
    if unknown := re.match(r"No such command '(.*)'", said):
        return f"Commande inconnue : {unknown[1]}. « assistant --help » donne la liste."
    if said.startswith("Usage:"):  # a family of commands, named without any of them
        family = said.split("[")[0].removeprefix("Usage:").strip()
        return f"Il manque une commande après « {family} » ; --help les donne."
    return f"Commande incorrecte : {said} « assistant --help » donne la liste."
