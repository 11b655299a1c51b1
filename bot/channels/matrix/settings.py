"""What the operator sets for the gateway; read once, when it starts."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from bot.channels.messaging.address import address
from bot.channels.secrets import Secret, secret
from bot.settings import SettingError, data_dir

HOMESERVER, USER = "ASSISTANT_MATRIX_HOMESERVER", "ASSISTANT_MATRIX_USER"
PASSWORD, TOKEN = "ASSISTANT_MATRIX_PASSWORD", "ASSISTANT_MATRIX_TOKEN"
SERVERS = "ASSISTANT_MATRIX_SERVERS"
ADDRESS, KEY = "ASSISTANT_ADDRESS", "ASSISTANT_API_KEY"
HERE = "http://localhost:5005/"
EXAMPLE = "https://matrix.exemple.fr"
_USER = re.compile(r"@[^\s:@]+:[^\s@/]+")
_SERVER = re.compile(r"[A-Za-z0-9.-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")


@dataclass(frozen=True)
class MatrixSettings:
    """Who the gateway is, where its two servers are, who may invite it, and where its session and keys are kept.

    `servers`: names of the homeservers whose people may invite it; empty: all.
    """

    homeserver: str
    user: str
    password: Secret | None
    token: Secret | None
    assistant: str
    key: Secret | None
    servers: frozenset[str]
    folder: Path


def matrix_settings() -> MatrixSettings:
    """The settings of the environment.

    Raises:
        SettingError: one is missing, or cannot be read.
    """
    password, token = secret(PASSWORD), secret(TOKEN)
    user = os.environ.get(USER, "").strip()
    if not os.environ.get(HOMESERVER, "").strip():
        raise SettingError(f"Il manque {HOMESERVER}, l'adresse du serveur Matrix, comme {EXAMPLE}.")
    homeserver = address(HOMESERVER, EXAMPLE)
    if not _USER.fullmatch(user):
        raise SettingError(f"{USER} doit être le nom du compte de l'assistant, comme @assistant:exemple.fr.")
    if not password and not token:
        raise SettingError(f"Il manque {PASSWORD} ou {TOKEN} (ou le même nom suivi de _FILE).")
    if password and token:
        raise SettingError(f"{PASSWORD} et {TOKEN} sont tous les deux donnés : gardez-en un.")
    key = secret(KEY)
    if key and not key.reveal().isascii():
        raise SettingError(f"{KEY} ne peut contenir que des signes sans accent.")
    assistant = address(ADDRESS, HERE)
    return MatrixSettings(homeserver, user, password, token, assistant, key, _servers(), data_dir() / "matrix")


def _servers() -> frozenset[str]:
    names = frozenset(os.environ.get(SERVERS, "").split())
    if not all(_SERVER.fullmatch(name) for name in names):
        raise SettingError(f"{SERVERS} doit contenir des noms de serveurs séparés par des espaces, comme exemple.fr.")
    return names
