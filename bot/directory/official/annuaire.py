"""The France services of the « annuaire de l'administration » (DILA), as its export gives them.

Lists stand in the export as JSON inside texts; a whole dump has them as they are. What is unsure is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.directory.errors import DirectoryError
from bot.directory.sites import fields
from bot.directory.sites.hours import DAYS, Interval, OpeningHours, opening_hours, parse_day
from bot.directory.sites.table import read_raw
from bot.directory.text import plain

EXPORT = (
    "https://api-lannuaire.service-public.gouv.fr/api/explore/v2.1/catalog/datasets/api-lannuaire-administration"
    "/exports/json?where=pivot%20like%20%22france_services%22%20or%20pivot%20like%20%22msap%22"
)
_KINDS = frozenset({"france_services", "france_service", "msap", "maison_france_services"})
# "DEM" (on request) is neither yes nor no.
_ACCESSIBLE = {"ACC": True, "NAC": False}
_ENGLISH = str.split("monday tuesday wednesday thursday friday saturday sunday")
_DAYS = {name: at % 7 for at, name in enumerate((*DAYS, *_ENGLISH))}
_LONGEST = 300  # characters of a text that is read


@dataclass(frozen=True)
class Record:
    """A place of the annuaire. number: that of the official list, "" when it is not given."""

    name: str
    insee: str
    commune: str
    point: tuple[float, float] | None
    itinerant: bool
    number: str = ""
    hours: OpeningHours = field(default_factory=OpeningHours)
    telephone: str = ""
    accessible: bool | None = None


def read_records(path: Path) -> tuple[Record, ...]:
    """The France services of an export. Raises DirectoryError: what is wrong with the file, without its name."""
    try:
        told = json.loads(read_raw(path))
    except (ValueError, RecursionError) as error:
        raise DirectoryError("n'est pas un export de l'annuaire (JSON)") from error
    if isinstance(told, dict):
        told = told.get("results", told.get("service"))
    if not isinstance(told, list):
        raise DirectoryError("n'est pas un export de l'annuaire (JSON)")
    found = (_record(item) for item in told if isinstance(item, dict))
    records = tuple(record for record in found if record is not None)
    if not records:
        raise DirectoryError("ne contient aucun lieu France services")
    return records


def _record(item: dict[str, Any]) -> Record | None:
    name = fields.one_line(_text(item, "nom"))
    pivots = list(_inner(item, "pivot"))
    partner = plain(_text(item, "partenaire")).startswith("france_service")
    if not partner and not _KINDS.intersection(_text(pivot, "type_service_local") for pivot in pivots):
        return None
    address = _address(item)
    place = fields.commune_of(
        fields.code(_text(item, "code_insee_commune")),
        fields.code(_text(address, "code_postal")),
        fields.one_line(_text(address, "nom_commune")),
    )
    if not name or place is None:
        return None
    latitude, longitude = (fields.degrees(_text(address, side)) for side in ("latitude", "longitude"))
    where = fields.location(latitude, longitude, place)
    return Record(
        name=name,
        insee=place.insee,
        commune=place.name,
        point=(where[0], where[1]) if where[2] and where[0] is not None and where[1] is not None else None,
        itinerant=fields.is_itinerant("", "", f"{name} {_text(address, 'complement1')}"),
        number=_text(item, "partenaire_identifiant").strip() if partner else "",
        hours=_hours(item),
        telephone=next(filter(None, (fields.telephone(_text(p, "valeur")) for p in _inner(item, "telephone"))), ""),
        accessible=_ACCESSIBLE.get(_text(address, "accessibilite").strip().upper()),
    )


def _address(item: dict[str, Any]) -> dict[str, Any]:
    """Where one goes, rather than where one writes."""
    found = list(_inner(item, "adresse"))
    return next((one for one in found if plain(_text(one, "type_adresse")) == "adresse"), (*found, {})[0])


def _hours(item: dict[str, Any]) -> OpeningHours:
    """The week; unknown when a remark bounds it or when a part of it cannot be read."""
    days: list[list[str]] = [[] for _ in DAYS]
    if _text(item, "commentaire_plage_ouverture").strip():
        return OpeningHours()
    for part in _inner(item, "plage_ouverture"):
        first = _DAYS.get(plain(_text(part, "nom_jour_debut").strip()))
        last = _DAYS.get(plain(_text(part, "nom_jour_fin").strip())) if _text(part, "nom_jour_fin").strip() else first
        intervals = _intervals(part)
        if first is None or last is None or last < first or not intervals or _text(part, "commentaire").strip():
            return OpeningHours()
        for day in range(first, last + 1):
            days[day].extend(intervals)
    return opening_hours([" / ".join(texts) for texts in days])


def _intervals(part: dict[str, Any]) -> list[str]:
    """One or two intervals of a day; none when one of them cannot be read."""
    found = []
    for number in ("1", "2"):
        start, end = (_text(part, f"valeur_heure_{side}_{number}").strip() for side in ("debut", "fin"))
        if not start and not end:
            continue
        interval = parse_day(f"{start} - {end}")
        if len(interval) != 1 or interval[0] == Interval(0, 24 * 60):
            return []
        found.append(f"{start} - {end}")
    return found


def _inner(item: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """The objects of a list that may stand as JSON in a text."""
    value = item.get(name)
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value[:_LONGEST] if isinstance(value, str) else ""
