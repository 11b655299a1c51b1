"""Secrets of the channels: from the environment, or from a file that nobody else may read; never shown or logged."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bot.settings import SettingError

LONGEST_SECRET = 10_000  # bytes: a larger file was not meant to be one
OTHERS = stat.S_IRWXG | stat.S_IRWXO
CREDENTIALS = "CREDENTIALS_DIRECTORY"  # where systemd puts what LoadCredential= names, for this service alone


class Secret:
    """A word that only `reveal` shows: neither logs nor error messages can hold it by mistake."""

    def __init__(self, word: str) -> None:
        self._word = word

    def reveal(self) -> str:
        """The word itself."""
        return self._word

    def __repr__(self) -> str:
        return "Secret(…)"


def secret(name: str) -> Secret | None:
    """The secret of the environment variable `name`, or of the file that `name`_FILE names; None when neither is set.

    Raises:
        SettingError: both are set, or the file cannot be read, is empty, or may be read by other users.
    """
    word, path = os.environ.get(name, "").strip(), os.environ.get(f"{name}_FILE", "").strip()
    if word and path:
        raise SettingError(f"{name} et {name}_FILE sont tous les deux donnés : gardez-en un.")
    if path:
        return Secret(_of_file(f"{name}_FILE", Path(path)))
    return Secret(word) if word else None


def _of_file(name: str, path: Path) -> str:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LONGEST_SECRET:
            raise SettingError(f"{name} : {path} n'est pas le fichier d'un secret.")
        if status.st_mode & _refused(path):
            raise SettingError(f"{name} : d'autres comptes peuvent lire {path} (corrigez : chmod 600).")
        word = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingError(f"{name} : {path} ne peut pas être lu ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{name} : {path} n'est pas du texte en UTF-8.") from error
    if not word:
        raise SettingError(f"{name} : {path} est vide.")
    return word


def _refused(path: Path) -> int:
    """The permissions that a secret at this place may not have."""
    folder = Path(os.environ.get(CREDENTIALS, ""))
    # systemd gives the service's user its right by an access list, whose mask shows as the right of the group.
    is_credential = folder.is_absolute() and Path(os.path.realpath(folder)) in Path(os.path.realpath(path)).parents
    return OTHERS & ~stat.S_IRGRP if is_credential else OTHERS
