"""The update of the official list: a new one is brought, checked in full, and only then replaces the one in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx

from bot.directory.errors import DirectoryError
from bot.directory.official.catalogue import Addresses, Candidate, candidates
from bot.directory.official.changes import Changes, changes
from bot.directory.official.checks import checked
from bot.directory.official.download import Progress, copy, fetch, opened
from bot.directory.official.files import one_at_a_time, sweep, temporary_file
from bot.directory.official.install import install, list_in_use
from bot.directory.sites.site import SiteList
from bot.directory.sites.store import CACHED_NAME

_WRITTEN_DAY = re.compile(r"(?<![0-9])(20[0-9]{2})[-_]?([01][0-9])[-_]?([0-3][0-9])(?![0-9])")


@dataclass(frozen=True)
class UpdateReport:
    """What an update did: the list in use before, None when there was none, and the one in use now."""

    before: SiteList | None
    after: SiteList
    date: date | None
    address: str
    path: Path

    @property
    def sites(self) -> int:
        """Number of sites now."""
        return len(self.after.sites)

    @property
    def previous(self) -> int | None:
        """Number of sites before."""
        return None if self.before is None else len(self.before.sites)

    @property
    def changes(self) -> Changes:
        """What changed since the list before; nothing without one."""
        return Changes() if self.before is None else changes(self.before.sites, self.after.sites)


@dataclass(frozen=True)
class Wanted:
    """What is asked of an update.

    source: a file of this machine or an address to take instead of the catalogue. said: the day of
    that list. force: it may have far fewer sites than the one in use. timeout: seconds for each
    answer; ten times as much for a whole file.
    """

    source: str = ""
    said: date | None = None
    force: bool = False
    timeout: float = 30.0


class _Refused(DirectoryError):
    """A list arrived and may not replace the one in use: worth saying before an address that does not answer."""


def update(
    data_dir: Path,
    wanted: Wanted = Wanted(),
    *,
    client: httpx.Client | None = None,
    addresses: Addresses = Addresses(),  # noqa: B008  (frozen)
    today: date | None = None,
    progress: Progress | None = None,
) -> UpdateReport:
    """Replace `data_dir`/france_services.csv by the newest official list, or by the one that is wanted.

    today: written beside the list, the day of the clock by default. progress: called with what has been
    received. Raises DirectoryError, with one French line, when no list may replace the one in use; that
    one is then untouched.
    """
    faults: list[str] = []
    refusals: list[str] = []
    day = today or date.today()
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        sweep(data_dir)
        with opened(client) as own:
            for candidate in _candidates(own, wanted, addresses, faults):
                try:
                    return _update_from(own, candidate, data_dir, wanted, day, progress)
                except _Refused as error:
                    refusals.append(str(error))
                except DirectoryError as error:
                    faults.append(str(error))
    except DirectoryError as error:
        faults.append(str(error))
    except OSError as error:
        faults.append(f"écriture impossible dans le dossier {data_dir.name}")
        raise _failure(faults[-1], data_dir) from error
    raise _failure((*refusals[:1], *faults[-1:], "aucune adresse à essayer")[0], data_dir)


def _failure(reason: str, data_dir: Path) -> DirectoryError:
    kept = (
        "La liste précédente est gardée." if (data_dir / CACHED_NAME).exists() else "L'extrait intégré reste en place."
    )
    return DirectoryError(f"La liste France services n'a pas été mise à jour : {reason}. {kept}")


def _candidates(client: httpx.Client, wanted: Wanted, addresses: Addresses, faults: list[str]) -> Iterator[Candidate]:
    if wanted.source:
        yield Candidate(wanted.source, wanted.said)
    else:
        yield from candidates(client, addresses, wanted.timeout, faults)


def _update_from(
    client: httpx.Client,
    candidate: Candidate,
    data_dir: Path,
    wanted: Wanted,
    today: date,
    progress: Progress | None,
) -> UpdateReport:
    with temporary_file(data_dir) as temporary:
        day, address = _bring(client, candidate, temporary, wanted.timeout, progress)
        day = day if day is not None and day <= today else None
        with one_at_a_time(data_dir):
            before = list_in_use(data_dir)
            try:
                after = checked(temporary, len(before.sites) if before else None, wanted.force).sites
                if not wanted.source:
                    day = _day_kept(day, before, after)
            except DirectoryError as error:
                raise _Refused(str(error)) from error
            install(temporary, data_dir, day=day, address=address, today=today)
    return UpdateReport(before, after, day, address, data_dir / CACHED_NAME)


def _bring(
    client: httpx.Client, candidate: Candidate, temporary: Path, timeout: float, progress: Progress | None
) -> tuple[date | None, str]:
    """The day of the list and where it comes from."""
    if re.match(r"[a-z]+://", candidate.address, re.IGNORECASE):
        modified = fetch(client, candidate.address, temporary, timeout, progress)
        return candidate.date or modified or _written_day(candidate.address), candidate.address
    source = Path(candidate.address)
    copy(source, temporary)
    return candidate.date or _written_day(source.name), source.name


def _written_day(name: str) -> date | None:
    """The last day written in a name, as in "liste-fs-20240801.csv"."""
    for year, month, day in reversed(_WRITTEN_DAY.findall(name)):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _day_kept(day: date | None, before: SiteList | None, after: SiteList) -> date | None:
    """The day to write beside the list. An old address must not bring back the list of other years."""
    if before is None or before.date is None:
        return day
    if before.sites == after.sites:
        return max(day, before.date) if day else before.date
    if day is not None and day < before.date:
        raise DirectoryError("la liste reçue est plus ancienne que celle qui est en place")
    return day
