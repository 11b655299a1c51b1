"""The embedded gazetteer."""

from __future__ import annotations

import pytest

from bot.directory.communes.gazetteer import (
    departments_named,
    gazetteer,
    place_of_insee,
    places_named,
    places_of_postal_code,
)
from bot.directory.text import name_key


def test_it_holds_every_commune_and_arrondissement() -> None:
    known = gazetteer()
    assert len(known.rows) > 34_900
    assert sum(known.is_arrondissement(row) for row in range(len(known.rows))) == 45


def test_every_place_has_plausible_coordinates() -> None:
    known = gazetteer()
    for number in range(len(known.rows)):
        place = known.place(number)
        assert -90 < place.latitude < 90 and -180 <= place.longitude <= 180
        if len(place.department) == 2:
            assert 41 < place.latitude < 51.5 and -5.5 < place.longitude < 9.8, place.label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "st etienne"),
        ("L'Haÿ-les-Roses", "haÿ les roses"),
        ("Le Mans", "mans"),
        ("Sainte-Foy-la-Grande", "STE FOY LA GRANDE"),
        ("Œuilly", "oeuilly"),
        ("Cœur de Causse", "coeur-de-causse"),
    ],
)
def test_names_fold_to_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_place_by_its_code() -> None:
    place = place_of_insee("23096")
    assert place is not None
    assert (place.name, place.department, place.department_name) == ("Guéret", "23", "Creuse")
    assert place.postal_codes == ("23000",)
    assert place.label == "Guéret (23)"
    assert place_of_insee("2a004") is not None
    assert place_of_insee("99999") is None


def test_a_former_code_gives_the_current_commune() -> None:
    place = place_of_insee("93059")
    assert place is not None and place.insee == "93066"


def test_postal_codes() -> None:
    assert places_of_postal_code("48000")[0].name == "Mende"
    assert [place.insee for place in places_of_postal_code("75011")] == ["75111"]
    assert places_of_postal_code("99999") == ()


def test_names_current_then_former() -> None:
    assert [place.insee for place in places_named("st denis")][:2] == ["97411", "93066"]
    assert [place.insee for place in places_named("Bellegarde-sur-Valserine")] == ["01033"]


def test_departments() -> None:
    assert departments_named("23") == {"23"}
    assert departments_named("2b") == {"2B"}
    assert departments_named("la Creuse") == {"23"}
    assert departments_named("La Réunion") == {"974"}
    assert departments_named("Seine-Saint-Denis") == {"93"}
    assert departments_named("Bretagne") == {"22", "29", "35", "56"}
    assert departments_named("Nulle-Part") == frozenset()
