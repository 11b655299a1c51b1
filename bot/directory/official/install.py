"""The list put in place, with the one before it kept beside, to be put back when somebody asks."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.directory.errors import DirectoryError
from bot.directory.official.files import one_at_a_time, put, put_bytes
from bot.directory.sites.reader import LICENCE, OFFICIAL_SOURCE, read_sites, told_beside
from bot.directory.sites.site import SiteList
from bot.directory.sites.store import CACHED_NAME, PREVIOUS_NAME


@dataclass(frozen=True)
class Undone:
    """The list put back, and the one that was in use, None when nobody could read it."""

    back: SiteList
    away: SiteList | None


def list_in_use(folder: Path) -> SiteList | None:
    """The download that serves, as the official list gave it; None when there is none that can be read."""
    return _readable(folder / CACHED_NAME) or _readable(folder / PREVIOUS_NAME)


def _readable(path: Path) -> SiteList | None:
    try:
        return read_sites(path)
    except DirectoryError:
        return None


def install(temporary: Path, folder: Path, *, day: date | None, address: str, today: date) -> None:
    """Make the temporary file the list in use; the caller holds the lock of the folder.

    What is said of a list bears its digest: a stop between two files cannot give it the date of another.
    """
    target = folder / CACHED_NAME
    new, old = temporary.read_bytes(), _bytes(target)
    if new != old:
        # A list that nobody can read is worth less than the one kept before it.
        if old is not None and _readable(target) is not None:
            _put_with_notes(old, folder / PREVIOUS_NAME, told_beside(target))
        put(temporary, target)
    told = {
        "date": day.isoformat() if day else "",
        "source": OFFICIAL_SOURCE,
        "address": address,
        "licence": LICENCE,
        "downloaded_on": today.isoformat(),
    }
    _put_notes(new, target, told)


def undo(folder: Path, today: date) -> Undone:
    """Put the list of before back in use, and keep the other in its place.

    Raises DirectoryError, with one French line, when there is none to put back.
    """
    target, former = folder / CACHED_NAME, folder / PREVIOUS_NAME
    try:
        with one_at_a_time(folder):
            back = _readable(former)
            if back is None:
                raise DirectoryError("il n'y a pas de liste précédente lisible")
            away, now, then = _readable(target), _bytes(target), former.read_bytes()
            notes, notes_then = told_beside(target), told_beside(former)
            # Said, so that no refresh brings the other list back at once.
            _put_with_notes(then, target, notes_then | {"put_back_on": today.isoformat()})
            if away is not None and now is not None:
                _put_with_notes(now, former, notes)
            return Undone(back, away)
    except DirectoryError as error:
        raise DirectoryError(f"Aucune liste n'a été remise en place : {error}.") from error
    except FileNotFoundError as error:
        raise DirectoryError("Aucune liste n'a été remise en place : il n'y en a pas de précédente.") from error
    except OSError as error:
        raise DirectoryError(f"Écriture impossible dans le dossier {folder.name} : la liste n'a pas changé.") from error


def _put_with_notes(content: bytes, target: Path, told: dict[str, str]) -> None:
    put_bytes(content, target)
    _put_notes(content, target, told)


def _put_notes(content: bytes, target: Path, told: dict[str, str]) -> None:
    notes = told | {"sha256": hashlib.sha256(content).hexdigest()}
    put_bytes((json.dumps(notes, ensure_ascii=False, indent=1) + "\n").encode(), target.with_suffix(".json"))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
