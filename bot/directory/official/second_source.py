"""The second source: what the annuaire de l'administration knows of sites where the official list is silent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx

from bot.directory.errors import DirectoryError
from bot.directory.official.annuaire import EXPORT, Record, read_records
from bot.directory.official.download import Progress, copy, fetch, opened
from bot.directory.official.files import one_at_a_time, put, temporary_file
from bot.directory.official.install import list_in_use
from bot.directory.official.matching import matched
from bot.directory.sites.site import Site
from bot.directory.sites.supplement import SUPPLEMENT_NAME, Known, day_texts, read_supplement, supplement_text

_KEPT_SHARE = 0.7  # of what was known before: far less is an accident


@dataclass(frozen=True)
class SupplementReport:
    """records: places of the annuaire; matched: sites found among them; the rest: sites that learnt something."""

    records: int
    matched: int
    hours: int
    telephone: int
    accessible: int


def update_supplement(
    data_dir: Path,
    source: str = "",
    *,
    client: httpx.Client | None = None,
    address: str = EXPORT,
    timeout: float = 30.0,
    today: date | None = None,
    progress: Progress | None = None,
) -> SupplementReport:
    """Complete the official list in use by the annuaire, or by an export of it at `source`.

    Raises DirectoryError, with one French line; the list, and what completed it before, are then untouched.
    """
    try:
        sites = list_in_use(data_dir)
        if sites is None:
            raise DirectoryError("il n'y a pas de liste officielle à compléter")
        with temporary_file(data_dir) as temporary:
            _bring(source or address, temporary, client, timeout, progress)
            records = _records(temporary)
            pairs = matched(records, sites.sites)
            known = {site.id: _known(site, pairs[site.id]) for site in sites.sites if site.id in pairs}
            useful = {number: item for number, item in known.items() if item != Known(item.insee)}
            with one_at_a_time(data_dir):
                _check(useful, data_dir / SUPPLEMENT_NAME)
                text = supplement_text(useful, today or date.today(), source or address)
                temporary.write_text(text, encoding="utf-8")
                put(temporary, data_dir / SUPPLEMENT_NAME)
    except DirectoryError as error:
        raise DirectoryError(f"L'annuaire de l'administration n'a pas complété la liste : {error}.") from error
    except OSError as error:
        raise DirectoryError(
            f"L'annuaire de l'administration n'a pas complété la liste : écriture impossible dans {data_dir.name}."
        ) from error
    return SupplementReport(
        records=len(records),
        matched=len(pairs),
        hours=sum(any(item.hours) for item in useful.values()),
        telephone=sum(bool(item.telephone) for item in useful.values()),
        accessible=sum(item.accessible is not None for item in useful.values()),
    )


def _bring(
    source: str, temporary: Path, client: httpx.Client | None, timeout: float, progress: Progress | None
) -> None:
    if re.match(r"[a-z]+://", source, re.IGNORECASE):
        with opened(client) as own:
            fetch(own, source, temporary, timeout, progress)
    else:
        copy(Path(source), temporary)


def _records(path: Path) -> tuple[Record, ...]:
    try:
        return read_records(path)
    except DirectoryError as error:
        raise DirectoryError(f"le fichier reçu {error}") from error


def _known(site: Site, record: Record) -> Known:
    """What the record adds to the site, and nothing of what the official list already says."""
    return Known(
        insee=site.insee,
        hours=() if site.hours or not record.hours else day_texts(record.hours),
        telephone="" if site.telephone else record.telephone,
        accessible=record.accessible if site.accessible is None else None,
    )


def _check(useful: dict[str, Known], former: Path) -> None:
    if not useful:
        raise DirectoryError("elle n'apprend rien sur les lieux de la liste")
    before = len(read_supplement(former))
    if len(useful) < before * _KEPT_SHARE:
        raise DirectoryError(f"elle ne complète que {len(useful)} lieux au lieu de {before}")
