"""What a second source knows of sites where the official list is silent: a small file of its own beside the list."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.directory.errors import DirectoryError
from bot.directory.sites import fields
from bot.directory.sites.hours import DAYS, OpeningHours, opening_hours
from bot.directory.sites.site import Site, SiteList
from bot.directory.sites.table import read_raw

SUPPLEMENT_NAME = "france_services.hours.json"
SUPPLEMENT_SOURCE = "DILA – Annuaire de l'administration (service-public.gouv.fr)"
_SAID_SHORTLY = "complétée par l'annuaire de l'administration (DILA)"


@dataclass(frozen=True)
class Known:
    """What is known of a site; insee: its commune, so that it is never given to another site of the same number."""

    insee: str
    hours: tuple[str, ...] = ()  # one text a day, Monday first, in the form of the official list
    telephone: str = ""
    accessible: bool | None = None


def completed(found: SiteList, path: Path) -> SiteList:
    """The list with what the file at `path` adds; the same list when there is no such file or it cannot be read."""
    known = read_supplement(path)
    sites = tuple(_completed(site, known.get(site.id)) for site in found.sites)
    if sites == found.sites:
        return found
    return replace(found, sites=sites, source=f"{found.source}, {_SAID_SHORTLY}")


def _completed(site: Site, known: Known | None) -> Site:
    if known is None or known.insee != site.insee:
        return site
    return replace(
        site,
        hours=site.hours or opening_hours(known.hours),
        telephone=site.telephone or known.telephone,
        accessible=known.accessible if site.accessible is None else site.accessible,
    )


def read_supplement(path: Path) -> dict[str, Known]:
    """What is known by number of site; nothing when the file is absent or broken."""
    try:
        sites = json.loads(read_raw(path))["sites"].items()
    except (DirectoryError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return {}
    read = ((number, _known(item)) for number, item in sites)
    return {number: known for number, known in read if known is not None}


def _known(item: Any) -> Known | None:
    if not isinstance(item, dict) or not isinstance(item.get("insee"), str):
        return None
    days = item.get("hours")
    if not isinstance(days, list) or len(days) > len(DAYS) or not all(isinstance(day, str) for day in days):
        days = []
    accessible = item.get("accessible")
    return Known(
        insee=item["insee"],
        hours=tuple(day[:300] for day in days),
        telephone=fields.telephone(str(item.get("telephone") or "")[:100]),
        accessible=accessible if isinstance(accessible, bool) else None,
    )


def supplement_text(known: dict[str, Known], day: date, address: str) -> str:
    """The text of the file."""
    told = {
        "source": SUPPLEMENT_SOURCE,
        "licence": "Licence Ouverte 2.0",
        "downloaded_on": day.isoformat(),
        "address": address,
        "sites": {number: _told(item) for number, item in known.items()},
    }
    return json.dumps(told, ensure_ascii=False, indent=0) + "\n"


def _told(item: Known) -> dict[str, object]:
    told: dict[str, object] = {"insee": item.insee, "telephone": item.telephone, "accessible": item.accessible}
    if any(item.hours):
        told["hours"] = list(item.hours)
    return {name: value for name, value in told.items() if value not in ("", None)}


def day_texts(hours: OpeningHours) -> tuple[str, ...]:
    """Hours in the form of the official list, one text a day: "09:00 - 12:00 / 14:00 - 17:00"."""
    return tuple(" / ".join(f"{_clock(i.start)} - {_clock(i.end)}" for i in day) for day in hours.days)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
