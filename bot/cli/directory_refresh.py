"""While a server runs, the France services list is renewed behind it: no conversation waits, no failure is felt."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

from bot.directory.errors import DirectoryError
from bot.directory.official.second_source import update_supplement
from bot.directory.official.update import update
from bot.directory.sites.reader import told_beside
from bot.directory.sites.store import CACHED_NAME, has_download, load_sites
from bot.directory.sites.supplement import SUPPLEMENT_NAME
from bot.settings import directory_refresh, sites_file, today

logger = logging.getLogger(__name__)
# The file whose time of change remembers the last try, whatever restarts.
TRIED = ".directory-tried"
OLD_AFTER = 30  # days since the download
A_DAY = 24 * 3_600.0
LOOK_EVERY = 3_600.0  # seconds; a machine that slept is late by an hour at most


class _ServerStops(BaseException):
    """The server stops during a download: leave it, tidily."""


class DirectoryRefresh:
    """A thread of its own that renews the list when it is absent or old, at most once a day."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stopping = threading.Event()

    def start(self) -> None:
        """Begin, unless the operator chose a list or wants no refresh."""
        if sites_file() is None and directory_refresh():
            logger.setLevel(logging.INFO)  # Rasa's are silenced; these lines are for whoever runs the server
            threading.Thread(target=self._run, name="directory-refresh", daemon=True).start()

    def stop(self) -> None:
        """Let the thread end; nobody waits for it."""
        self._stopping.set()

    def _run(self) -> None:
        with suppress(_ServerStops):
            self._preload()
            while not self._stopping.is_set():
                self._stopping.wait(LOOK_EVERY if self._look() else A_DAY)

    def _look(self) -> bool:
        """Renew the list if it is due; false after a failure, which is said in one line."""
        try:
            if is_due(self._folder, today(), time.time()):
                remember_try(self._folder)
                self._refresh()
        except DirectoryError as error:
            logger.warning("%s", error)
        except Exception as error:  # noqa: BLE001 - the list in use serves on, whatever happened
            logger.warning("La liste France services n'a pas été mise à jour : %s.", type(error).__name__)
        else:
            return True
        return False

    def _refresh(self) -> None:
        report = update(self._folder, today=today(), progress=self._check_stop)
        self._preload()
        logger.info("Liste France services mise à jour : %d espaces.", report.sites)
        if (self._folder / SUPPLEMENT_NAME).exists():  # somebody asked for it once
            update_supplement(self._folder, today=today(), progress=self._check_stop)
            self._preload()

    def _preload(self) -> None:
        """Read the list here: conversations are answered from the former one meanwhile."""
        with suppress(DirectoryError):
            load_sites(None, self._folder)

    def _check_stop(self, _received: int, _total: int | None) -> None:
        if self._stopping.is_set():
            raise _ServerStops


def is_due(folder: Path, day: date, moment: float) -> bool:
    """Whether to try now. moment: seconds since 1970."""
    tried = _changed_at(folder / TRIED)
    if tried is not None and 0 <= moment - tried < A_DAY:
        return False
    return not has_download(folder) or (day - _kept_since(folder / CACHED_NAME, day)).days > OLD_AFTER


def remember_try(folder: Path) -> None:
    """Note that a try begins. Raises OSError when nothing can be written there: no list could be either."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TRIED).touch()


def _kept_since(path: Path, today: date) -> date:
    """The day on which the list was downloaded, or put back by somebody."""
    told = told_beside(path)
    days = []
    for key in ("downloaded_on", "put_back_on"):
        with suppress(ValueError):
            days.append(date.fromisoformat(told.get(key, "")))
    # A day to come was written by a clock that was wrong.
    return max((day for day in days if day <= today), default=date.fromtimestamp(_changed_at(path) or 0))


def _changed_at(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None
