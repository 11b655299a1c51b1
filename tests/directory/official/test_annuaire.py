"""Reading the export of the annuaire: what is unsure is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.official.annuaire import Record, read_records
from bot.directory.sites.hours import weekly_hours_in_words
from tests.directory.official.records import ADDRESS, WEEK, record


def read(folder: Path, told: Any) -> tuple[Record, ...]:
    path = folder / "export.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return read_records(path)


def only(folder: Path, **changes: Any) -> Record:
    (found,) = read(folder, [record(**changes)])
    return found


def test_a_record_is_read(tmp_path: Path) -> None:
    found = only(tmp_path)
    assert (found.name, found.insee, found.commune, found.point) == (
        "France services - Guéret", "23096", "Guéret", (46.1707, 1.8714),
    )  # fmt: skip
    assert weekly_hours_in_words(found.hours) == ("du lundi au vendredi : 9 h – 12 h et 14 h – 17 h",)
    assert (found.telephone, found.accessible, found.itinerant, found.number) == ("05 55 00 00 09", True, False, "")


@pytest.mark.parametrize("wrap", [lambda told: {"results": told, "total_count": 1}, lambda told: {"service": told}])
def test_the_other_forms_of_an_export(tmp_path: Path, wrap: Any) -> None:
    plain = record() | {"adresse": [ADDRESS], "pivot": [{"type_service_local": "france_services"}]}
    (found,) = read(tmp_path, wrap([plain, record(pivot='[{"type_service_local": "mairie"}]')]))
    assert found.point == (46.1707, 1.8714)


@pytest.mark.parametrize(("said", "means"), [("ACC", True), ("NAC", False), ("DEM", None), ("", None), ("?", None)])
def test_accessibility(tmp_path: Path, said: str, means: bool | None) -> None:
    assert only(tmp_path, address={"accessibilite": said}).accessible is means


@pytest.mark.parametrize(
    "change",
    [
        {"week": []},
        {"week": [WEEK | {"commentaire": "semaines paires"}]},
        {"week": [WEEK, WEEK | {"nom_jour_debut": "Jour férié"}]},
        {"week": [WEEK | {"nom_jour_debut": "Samedi", "nom_jour_fin": "Lundi"}]},
        {"week": [WEEK | {"valeur_heure_debut_1": "", "valeur_heure_debut_2": "", "valeur_heure_fin_2": ""}]},
        {"week": [WEEK | {"valeur_heure_fin_1": "08:00:00"}]},
        {"week": [WEEK | {"valeur_heure_debut_1": "00:00:00", "valeur_heure_fin_1": "24:00:00"}]},
        {"commentaire_plage_ouverture": "Fermé le premier mardi du mois"},
        {"plage_ouverture": "[{]"},
        {"plage_ouverture": None},
    ],
)
def test_hours_that_are_not_the_same_every_week_are_left_out(tmp_path: Path, change: dict[str, Any]) -> None:
    assert not only(tmp_path, **change).hours


def test_hours_of_single_days_and_in_english(tmp_path: Path) -> None:
    morning = WEEK | {"valeur_heure_debut_2": "", "valeur_heure_fin_2": ""}
    monday, friday = (
        {"nom_jour_debut": "Lundi", "nom_jour_fin": ""},
        {"nom_jour_debut": "Friday", "nom_jour_fin": "Friday"},
    )
    days = [morning | monday, morning | friday]
    assert weekly_hours_in_words(only(tmp_path, week=days).hours) == ("lundi et vendredi : 9 h – 12 h",)


def test_the_number_of_the_official_list_is_taken_from_its_partner_alone(tmp_path: Path) -> None:
    assert only(tmp_path, partenaire="france_service", partenaire_identifiant="2057").number == "2057"
    assert only(tmp_path, partenaire="cnam", partenaire_identifiant="2057").number == ""


def test_the_commune_and_the_place(tmp_path: Path) -> None:
    assert only(tmp_path, code_insee_commune=None).insee == "23096"
    assert only(tmp_path, address={"latitude": "48.85", "longitude": "2.35"}).point is None
    assert only(tmp_path, name="France services - Guéret (itinérant)").itinerant


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "JSON"), (b"[" * 100_000, "JSON"), (b"\xff\xfe\0", "JSON"), (b"3", "JSON"), (b'{"results": 3}', "JSON"),
        (b"[]", "aucun lieu"), (b'[1, null, {"nom": 3, "pivot": {}}]', "aucun lieu"),
        (b'[{"nom": "x", "pivot": "[[[", "adresse": 5}]', "aucun lieu"),
    ],
    ids=lambda said: str(said)[:20],
)  # fmt: skip
def test_what_is_not_an_export(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "export.json").write_bytes(content)
    with pytest.raises(DirectoryError, match=words):
        read_records(tmp_path / "export.json")
