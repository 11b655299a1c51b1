"""Files put in place whole or not at all, without leaving anything behind."""

from __future__ import annotations

import atexit
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.directory.errors import DirectoryError

try:
    import fcntl
except ImportError:  # no such locks on Windows: two updates at once are then only as safe as each replacement
    fcntl = None  # type: ignore[assignment]

_PREFIX = ".france_services-"
_ABANDONED = 24 * 3_600  # seconds: what a killed process left is older than any update lasts
_LOCK_TRIES, _LOCK_PAUSE = 100, 0.1


@contextmanager
def temporary_file(folder: Path) -> Iterator[Path]:
    """An empty file of the folder, gone at the end unless it was moved; also when the process ends meanwhile."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX)
    os.close(handle)
    path = Path(name)

    def remove() -> None:
        with suppress(OSError):
            path.unlink(missing_ok=True)

    atexit.register(remove)  # a thread of a server that stops does not reach its own end
    try:
        yield path
    finally:
        remove()
        atexit.unregister(remove)


def put(temporary: Path, target: Path) -> None:
    """Make the temporary file the target, at once and for good."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.chmod(0o644)
    temporary.replace(target)
    with suppress(OSError):  # not every file system lets a folder be synchronised
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def put_bytes(content: bytes, target: Path) -> None:
    """Make this the content of the target, at once and for good."""
    with temporary_file(target.parent) as temporary:
        temporary.write_bytes(content)
        put(temporary, target)


def sweep(folder: Path) -> None:
    """Remove what updates that were killed left there."""
    for path in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Nobody else changes the files of the folder meanwhile. Raises DirectoryError after a few seconds of waiting."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)  # gives the lock back


def _lock(handle: int) -> None:
    for _ in range(_LOCK_TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_LOCK_PAUSE)
        except OSError:
            return  # a network folder without locks
        else:
            return
    raise DirectoryError("une autre mise à jour est en cours")
