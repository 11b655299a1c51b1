"""Which list is used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.sites.store import EMBEDDED, chosen_file, load_sites
from tests.directory.lists import AUBUSSON, GUERET, table


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    for name in ("demandee.csv", "reglee.csv", "france_services.csv"):
        (tmp_path / name).write_text(table(GUERET), encoding="utf-8")
    return tmp_path


def test_the_order_of_preference(lists: Path, tmp_path: Path) -> None:
    asked, variable = lists / "demandee.csv", {"ASSISTANT_SITES_FILE": str(lists / "reglee.csv")}
    assert chosen_file(asked, lists, variable) == asked
    assert chosen_file(None, lists, variable) == lists / "reglee.csv"
    assert chosen_file(None, lists, {}) == lists / "france_services.csv"
    assert chosen_file(None, tmp_path / "vide", {}) == EMBEDDED
    assert chosen_file(None, None, {"ASSISTANT_SITES_FILE": ""}) == EMBEDDED


def test_a_file_is_kept_until_it_changes(lists: Path) -> None:
    path = lists / "demandee.csv"
    first = load_sites(path)
    assert load_sites(path) is first
    path.write_text(table(GUERET, AUBUSSON), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert len(load_sites(path).sites) == 2


def test_a_file_that_was_asked_for_is_not_replaced_by_another(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match=r"absent\.csv est introuvable"):
        load_sites(tmp_path / "absent.csv")
    with pytest.raises(DirectoryError):
        load_sites(environment={"ASSISTANT_SITES_FILE": str(tmp_path / "absent.csv")})


def test_the_embedded_excerpt_is_partial_and_sourced() -> None:
    found = load_sites(environment={})
    assert found.partial and found.date is not None
    assert len(found.sites) > 150
    for site in found.sites:
        assert site.source_url.startswith("http") and site.insee and site.commune
        assert not site.precise_location and not site.telephone and not site.hours
