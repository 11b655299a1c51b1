"""The second source fills what the official list leaves empty, and harms nothing when it fails."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.official.second_source import SupplementReport, update_supplement
from bot.directory.sites.hours import weekly_hours_in_words
from bot.directory.sites.store import load_sites
from tests.directory.lists import AUBUSSON, GUERET, table
from tests.directory.local_server import Server
from tests.directory.official.records import record

TODAY = date(2026, 11, 21)
AT_AUBUSSON = {"code_postal": "23200", "nom_commune": "Aubusson", "latitude": "45.9572", "longitude": "2.1687"}
BOTH = [record(), record("France services - Aubusson", "23008", address=AT_AUBUSSON)]
SILENT = AUBUSSON | {"h_lundi": "", "telephone": ""}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    folder.mkdir()
    (folder / "france_services.csv").write_text(table(GUERET, SILENT), encoding="utf-8")
    return folder


def export(folder: Path, told: Any) -> str:
    path = folder.parent / "export.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return str(path)


def test_only_what_is_empty_is_filled(folder: Path) -> None:
    report = update_supplement(folder, export(folder, BOTH), today=TODAY)
    assert report == SupplementReport(records=2, matched=2, hours=1, telephone=1, accessible=2)
    gueret, aubusson = load_sites(data_dir=folder).sites
    assert gueret.telephone == "05 55 00 00 01" and gueret.accessible is True
    assert weekly_hours_in_words(gueret.hours) == ("lundi : 9 h – 12 h et 14 h – 17 h",)
    assert aubusson.telephone == "05 55 00 00 09" and aubusson.accessible is True
    assert weekly_hours_in_words(aubusson.hours) == ("du lundi au vendredi : 9 h – 12 h et 14 h – 17 h",)


def test_the_source_is_said_with_the_list(folder: Path) -> None:
    before = load_sites(data_dir=folder)
    update_supplement(folder, export(folder, BOTH), today=TODAY)
    assert load_sites(data_dir=folder).source == f"{before.source}, complétée par l'annuaire de l'administration (DILA)"
    told = json.loads((folder / "france_services.hours.json").read_text(encoding="utf-8"))
    assert told["downloaded_on"] == "2026-11-21" and "DILA" in told["source"] and told["licence"]


def test_it_is_downloaded(folder: Path, server: Server) -> None:
    server.file("/export", json.dumps(BOTH))
    assert update_supplement(folder, address=f"{server.base}/export", today=TODAY).matched == 2


@pytest.mark.parametrize(
    ("told", "words"),
    [("<html>", "n'est pas un export"), ([], "aucun lieu"), ([record("Mairie - Ahun", "23001")], "n'apprend rien")],
)
def test_a_bad_export_changes_nothing(folder: Path, told: Any, words: str) -> None:
    update_supplement(folder, export(folder, BOTH), today=TODAY)
    before = (folder / "france_services.hours.json").read_bytes()
    with pytest.raises(DirectoryError, match=words) as caught:
        update_supplement(folder, export(folder, told), today=TODAY)
    assert "\n" not in str(caught.value)
    assert (folder / "france_services.hours.json").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["france_services.csv", "france_services.hours.json"]


def test_an_export_that_knows_far_less_changes_nothing(folder: Path) -> None:
    update_supplement(folder, export(folder, BOTH), today=TODAY)
    with pytest.raises(DirectoryError, match="au lieu de 2"):
        update_supplement(folder, export(folder, BOTH[:1]), today=TODAY)


def test_a_server_that_fails_is_said(folder: Path, server: Server, tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="répond 404"):
        update_supplement(folder, address=f"{server.base}/export", today=TODAY)
    with pytest.raises(DirectoryError, match="introuvable"):
        update_supplement(folder, "absent.json", today=TODAY)
    with pytest.raises(DirectoryError, match="pas de liste officielle"):
        update_supplement(tmp_path / "vide", export(folder, BOTH), today=TODAY)
