"""Which column of a list holds what, under the names of each release and those that people give."""

from __future__ import annotations

import re

from bot.directory.sites.hours import DAYS
from bot.directory.text import plain

# The names of a column in the releases seen since 2021, the current one first, then what others call it.
_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id_fs", "matricule", "id", "identifiant", "id_structure", "identifiant_fs", "code_fs"),
    "name": ("lib_fs", "name", "nom", "nom_fs", "libelle_fs", "nom_structure", "lib_structure", "libelle", "structure"),
    "address": ("adresse", "address", "adresse_fs", "adresse_postale", "voie", "adresse_1", "adresse1"),
    "complement": ("complement_adresse", "complement", "complement_d_adresse", "adresse_2", "adresse2"),
    "insee": ("insee_com", "code_insee", "insee", "code_insee_commune", "code_commune", "codgeo", "com_insee"),
    "postal_code": ("code_postal", "postal_code", "cp", "codepostal"),
    "commune": ("lib_com", "commune", "ville", "nom_commune", "libelle_commune", "nom_com", "lib_commune", "libcom"),
    "department": ("insee_dep", "dep", "departement", "code_departement", "code_dep", "lib_dep"),
    "latitude": ("latitude", "lat", "latitude_wgs84"),
    "longitude": ("longitude", "lon", "long", "lng", "longitude_wgs84"),
    "mail": ("mail", "email", "courriel", "e_mail", "adresse_courriel"),
    "telephone": ("telephone", "tel", "phone", "numero_telephone", "telephone_fs"),
    "appointment": ("prise_rdv", "rdv", "rendez_vous", "prise_de_rdv", "prise_de_rendez_vous"),
    "comment": ("commentaire", "commentaires", "commentaire_horaires", "comment"),
    "format": ("format_fs", "format"),
    "itinerance": ("itinerance", "itinerant"),
    "checked": ("checked",),
    "source_url": ("source_url",),
    "source_date": ("source_date",),
} | {day: (f"h_{day}", f"horaires_{day}", day, f"horaire_{day}") for day in DAYS}
# What a site cannot do without, under the name to give when it lacks.
REQUIRED = {field: _NAMES[field][0] for field in ("id", "name", "commune")}


def columns_of(header: list[str]) -> dict[str, int]:
    """The position of each known field, by the names of the header; the first of two equal names counts."""
    named: dict[str, int] = {}
    for at, cell in enumerate(header):
        named.setdefault(re.sub(r"\W+", "_", plain(cell.strip("\ufeff \t\r\n\xa0"))).strip("_"), at)
    positions = (
        (field, next((named[name] for name in names if name in named), None)) for field, names in _NAMES.items()
    )
    return {field: at for field, at in positions if at is not None}
