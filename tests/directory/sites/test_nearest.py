"""The sites around a place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.directory.communes.gazetteer import place_of_insee, places_of_postal_code
from bot.directory.communes.place import Place
from bot.directory.geometry import distance_km
from bot.directory.sites.nearest import (
    distance_in_words,
    known_in_commune,
    known_in_department,
    nearest,
    nearest_fixed,
)
from bot.directory.sites.reader import read_sites
from bot.directory.sites.site import Site, SiteList
from tests.directory.lists import AUBUSSON, BUS, GUERET, table

PARIS = Site("p", "Essai", "Paris", "75118", "75", latitude=48.89, longitude=2.34)
AJACCIO = Site("a", "Essai", "Ajaccio", "2A004", "2A", latitude=41.92, longitude=8.74)


@pytest.fixture
def sites(tmp_path: Path) -> SiteList:
    path = tmp_path / "liste.csv"
    path.write_text(table(GUERET, AUBUSSON, BUS), encoding="utf-8")
    found = read_sites(path)
    return replace(found, sites=(*found.sites, PARIS, AJACCIO))


def place(insee: str) -> Place:
    found = place_of_insee(insee)
    assert found is not None
    return found


def test_distances_on_the_globe() -> None:
    assert distance_km((48.8566, 2.3522), (43.2965, 5.3698)) == pytest.approx(660.5, abs=0.5)
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20_015.1, abs=0.1)
    assert distance_km((46.17, 1.87), (46.17, 1.87)) == 0


def test_the_nearest_come_in_order(sites: SiteList) -> None:
    found = nearest(places_of_postal_code("23200"), sites, 2)
    assert [near.site.id for near in found] == ["2", "1"]
    assert found[0].in_commune and not found[1].in_commune
    assert found[0].distance_km < 2 < 30 < found[1].distance_km < 40


def test_counters_without_buses(sites: SiteList) -> None:
    gueret = (place("23096"),)
    assert {near.site.id for near in nearest(gueret, sites, 2)} == {"1", "3"}
    assert [near.site.id for near in nearest_fixed(gueret, sites, 2)] == ["1", "2"]


def test_no_sea_is_crossed(sites: SiteList) -> None:
    assert [near.site.id for near in nearest((place("2B033"),), sites)] == ["a"]
    assert "a" not in [near.site.id for near in nearest((place("06088"),), sites, 9)]
    assert nearest((place("97411"),), sites) == ()
    assert nearest((), sites) == ()


def test_an_arrondissement_is_in_its_city(sites: SiteList) -> None:
    assert nearest((place("75056"),), sites, 1)[0].in_commune
    assert known_in_commune((place("75056"),), sites) == (PARIS,)
    assert known_in_commune((place("75101"),), sites) == ()


def test_what_a_partial_list_may_tell(sites: SiteList) -> None:
    assert [site.id for site in known_in_commune((place("23096"),), sites)] == ["1", "3"]
    assert [site.commune for site in known_in_department("23", sites)] == ["Aubusson", "Guéret", "Guéret"]


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (0.2, "à moins de 1 km à vol d'oiseau"),
        (1.4, "à environ 1 km à vol d'oiseau"),
        (10.01, "à environ 10 km à vol d'oiseau"),
        (33.4, "à environ 35 km à vol d'oiseau"),
        (107.5, "à environ 110 km à vol d'oiseau"),
    ],
)
def test_distances_in_words(km: float, words: str) -> None:
    assert distance_in_words(km) == words


@pytest.mark.parametrize(
    ("km", "words"), [(0.4, "dans la commune"), (6.6, "dans la commune, à environ 7 km du centre")]
)
def test_within_the_commune_the_centre_is_the_reference(km: float, words: str) -> None:
    assert distance_in_words(km, in_commune=True) == words
