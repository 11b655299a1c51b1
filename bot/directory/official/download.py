"""A file brought here from an address, within limits of size and time."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from time import monotonic
from typing import Any

import httpx

from bot.directory.errors import DirectoryError
from bot.directory.sites.table import LARGEST_FILE

# Bytes received so far, and in all when the server says it.
Progress = Callable[[int, int | None], None]
_USER_AGENT = "assistant-invalidite (mise à jour de la liste France services)".encode()
_LARGEST_ANSWER = 20_000_000  # bytes of what a catalogue says
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@contextmanager
def opened(client: httpx.Client | None) -> Iterator[httpx.Client]:
    """The client given, else one of our own, closed at the end. Raises DirectoryError when the machine's settings
    (proxy, certificates) do not allow any.
    """
    if client is not None:
        yield client
        return
    try:
        own = httpx.Client(headers=[(b"User-Agent", _USER_AGENT)])
    except (ValueError, OSError, ImportError) as error:
        raise DirectoryError("le réglage du réseau de cette machine (proxy, certificats) est illisible") from error
    with own:
        yield own


def fetch(
    client: httpx.Client,
    address: str,
    path: Path,
    timeout: float,
    progress: Progress | None = None,
    largest: int = LARGEST_FILE,
) -> date | None:
    """Write the file; the day of its last change when the server says it.

    timeout: seconds for each answer; ten times as much for the whole file.
    """
    with path.open("wb") as file, _answer(client, address, timeout) as answer:
        total = answer.headers.get("content-length", "")
        for piece in _pieces(answer, 10 * timeout, largest):
            file.write(piece)
            if progress is not None:
                progress(answer.num_bytes_downloaded, int(total) if total.isdecimal() and len(total) < 16 else None)
        return _day(answer.headers.get("last-modified", ""))


def fetch_json(client: httpx.Client, address: str, timeout: float) -> Any:
    """What a service answers. Raises DirectoryError also when that is not JSON."""
    with _answer(client, address, timeout) as answer:
        content = b"".join(_pieces(answer, 2 * timeout, _LARGEST_ANSWER))
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DirectoryError("la réponse n'est pas lisible") from error


def copy(source: Path, path: Path, largest: int = LARGEST_FILE) -> None:
    """Copy a file of this machine."""
    try:
        if not source.exists():
            raise DirectoryError(f"le fichier {source.name} est introuvable")
        if not source.is_file():
            raise DirectoryError(f"{source.name} n'est pas un fichier")
        if source.stat().st_size > largest:
            raise DirectoryError(f"le fichier {source.name} est trop gros")
        given = source.open("rb")
    except OSError as error:
        raise DirectoryError(f"le fichier {source.name} est illisible") from error
    with given, path.open("wb") as file:
        shutil.copyfileobj(given, file)


@contextmanager
def _answer(client: httpx.Client, address: str, timeout: float) -> Iterator[httpx.Response]:
    try:
        if not _is_safe(httpx.URL(address)):
            raise DirectoryError("l'adresse ne commence pas par https://")
        with client.stream("GET", address, timeout=timeout, follow_redirects=True) as answer:
            if not all(_is_safe(step.url) for step in (*answer.history, answer)):
                raise DirectoryError("l'adresse renvoie vers une adresse sans https")
            answer.raise_for_status()
            yield answer
    except httpx.TimeoutException as error:
        raise DirectoryError("le serveur ne répond pas à temps") from error
    except httpx.HTTPStatusError as error:
        raise DirectoryError(f"le serveur répond {error.response.status_code}") from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise DirectoryError("l'adresse est incorrecte") from error
    except httpx.HTTPError as error:
        raise DirectoryError("le serveur est injoignable ou coupe la connexion") from error


def _pieces(answer: httpx.Response, seconds: float, largest: int) -> Iterator[bytes]:
    ends = monotonic() + seconds
    size = 0
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > largest or monotonic() > ends:
            raise DirectoryError("le fichier est trop gros ou arrive trop lentement")
        yield piece


def _is_safe(url: httpx.URL) -> bool:
    return url.scheme == "https" or (url.scheme == "http" and url.host in _HERE)


def _day(header: str) -> date | None:
    try:
        return parsedate_to_datetime(header).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
