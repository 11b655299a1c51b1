"""Signing in to the homeserver: the token given, or the session of the last time, or the password."""

from __future__ import annotations

import json
import os
from pathlib import Path

from bot.channels.matrix.client import Client, asked
from bot.channels.matrix.errors import Refused, SignedOut
from bot.channels.matrix.settings import PASSWORD, TOKEN, USER, MatrixSettings
from bot.settings import SettingError

NAME = "session.json"
DEVICE = "Assistant (passerelle)"


async def sign_in(client: Client, settings: MatrixSettings) -> None:
    """Make the client that of the account.

    Raises:
        SettingError: the homeserver does not take the name, the password or the token.
        HomeserverAway: it cannot be asked now.
    """
    if settings.token:
        client.access_token = settings.token.reveal()
        try:
            account = await asked(client.whoami())
        except (SignedOut, Refused) as error:
            raise SettingError(f"Le serveur Matrix refuse {TOKEN}.") from error
        if account.user_id != settings.user or not account.device_id:
            raise SettingError(f"{TOKEN} n'est pas un jeton de {USER}.")
        client.restore_login(account.user_id, account.device_id, client.access_token)
        return
    kept = _kept(settings)
    if kept:
        client.access_token = kept["access_token"]
        try:
            account = await asked(client.whoami())
            client.restore_login(account.user_id, kept["device_id"], kept["access_token"])
            return
        except SignedOut as error:
            # A device that was signed out for good is gone, and its keys with it.
            client.access_token, client.device_id = "", kept["device_id"] if error.soft else None
    await _by_password(client, settings)


def forget_session(settings: MatrixSettings) -> None:
    """Forget the session of the last time."""
    (settings.folder / NAME).unlink(missing_ok=True)


async def _by_password(client: Client, settings: MatrixSettings) -> None:
    password = settings.password
    try:
        signed = await asked(client.login(password.reveal() if password else "", DEVICE))
    except (SignedOut, Refused) as error:
        raise SettingError(f"Le serveur Matrix refuse {USER} ou {PASSWORD}.") from error
    _keep(settings, {"user": signed.user_id, "device_id": signed.device_id, "access_token": signed.access_token})


def _kept(settings: MatrixSettings) -> dict[str, str]:
    try:
        kept = json.loads((settings.folder / NAME).read_text(encoding="utf-8"))
        usable = kept["user"] == settings.user and kept["homeserver"] == settings.homeserver
        return kept if usable and kept["device_id"] and kept["access_token"] else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _keep(settings: MatrixSettings, session: dict[str, str]) -> None:
    path: Path = settings.folder / NAME
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({**session, "homeserver": settings.homeserver}, file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
