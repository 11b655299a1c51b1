"""Records made by hand in the form of the export of the annuaire; none of these places exists."""

from __future__ import annotations

import json
from typing import Any

WEEK = {
    "nom_jour_debut": "Lundi", "nom_jour_fin": "Vendredi", "valeur_heure_debut_1": "09:00:00",
    "valeur_heure_fin_1": "12:00:00", "valeur_heure_debut_2": "14:00:00", "valeur_heure_fin_2": "17:00:00",
    "commentaire": "",
}  # fmt: skip
ADDRESS = {
    "type_adresse": "Adresse", "complement1": "", "complement2": "", "numero_voie": "1 rue des Essais",
    "service_distribution": "", "code_postal": "23000", "nom_commune": "Guéret", "longitude": "1.8714",
    "latitude": "46.1707", "accessibilite": "ACC", "note_accessibilite": "",
}  # fmt: skip


def record(
    name: str = "France services - Guéret",
    insee: str = "23096",
    week: list[dict[str, str]] | None = None,
    address: dict[str, str] | None = None,
    **others: Any,
) -> dict[str, Any]:
    """A record as the export gives it: the lists are JSON inside texts."""
    told = {
        "id": "0000", "nom": name, "code_insee_commune": insee,
        "pivot": json.dumps([{"type_service_local": "france_services", "code_insee_commune": [insee]}]),
        "adresse": json.dumps([ADDRESS | (address or {})]),
        "telephone": json.dumps([{"valeur": "05 55 00 00 09", "description": ""}]),
        "plage_ouverture": json.dumps([WEEK] if week is None else week),
    }  # fmt: skip
    return told | others
