"""`assistant widget`: the lines that a site pastes to have the assistant, and what both sides must allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import click

from bot.cli.errors import BadInput

INSTEAD = "Poser une question sur la pension d'invalidité"  # shown where the script is missing
EXAMPLE = "https://assistant.example.org"
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[^\s/:?#@\[\]\"'<>&]+)(?::(?P<port>[0-9]{1,5}))?(?P<folder>(?:/[A-Za-z0-9._~%-]+)*)/?"
)
_THIS_MACHINE = re.compile(r"(?:.+\.)?localhost|127(?:\.\d+){3}")


@dataclass(frozen=True)
class Address:
    """Where the assistant is served."""

    origin: str
    folder: str

    def to(self, name: str) -> str:
        """The address of a file there."""
        return f"{self.origin}{self.folder}/{name}"


@click.command("widget")
@click.option("--at", "where", metavar="ADRESSE", help=f"Où l'assistant est servi, par exemple {EXAMPLE}.")
@click.option("--pinned", is_flag=True, help="Le navigateur refuse tout autre bouton que celui de cette version.")
def widget(where: str | None, pinned: bool) -> None:
    """Donne les lignes qu'un site colle dans ses pages pour avoir l'assistant."""
    if not where:
        raise BadInput(f"Donnez l'adresse où l'assistant est servi : --at {EXAMPLE}")
    click.echo("\n".join(lines(address(where), _integrity() if pinned else "")))


def address(text: str) -> Address:
    """An address as it is typed.

    Raises:
        BadInput: it is not one, or messages would travel there for everybody to read.
    """
    found = _ADDRESS.fullmatch(text.strip())
    host = _ascii(found["host"]) if found else ""
    if found is None or not host or int(found["port"] or 1) not in range(1, 65536):
        raise BadInput(f"Adresse illisible : « {' '.join(text.split())} » (attendu : {EXAMPLE}).")
    if found["scheme"] == "http" and not _THIS_MACHINE.fullmatch(host):
        raise BadInput("L'adresse doit commencer par https : sinon, tout ce qui est écrit circule en clair.")
    port = f":{found['port']}" if found["port"] else ""
    return Address(f"{found['scheme']}://{host}{port}", found["folder"])


def _ascii(host: str) -> str:
    """The name as browsers send it, empty when it cannot be one."""
    try:
        name = host.encode("idna").decode().lower()
    except UnicodeError:
        return ""
    return name if re.fullmatch(r"[a-z0-9.-]+", name) else ""


def _integrity() -> str:
    from bot.channels.website.assets import widget as served

    return served().button.integrity


def lines(at: Address, integrity: str = "") -> Iterator[str]:
    """The lines to paste, then what to allow; `integrity`: the only digest that the button may have."""
    pin = f' integrity="{integrity}" crossorigin="anonymous"' if integrity else ""
    yield f'<script type="module" src="{at.to("widget.js")}"{pin}></script>'
    yield f'<assistant-invalidite><a href="{at.to("")}">{INSTEAD}</a></assistant-invalidite>'
    yield ""
    yield "Collez ces deux lignes dans la page, une seule fois. Sans JavaScript, les visiteurs ont le lien."
    if integrity:
        yield "L'empreinte (integrity) est celle du bouton de cette version. À chaque mise à jour de l'assistant,"
        yield "relancez cette commande et changez la ligne : sinon le bouton est refusé, et seul le lien reste."
    yield ""
    yield "Si le site a une politique de sécurité (Content-Security-Policy), elle doit autoriser :"
    yield f"  script-src {at.origin}"
    yield f"  connect-src {at.origin}"
    yield ""
    yield "Du côté de l'assistant, l'origine du site doit être dans ASSISTANT_ALLOWED_ORIGINS (par exemple"
    yield f"https://www.example.org), sauf si c'est la même : {at.origin}."
