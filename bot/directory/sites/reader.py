"""Reading a list of France services sites, official or our own, whatever its small faults."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.directory.errors import DirectoryError
from bot.directory.sites import fields
from bot.directory.sites.duplicates import without_duplicates
from bot.directory.sites.hours import DAYS, opening_hours
from bot.directory.sites.site import Site, SiteList
from bot.directory.text import plain

OFFICIAL_SOURCE = "ANCT – Liste des structures France services (data.gouv.fr)"
LICENCE = "Licence Ouverte 2.0"
EXCERPT_SOURCE = "Extrait relevé sur des pages publiques"
# The names of a column in the releases seen since 2021, the current one first.
_NAMES = {
    "id": ("id_fs", "matricule", "id"),
    "name": ("lib_fs", "name", "nom", "nom_fs"),
    "address": ("adresse", "address"),
    "complement": ("complement_adresse", "complement"),
    "insee": ("insee_com", "code_insee", "insee"),
    "postal_code": ("code_postal", "postal_code", "cp"),
    "commune": ("lib_com", "commune", "ville"),
    "department": ("insee_dep", "dep", "departement"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "long", "lng"),
    "mail": ("mail", "email", "courriel"),
    "telephone": ("telephone", "tel", "phone"),
    "appointment": ("prise_rdv", "rdv"),
    "comment": ("commentaire", "commentaires", "commentaire_horaires", "comment"),
    "format": ("format_fs", "format"),
    "itinerance": ("itinerance", "itinerant"),
    "checked": ("checked",),
    "source_url": ("source_url",),
    "source_date": ("source_date",),
} | {day: (f"h_{day}", f"horaires_{day}", day) for day in DAYS}
REQUIRED = ("id", "name", "commune")
Fields = dict[str, str]


def read_sites(path: Path) -> SiteList:
    """The sites of a CSV file, faults repaired or rows dropped, duplicates joined.

    Raises DirectoryError, with one French line, when the file cannot be read as a list of sites.
    """
    header, rows = _table(path)
    columns = _columns(header, path)
    sites: dict[str, Site] = {}
    for row in rows:
        site = _site({field: row[at] for field, at in columns.items() if at < len(row)})
        if site is not None:
            sites.setdefault(site.id, site)
    if not sites:
        raise DirectoryError(f"Le fichier {path.name} ne contient aucun lieu France services.")
    excerpt = "source_url" in columns
    told = _told_beside(path)
    return SiteList(
        sites=without_duplicates(sites.values()),
        date=_date(told.get("date", "")) or _date(path.stem),
        source=told.get("source") or (EXCERPT_SOURCE if excerpt else OFFICIAL_SOURCE),
        licence=told.get("licence") or ("" if excerpt else LICENCE),
        partial=excerpt,
    )


def _table(path: Path) -> tuple[list[str], Iterator[list[str]]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = "est introuvable" if isinstance(error, FileNotFoundError) else "est illisible"
        raise DirectoryError(f"Le fichier {path.name} {reason}.") from error
    if b"\0" in raw:
        raise DirectoryError(f"Le fichier {path.name} n'est pas un fichier de texte (CSV).")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    first_line = text.split("\n", 1)[0]
    if plain(first_line).lstrip().startswith(("<!doctype", "<html", "<?xml")):
        raise DirectoryError(f"Le fichier {path.name} est une page web, pas une liste (CSV).")
    separator = max(",;\t|", key=first_line.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return next(rows, []), _readable(rows, path)


def _readable(rows: Iterator[list[str]], path: Path) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise DirectoryError(f"Le fichier {path.name} est abîmé ou incomplet.") from error


def _columns(header: list[str], path: Path) -> dict[str, int]:
    """The position of each field, by the names of the header."""
    named = {re.sub(r"\W+", "_", plain(cell.strip())): at for at, cell in enumerate(header)}
    found: dict[str, int] = {}
    for field, names in _NAMES.items():
        position = next((named[name] for name in names if name in named), None)
        if position is not None:
            found[field] = position
    missing = [_NAMES[field][0] for field in REQUIRED if field not in found]
    if missing:
        raise DirectoryError(
            f"Le fichier {path.name} n'est pas une liste France services : colonnes absentes : {', '.join(missing)}."
        )
    return found


def _site(row: Fields) -> Site | None:
    """A site, or None when the row says neither what nor where."""
    name, identifier = fields.one_line(row.get("name")), fields.one_line(row.get("id"))
    insee, given_code = fields.code(row.get("insee")), fields.code(row.get("postal_code"))
    commune = fields.one_line(row.get("commune"))
    place = fields.commune_of(insee, given_code, commune)
    if not name or not identifier or place is None:
        return None
    latitude, longitude, precise = fields.location(
        fields.degrees(row.get("latitude")), fields.degrees(row.get("longitude")), place
    )
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


def _told_beside(path: Path) -> dict[str, str]:
    """What the small JSON file beside a list says of it; nothing when there is none."""
    try:
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: str(value) for key, value in told.items()} if isinstance(told, dict) else {}


def _date(text: str) -> date | None:
    """The first date of a text, as 2024-08-01 or 20240801."""
    found = re.search(r"(20\d\d)-?(\d\d)-?(\d\d)", text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
