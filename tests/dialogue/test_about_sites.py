"""What is asked of the sites that were just given."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.answers.message import Message
from bot.dialogue.about_sites import about_sites
from bot.dialogue.nearby import simpler
from tests.dialogue.speech import words_of
from tests.directory.lists import AUBUSSON, BUS, GUERET, table

CREUSE = "23096"
SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(autouse=True)
def listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "liste-fs-20261101.csv"
    aubusson = AUBUSSON | {"h_samedi": "09:00 - 11:30", "h_lundi": "", "telephone": ""}
    path.write_text(table(GUERET, aubusson, BUS), encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(path))


def said(text: str) -> str:
    message = about_sites(CREUSE, text, SUNDAY)
    assert isinstance(message, Message)
    return words_of(message).replace("\u00a0", " ")


@pytest.mark.parametrize("text", ["c'est ouvert ?", "ils sont ouverts aujourd'hui ?", "quels sont les horaires"])
def test_hours_of_this_moment(text: str) -> None:
    assert "France services de Guéret, Guéret (23) : fermé, ouvre demain à 9 h" in said(text)


@pytest.mark.parametrize("text", ["et demain matin ?", "c'est ouvert demain ?", "et lundi ?"])
def test_hours_of_tomorrow(text: str) -> None:
    assert "lundi 23" in said(text)
    assert "Guéret (23) : 9 h – 12 h et 14 h – 17 h" in said(text)
    assert "Aubusson (23) : pas d'horaire indiqué ce jour-là" in said(text)


def test_hours_of_the_next_day_of_that_name() -> None:
    assert "samedi 28" in said("quels sont les horaires du samedi")
    assert "9 h – 11 h 30" in said("quels sont les horaires du samedi")


def test_a_holiday_is_told_as_unsure() -> None:
    eve = datetime(2026, 12, 24, 18, 0, tzinfo=ZoneInfo("Europe/Paris"))
    message = about_sites(CREUSE, "c'est ouvert demain ?", eve)
    assert message is not None
    assert "jour férié, à vérifier par téléphone (05 55 00 00 01)" in words_of(message)


@pytest.mark.parametrize("text", ["leur numero de telephone ?", "comment les joindre", "c'est quoi le numéro"])
def test_numbers(text: str) -> None:
    assert "Guéret (23) : 05 55 00 00 01" in said(text)
    assert "Aubusson (23) : numéro non connu" in said(text)


def test_the_way_says_what_is_not_known() -> None:
    assert "Je ne connais pas les bus" in said("il y a un bus pour y aller ?")
    assert "1 rue des Essais, 23000 Guéret" in said("comment m'y rendre")


def test_access_is_only_told_when_it_is_known() -> None:
    assert "je ne sais pas, demandez en appelant" in said("c'est accessible en fauteuil roulant ?")


def test_what_to_bring_is_that_of_the_need_spoken_of() -> None:
    message = about_sites(CREUSE, "qu'est ce que je dois apporter", SUNDAY, ["declaration_comment"])
    assert message is not None
    assert "bulletins de salaire" in words_of(message)
    assert "pièce d'identité" in words_of(message)


def test_too_far_gets_other_ways() -> None:
    assert "les plus proches que je connaisse" in said("c'est trop loin pour moi")


@pytest.mark.parametrize("text", ["merci", "quelles ressources dois-je déclarer ?", "oui", "et pour l'AAH ?"])
def test_another_subject_is_left_alone(text: str) -> None:
    assert about_sites(CREUSE, text, SUNDAY) is None


def test_without_a_list_nothing_is_made_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ASSISTANT_SITES_FILE")
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "none"))
    assert about_sites(CREUSE, "c'est ouvert ?", SUNDAY) is None


def test_more_simply_there_is_one_place_and_its_number() -> None:
    message = simpler(CREUSE, SUNDAY)
    assert message is not None
    assert [card.telephone for card in message.places] == ["05 55 00 00 01"]
    assert message.places[0].hours == ()
