"""Which list of sites to use: asked for, downloaded, the one downloaded before, or embedded."""

from __future__ import annotations

import threading
from pathlib import Path

from bot.directory.errors import DirectoryError
from bot.directory.sites.reader import read_sites
from bot.directory.sites.site import SiteList
from bot.directory.sites.supplement import SUPPLEMENT_NAME, completed

CACHED_NAME = "france_services.csv"
PREVIOUS_NAME = "france_services.previous.csv"
EMBEDDED = Path(__file__).parent.parent / "data" / "known_sites.csv"

# Time of change in ns, size in bytes and number of each file that a list is made of; None: no such file.
State = tuple[tuple[int, int, int] | None, ...]
_MOST_KEPT = 8  # lists in memory: a server uses one, tests more
_kept: dict[tuple[Path, Path | None], tuple[State, SiteList | DirectoryError]] = {}
_reading = threading.Lock()


def load_sites(path: Path | None = None, data_dir: Path | None = None) -> SiteList:
    """The sites of `path`, a file that somebody asked for; without one, the first of these that can be read:
    the download kept in `data_dir`, the download before it, the embedded excerpt (partial).

    A file is read again when it changes. Raises DirectoryError only when `path` is unreadable.
    """
    if path is not None:
        return _load(path, None)
    supplement = data_dir / SUPPLEMENT_NAME if data_dir else None
    for name in (CACHED_NAME, PREVIOUS_NAME) if data_dir else ():
        assert data_dir is not None
        if _state(data_dir / name) is None:
            continue
        try:
            return _load(data_dir / name, supplement)
        except DirectoryError:
            continue  # a broken download must not keep the one before from serving
    return _load(EMBEDDED, None)


def has_download(data_dir: Path) -> bool:
    """Whether the download kept there can be read; costs nothing once `load_sites` has read it."""
    if _state(data_dir / CACHED_NAME) is None:
        return False
    try:
        _load(data_dir / CACHED_NAME, data_dir / SUPPLEMENT_NAME)
    except DirectoryError:
        return False
    return True


def _load(path: Path, supplement: Path | None) -> SiteList:
    """The list as it is now; as it was, while another thread is reading what it has become."""
    key = (path, supplement)
    state = (_state(path), _state(path.with_suffix(".json")), _state(supplement) if supplement else None)
    held = _kept.get(key)
    if held is not None and held[0] == state:
        return _given(held[1])
    if not _reading.acquire(blocking=held is None or isinstance(held[1], DirectoryError)):
        assert held is not None
        return _given(held[1])
    try:
        held = _kept.get(key)
        if held is None or held[0] != state:
            while len(_kept) >= _MOST_KEPT:
                del _kept[next(iter(_kept))]
            held = _kept[key] = (state, _read(path, supplement))
        return _given(held[1])
    finally:
        _reading.release()


def _read(path: Path, supplement: Path | None) -> SiteList | DirectoryError:
    try:
        found = read_sites(path)
    except DirectoryError as error:
        return error
    return completed(found, supplement) if supplement else found


def _given(kept: SiteList | DirectoryError) -> SiteList:
    if isinstance(kept, DirectoryError):
        raise DirectoryError(str(kept)) from kept
    return kept


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)
