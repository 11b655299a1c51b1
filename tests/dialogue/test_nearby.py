"""France services near somebody, from a whole list, a partial one, and none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.answers.message import Message
from bot.dialogue.nearby import BUS, places_message
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


def test_of_a_bus_no_hours_are_told_but_its_stops(told: Message) -> None:
    bus = told.places[2]
    assert (bus.hours, bus.status) == ((), "")
    assert BUS in bus.note
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


def test_without_a_list_the_place_is_understood_and_the_finder_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(tmp_path / "absent.csv"))
    words = words_of(places_message(CREUSE, MONDAY))
    assert "Guéret (23)" in words
    assert "france-services.gouv.fr" in words


def test_an_unknown_code_is_no_commune() -> None:
    assert "pas retrouvé votre commune" in words_of(places_message("99999", MONDAY))
