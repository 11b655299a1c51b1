"""France services near somebody, from a whole list, a partial one, and none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.answers.french import hard_spaces
from bot.answers.message import Message, PlaceCard
from bot.dialogue.nearby import MAY_HAVE_CHANGED, places_message
from bot.dialogue.place_cards import APPOINTMENT, BUS, UNSURE
from tests.dialogue.speech import words_of
from tests.directory.lists import AUBUSSON, GUERET, table
from tests.directory.lists import BUS as BUS_ROW

CREUSE = "23096"
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Neither a list that is set nor one that was downloaded."""
    monkeypatch.delenv("ASSISTANT_SITES_FILE", raising=False)
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "none"))
    yield


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Message:
    """What is said in Guéret with two counters and a bus, on a Monday morning."""
    path = tmp_path / "liste-fs-20261101.csv"
    bus = BUS_ROW | {"latitude": "46.1718", "longitude": "1.8717"}  # its depot is nearer than the counter
    path.write_text(table(bus, AUBUSSON, GUERET), encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(path))
    return places_message(CREUSE, MONDAY)


def test_counters_come_by_distance_and_the_bus_after_them(told: Message) -> None:
    names = [card.name for card in told.places]
    assert names == [
        "France services de Guéret, Guéret (23)",
        "France services d'Aubusson, Aubusson (23)",
        "Bus France services des Essais, Guéret (23)",
    ]
    assert told.places[0].distance == "dans la commune"
    assert "km" in told.places[1].distance


def test_a_card_says_where_when_and_how_to_call(told: Message) -> None:
    first = told.places[0]
    assert first.address == ("1 rue des Essais", "23000 Guéret")
    assert first.telephone == "05 55 00 00 01"
    assert "ouvert" in first.status.lower()
    assert "9 h – 12 h" in " ".join(first.hours).replace("\u00a0", " ")


def said_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **fields: str) -> PlaceCard:
    """The card of the counter in Guéret with these fields, on a Monday morning."""
    path = tmp_path / "liste-fs-20261101.csv"
    path.write_text(table(GUERET | fields), encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(path))
    return places_message(CREUSE, MONDAY).places[0]


def test_the_way_leads_to_the_door(told: Message) -> None:
    assert told.places[0].route == "https://www.openstreetmap.org/directions?from=&to=46.17060%2C1.87130"
    assert told.places[2].route == ""  # a depot is no place to go to


def test_a_site_whose_point_is_not_known_has_no_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert said_of(monkeypatch, tmp_path, latitude="", longitude="").route == ""


def test_an_appointment_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert hard_spaces(APPOINTMENT) in said_of(monkeypatch, tmp_path, prise_rdv="Oui").note
    assert "Rendez-vous" not in said_of(monkeypatch, tmp_path, prise_rdv="Non").note


def test_hours_that_change_are_told_as_usual_ones(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    card = said_of(monkeypatch, tmp_path, commentaire="Fermé les semaines impaires")
    assert card.status == "d'après ses horaires habituels : ouvert maintenant, jusqu'à 12 h"
    assert hard_spaces(UNSURE) in card.note
    assert "«\u00a0Fermé les semaines impaires.\u00a0»" in card.note
    assert "1er novembre 2026" in card.note


def test_what_was_so_until_a_past_day_is_not_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    card = said_of(monkeypatch, tmp_path, commentaire="Fermeture exceptionnelle le 2 novembre 2026", prise_rdv="Non")
    assert card.note == ""
    assert card.status.startswith("ouvert maintenant")


def test_without_hours_it_says_to_call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    card = said_of(monkeypatch, tmp_path, h_lundi="")
    assert card.status == "horaires non connus : à vérifier par téléphone"


def test_a_list_of_last_month_is_told_with_its_date_and_licence(told: Message) -> None:
    words = words_of(told)
    assert "liste du 1er novembre 2026, Licence Ouverte 2.0" in words
    assert MAY_HAVE_CHANGED not in words


def test_an_old_list_is_told_with_a_reservation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "liste-fs-20260801.csv"
    path.write_text(table(GUERET), encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(path))
    assert MAY_HAVE_CHANGED in words_of(places_message(CREUSE, MONDAY))


def test_the_need_spoken_of_comes_with_what_to_bring_and_the_fund(told: Message) -> None:
    words = words_of(places_message(CREUSE, MONDAY, ["declaration_comment"]))
    assert "déclaration de ressources avec vous" in words
    assert "bulletins de salaire" in words
    assert "CPAM (Creuse)" in words


def test_of_a_bus_no_hours_are_told_but_its_stops(told: Message) -> None:
    bus = told.places[2]
    assert (bus.hours, bus.status) == ((), "")
    assert hard_spaces(BUS) in bus.note
    assert "Ahun" in bus.note


def test_the_list_and_the_official_finder_are_named(told: Message) -> None:
    words = words_of(told)
    assert "france-services.gouv.fr" in words
    assert "3646" in words
    assert "Appelez avant de vous déplacer" in words


def test_a_partial_list_tells_what_exists_and_never_the_nearest() -> None:
    words = words_of(places_message(CREUSE, MONDAY))
    assert "partielle" in words
    assert "plus proches" not in words
    assert "Apportez" in words  # there are sites, only not known by name


def test_without_a_list_the_place_is_understood_and_the_finder_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(tmp_path / "absent.csv"))
    words = words_of(places_message(CREUSE, MONDAY))
    assert "Guéret (23)" in words
    assert "france-services.gouv.fr" in words


def test_who_gives_no_place_is_helped_all_the_same() -> None:
    words = words_of(places_message("unknown", MONDAY))
    assert "vous n'avez pas à me dire votre commune" in words
    assert "france-services.gouv.fr" in words
    assert "3646" in words
    assert "Apportez" not in words


def test_where_no_site_is_known_no_counter_is_promised(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(table(GUERET), encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(path))
    words = words_of(places_message("98818", MONDAY))
    assert "Apportez" not in words
    assert "ameli" not in words
