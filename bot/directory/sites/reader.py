"""Reading a list of France services sites, official or our own, whatever its small faults."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.directory.errors import DirectoryError
from bot.directory.sites import fields
from bot.directory.sites.columns import REQUIRED, columns_of
from bot.directory.sites.duplicates import without_duplicates
from bot.directory.sites.hours import DAYS, opening_hours
from bot.directory.sites.site import Site, SiteList
from bot.directory.sites.table import parse_table, read_raw

OFFICIAL_SOURCE = "ANCT – Liste des structures France services (data.gouv.fr)"
LICENCE = "Licence Ouverte 2.0"
EXCERPT_SOURCE = "Extrait relevé sur des pages publiques"
# Characters of a cell that are read: several times the longest of the official list.
_LONGEST = {"mail": 400, "telephone": 100} | dict.fromkeys(DAYS, 300)
_LONGEST_TEXT = 2_000
Fields = dict[str, str]


@dataclass(frozen=True)
class Reading:
    """A list of sites and how well its table could be read.

    rows, kept: lines of the table, and those that gave a site of their own. located, in_place: sites
    that give coordinates, and those whose coordinates lie around their commune. whole: no row was cut
    at the end. odd: rows that are shorter or longer than most.
    """

    sites: SiteList
    rows: int
    kept: int
    located: int
    in_place: int
    whole: bool
    odd: int


def read_sites(path: Path) -> SiteList:
    """The sites of a CSV file, faults repaired or rows dropped, duplicates joined.

    Raises DirectoryError, with one French line, when the file cannot be read as a list of sites.
    """
    try:
        return read(path).sites
    except DirectoryError as error:
        raise DirectoryError(f"Le fichier {path.name} {error}.") from error


def read(path: Path) -> Reading:
    """The sites of a CSV file and how well they could be read.

    Raises DirectoryError: what is wrong with the file, to be put after its name.
    """
    raw = read_raw(path)
    table = parse_table(raw)
    columns = columns_of(table.header)
    if missing := [name for field, name in REQUIRED.items() if field not in columns]:
        raise DirectoryError(f"n'est pas une liste France services : colonnes absentes : {', '.join(missing)}")
    sites: dict[str, Site] = {}
    located = in_place = 0
    for cells in table.rows:
        row = {name: cells[at][: _LONGEST.get(name, _LONGEST_TEXT)] for name, at in columns.items() if at < len(cells)}
        site = _site(row)
        if site is None or site.id in sites:
            continue
        sites[site.id] = site
        if fields.gives_coordinates(row.get("latitude"), row.get("longitude")):
            located += 1
            in_place += site.precise_location and fields.is_around_its_commune(site.insee, site.point)
    if not sites:
        raise DirectoryError("ne contient aucun lieu France services")
    excerpt = "source_url" in columns
    told = _told_beside(path, raw)
    found = SiteList(
        sites=without_duplicates(sites.values()),
        date=_date(told.get("date", "")) or _date(path.stem),
        source=told.get("source") or (EXCERPT_SOURCE if excerpt else OFFICIAL_SOURCE),
        licence=told.get("licence") or ("" if excerpt else LICENCE),
        partial=excerpt,
    )
    return Reading(found, len(table.rows), len(sites), located, in_place, table.whole, table.odd)


def _site(row: Fields) -> Site | None:
    """A site, or None when the row says neither what nor where."""
    name, identifier = fields.one_line(row.get("name")), fields.one_line(row.get("id"))
    insee, given_code = fields.code(row.get("insee")), fields.code(row.get("postal_code"))
    commune = fields.one_line(row.get("commune"))
    latitude, longitude = fields.degrees(row.get("latitude")), fields.degrees(row.get("longitude"))
    point = (latitude, longitude) if latitude is not None and longitude is not None else None
    place = fields.commune_of(insee, given_code, commune, row.get("department", ""), point)
    if not name or not identifier or place is None:
        return None
    latitude, longitude, precise = fields.location(latitude, longitude, place)
    address = f"{row.get('address', '')}\n{row.get('complement', '')}"
    return Site(
        id=identifier,
        name=name,
        address=tuple(fields.clean(address).splitlines()),
        postal_code=fields.postal_code(given_code, place),
        commune=fields.commune_name(commune, place),
        insee=place.insee,
        department=place.department,
        latitude=latitude,
        longitude=longitude,
        precise_location=precise,
        telephone=fields.telephone(row.get("telephone")),
        email=fields.email(row.get("mail")),
        hours=opening_hours([row.get(day, "") for day in DAYS]),
        by_appointment=fields.yes(row.get("appointment")),
        itinerant=fields.is_itinerant(row.get("format", ""), row.get("itinerance", ""), name),
        comment=fields.clean(row.get("comment")),
        checked=fields.one_line(row.get("checked")),
        source_url=fields.one_line(row.get("source_url")),
        source_date=fields.one_line(row.get("source_date")),
    )


def told_beside(path: Path) -> dict[str, str]:
    """What the small JSON file beside a list says of it; nothing when it is absent, broken or about another list."""
    try:
        return _told_beside(path, read_raw(path))
    except DirectoryError:
        return {}


def _told_beside(path: Path, raw: bytes) -> dict[str, str]:
    try:
        told = json.loads(read_raw(path.with_suffix(".json")))
    except (DirectoryError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    # The two files are replaced one after the other: the digest says whether they belong together.
    if told.get("sha256", digest := hashlib.sha256(raw).hexdigest()) != digest:
        return {}
    return {key: value for key, value in told.items() if isinstance(value, str)}


def _date(text: str) -> date | None:
    """The first date of a text, as 2024-08-01 or 20240801."""
    found = re.search(r"(20[0-9]{2})-?([0-9]{2})-?([0-9]{2})", text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
