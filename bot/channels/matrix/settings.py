"""What the operator sets for the gateway; read once, when it starts."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.channels.secrets import Secret, secret
from bot.settings import SettingError, data_dir

HOMESERVER, USER = "ASSISTANT_MATRIX_HOMESERVER", "ASSISTANT_MATRIX_USER"
PASSWORD, TOKEN = "ASSISTANT_MATRIX_PASSWORD", "ASSISTANT_MATRIX_TOKEN"
SERVERS = "ASSISTANT_MATRIX_SERVERS"
ADDRESS, KEY = "ASSISTANT_ADDRESS", "ASSISTANT_API_KEY"
HERE = "http://localhost:5005/"
_USER = re.compile(r"@[^\s:@]+:[^\s@/]+")
_THIS_MACHINE = re.compile(r"(?:.+\.)?localhost|127(?:\.\d+){3}|::1")


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
    homeserver = _address(HOMESERVER, "")
    if not _USER.fullmatch(user):
        raise SettingError(f"{USER} doit être le nom du compte de l'assistant, comme @assistant:exemple.fr.")
    if not password and not token:
        raise SettingError(f"Il manque {PASSWORD} ou {TOKEN} (ou le même nom suivi de _FILE).")
    if password and token:
        raise SettingError(f"{PASSWORD} et {TOKEN} sont tous les deux donnés : gardez-en un.")
    key = secret(KEY)
    if key and not key.reveal().isascii():
        raise SettingError(f"{KEY} ne peut contenir que des signes sans accent.")
    servers = frozenset(os.environ.get(SERVERS, "").split())
    return MatrixSettings(
        homeserver, user, password, token, _address(ADDRESS, HERE), key, servers, data_dir() / "matrix"
    )


def _address(name: str, usual: str) -> str:
    """An address without its final slash.

    Raises:
        SettingError: it is missing, is none, or everything would travel for everybody to read.
    """
    text = os.environ.get(name, "").strip() or usual
    try:
        parts = urlsplit(text)
        is_address = bool(parts.hostname) and parts.scheme in {"https", "http"} and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or parts.query or parts.fragment or parts.username or re.search(r"\s", text):
        raise SettingError(f"{name} doit être une adresse, comme https://exemple.fr.")
    if parts.scheme == "http" and not _THIS_MACHINE.fullmatch(parts.hostname or ""):
        raise SettingError(f"{name} doit commencer par https : sinon, tout ce qui est écrit circule en clair.")
    return text.rstrip("/")
