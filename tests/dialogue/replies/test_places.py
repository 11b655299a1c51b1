"""A commune as a reply."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.places import MOST_CANDIDATES, WHICH, WITHIN, only_names_place, read_place, told_by_area
from bot.dialogue.replies.reading import Ambiguous, DontKnow, Value
from tests.dialogue.replies.outcome import outcome


@pytest.mark.parametrize(
    ("text", "insee", "said"),
    [
        ("Guéret", "23096", "Guéret (23)"),
        ("gueret", "23096", "Guéret (23)"),
        ("j'habite à Aubusson dans la Creuse", "23008", "Aubusson (23)"),
        ("ok alors Aubusson dans la Creuse", "23008", "Aubusson (23)"),
        ("ok alors aubusson dans la creuse", "23008", "Aubusson (23)"),
        ("en fait, c'est Aubusson dans la Creuse", "23008", "Aubusson (23)"),
        ("Saint-Denis, celui de la Réunion", "97411", "Saint-Denis (974)"),
        ("à Toulouse", "31555", "Toulouse (31)"),
        ("Saint-Denis (93)", "93066", "Saint-Denis (93)"),
    ],
)
def test_a_commune_is_read_and_said_back(text: str, insee: str, said: str) -> None:
    reading = read_place(text)
    assert isinstance(reading, Value)
    assert reading.said == said
    assert reading.value == insee


def test_a_postal_code_covers_all_its_communes_the_largest_first() -> None:
    reading = read_place("23000")
    assert isinstance(reading, Value)
    codes = reading.value.split("|")
    assert codes[0] == "23096"
    assert len(codes) > 5


@pytest.mark.parametrize("text", ["dans la Creuse", "le 23", "je suis en Bretagne", "ds les landes"])
def test_a_department_or_a_region_alone_is_asked_within(text: str) -> None:
    reading = read_place(text)
    assert isinstance(reading, Ambiguous)
    assert reading.question == WITHIN


@pytest.mark.parametrize("text", ["Saint-Denis", "Saint-Aubin", "Sainte-Marie", "Villefranche"])
def test_homonyms_are_asked_and_each_one_can_be_picked(text: str) -> None:
    reading = read_place(text)
    assert isinstance(reading, Ambiguous)
    assert reading.question == WHICH
    assert 2 <= len(reading.labels) <= MOST_CANDIDATES
    picked = [outcome(read_place(label)) for label in reading.labels]
    assert len(set(picked)) == len(reading.labels)
    assert not any(value.startswith(("!", "?")) for value in picked)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bruxelles", "!abroad"),
        ("j'habite en Belgique", "!abroad"),
        ("j'habite en Belgique a Bruxelles", "!abroad"),
        ("zzzzz", "!unreadable"),
        ("", "!unreadable"),
    ],
)
def test_a_place_that_is_not_in_france_is_told_apart_from_an_unknown_one(text: str, reason: str) -> None:
    assert outcome(read_place(text)) == reason


def test_a_homonym_is_told_by_the_department_spoken_of_before() -> None:
    assert told_by_area(read_place("Aubusson"), frozenset({"23"})) == read_place("Aubusson (23)")
    assert told_by_area(read_place("Aubusson"), frozenset({"75"})) == read_place("Aubusson")
    assert told_by_area(read_place("Guéret"), frozenset({"75"})) == read_place("Guéret")
    assert told_by_area(read_place("dans la Creuse"), frozenset({"23"})) == read_place("dans la Creuse")


@pytest.mark.parametrize(
    "text",
    [
        "non", "je préfère pas le dire", "j'ai pas envie de vous dire où j'habite", "ça vous regarde pas",
        "c'est privé", "merci au revoir", "au revoir",
    ],
)  # fmt: skip
def test_who_would_rather_not_say_is_not_asked_again(text: str) -> None:
    assert isinstance(read_place(text), DontKnow)


@pytest.mark.parametrize(
    "text", ["et à Lens ?", "35400", "guingamp pardon", "c'est un peu loin, je préfère Bron", "et celui de Lille ?"]
)
def test_another_place_is_only_a_place(text: str) -> None:
    assert only_names_place(text)


@pytest.mark.parametrize(
    "text", ["c'est ouvert ?", "merci beaucoup", "et pour l'AAH ?", "il y a un bus ?", "non", "oui"]
)
def test_what_asks_something_else_is_no_place(text: str) -> None:
    assert not only_names_place(text)
