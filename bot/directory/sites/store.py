"""Which list of sites to use: asked for, set, downloaded, or embedded."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bot.directory.sites.reader import read_sites
from bot.directory.sites.site import SiteList

VARIABLE = "ASSISTANT_SITES_FILE"
CACHED_NAME = "france_services.csv"
EMBEDDED = Path(__file__).parent.parent / "data" / "known_sites.csv"


def load_sites(
    path: Path | None = None,
    data_dir: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> SiteList:
    """The sites of the first of these files: `path`, the one set in ASSISTANT_SITES_FILE, the
    download kept in `data_dir`, the embedded excerpt (partial).

    A file is read again when it changes. Raises DirectoryError when the chosen file is unreadable.
    """
    chosen = chosen_file(path, data_dir, environment)
    return _load(chosen, _state(chosen), _state(chosen.with_suffix(".json")))


def chosen_file(
    path: Path | None = None,
    data_dir: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Path:
    """The file that `load_sites` reads. A file that is asked for or set need not exist."""
    if path is not None:
        return path
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    if data_dir is not None and (data_dir / CACHED_NAME).is_file():
        return data_dir / CACHED_NAME
    return EMBEDDED


def _state(path: Path) -> tuple[int, int]:
    """What changes when the file does: time of change in ns and size in bytes."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _load(path: Path, state: tuple[int, int], state_beside: tuple[int, int]) -> SiteList:
    del state, state_beside  # only keys of the cache
    return read_sites(path)
