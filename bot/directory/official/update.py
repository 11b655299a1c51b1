"""Download of the official list: validated in full before it replaces the one in use."""

from __future__ import annotations

import csv
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from time import monotonic

import httpx

from bot.directory.errors import DirectoryError
from bot.directory.official.catalogue import Addresses, Candidate, candidates
from bot.directory.sites.reader import LICENCE, OFFICIAL_SOURCE, read_sites
from bot.directory.sites.store import CACHED_NAME

FEWEST_SITES = 1_000
LARGEST_FILE = 50_000_000  # bytes
_KEPT_SHARE = 0.7  # of the previous list: a new one with fewer sites is an accident
_COLUMNS = {"id_fs", "lib_fs", "latitude", "longitude"}
_USER_AGENT = "assistant-invalidite (mise à jour de la liste France services)".encode()


@dataclass(frozen=True)
class UpdateReport:
    """What an update did. previous: number of sites before, None without a previous list."""

    sites: int
    previous: int | None
    date: date | None
    address: str
    path: Path


def update(
    data_dir: Path,
    *,
    timeout: float = 30.0,
    client: httpx.Client | None = None,
    addresses: Addresses = Addresses(),  # noqa: B008  (frozen)
    today: date | None = None,
) -> UpdateReport:
    """Replace `data_dir`/france_services.csv by the newest official list.

    timeout: seconds for each answer; ten times as much for a whole file. today: written beside the
    list, the day of the clock by default. Raises DirectoryError, with one French line, when no
    address gives a valid list; the previous one is then untouched.
    """
    faults: list[str] = []
    own = client or httpx.Client(headers=[(b"User-Agent", _USER_AGENT)])
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        for candidate in candidates(own, addresses, timeout, faults):
            try:
                return _install(own, candidate, data_dir, timeout, today or date.today())
            except DirectoryError as error:
                faults.append(str(error))
    except OSError as error:
        raise DirectoryError(f"Écriture impossible dans le dossier {data_dir.name}.") from error
    finally:
        if client is None:
            own.close()
    reason = faults[-1].rstrip(".") if faults else "aucune adresse à essayer"
    raise DirectoryError(
        f"La liste France services n'a pas été mise à jour : {reason}. La liste précédente est gardée."
    )


def _install(client: httpx.Client, candidate: Candidate, data_dir: Path, timeout: float, today: date) -> UpdateReport:
    """Download to a temporary file of the same folder, check it, put it in place at once."""
    handle, name = tempfile.mkstemp(dir=data_dir, prefix=".france_services-", suffix=".csv")
    os.close(handle)
    temporary = Path(name)
    try:
        modified = _download(client, candidate.address, temporary, timeout)
        sites = _validated(temporary)
        previous = _previous(data_dir)
        if previous is not None and sites < previous * _KEPT_SHARE:
            raise DirectoryError(f"la nouvelle liste n'a que {sites} lieux au lieu de {previous}")
        day = candidate.date or modified
        _tell_beside(data_dir, candidate.address, day, today, temporary)
        return UpdateReport(sites, previous, day, candidate.address, data_dir / CACHED_NAME)
    finally:
        temporary.unlink(missing_ok=True)


def _download(client: httpx.Client, address: str, path: Path, timeout: float) -> date | None:
    """Write the file; the day of its last change when the server says it."""
    ends = monotonic() + 10 * timeout
    size = 0
    try:
        with client.stream("GET", address, timeout=timeout, follow_redirects=True) as answer:
            answer.raise_for_status()
            with path.open("wb") as file:
                for piece in answer.iter_bytes():
                    size += len(piece)
                    if size > LARGEST_FILE or monotonic() > ends:
                        raise DirectoryError("le fichier est trop gros ou arrive trop lentement")
                    file.write(piece)
            return _day(answer.headers.get("last-modified", ""))
    except httpx.TimeoutException as error:
        raise DirectoryError("le serveur ne répond pas à temps") from error
    except httpx.HTTPStatusError as error:
        raise DirectoryError(f"le serveur répond {error.response.status_code}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise DirectoryError("le serveur est injoignable ou coupe la connexion") from error


def _day(header: str) -> date | None:
    try:
        return parsedate_to_datetime(header).date()
    except (TypeError, ValueError, IndexError):
        return None


def _validated(path: Path) -> int:
    """The number of sites. Raises DirectoryError when it is not a whole official list."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        start = file.read(4_096).lstrip()
        if start[:1] == "<":
            raise DirectoryError("une page web est arrivée à la place de la liste")
        first_line = start.split("\n", 1)[0]
        separator = max(",;\t", key=first_line.count)
        header = [cell.strip().strip('"').lower() for cell in first_line.split(separator)]
        if not _COLUMNS.issubset(header):
            raise DirectoryError("le fichier reçu n'a pas les colonnes attendues")
        file.seek(0)
        widths = [len(row) for row in csv.reader(file, delimiter=separator) if row]
    if widths[-1] != widths[0]:
        raise DirectoryError("le fichier reçu est incomplet")
    sites = len(read_sites(path).sites)
    if sites < FEWEST_SITES:
        raise DirectoryError(f"le fichier reçu n'a que {sites} lieux")
    return sites


def _previous(data_dir: Path) -> int | None:
    try:
        return len(read_sites(data_dir / CACHED_NAME).sites)
    except DirectoryError:
        return None


def _tell_beside(data_dir: Path, address: str, day: date | None, today: date, temporary: Path) -> None:
    """Put the list, then what is said of it, in place; each replaces the former at once."""
    target = data_dir / CACHED_NAME
    told = {
        "date": day.isoformat() if day else "",
        "source": OFFICIAL_SOURCE,
        "address": address,
        "licence": LICENCE,
        "downloaded_on": today.isoformat(),
    }
    beside = temporary.with_suffix(".json")
    beside.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    temporary.chmod(0o644)
    temporary.replace(target)
    beside.replace(target.with_suffix(".json"))
