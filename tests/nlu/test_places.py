"""The place in a request for help near home: found by the gazetteer, else by spaCy, and always usable again."""

from __future__ import annotations

import pytest

from bot.directory.communes.place import PlaceKind
from bot.directory.places import find_place, mentions_place
from bot.nlu.places import place_in


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Où est la maison France Services la plus proche de Guéret ?", "Guéret (23)"),
        ("j'habite à limoges, qui peut m'aider", "Limoges (87)"),
        ("je suis au 59620 Aulnoye", "Aulnoye-Aymeries (59)"),
        ("france services 97410 Saint-Pierre", "Saint-Pierre (974)"),
        ("qui m'aide vers Montréjeau pour mes papiers", "Montréjeau (31)"),
    ],
)
def test_the_commune_of_a_sentence_is_named_with_its_department(text: str, label: str) -> None:
    assert place_in(text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Montluçon, c'est possible ?", "Montluçon (03)"),
        ("quelque chose comme Brive ferait l'affaire", "Brive-la-Gaillarde (19)"),
        ("Cahors ou les alentours", "Cahors (46)"),
    ],
)
def test_a_name_that_nothing_announces_is_found_by_spacy(text: str, label: str) -> None:
    assert mentions_place(text) is None  # the gazetteer alone would not dare
    assert place_in(text) == label


@pytest.mark.parametrize(
    "text",
    [
        "France services près de chez moi",
        "Espace France services",
        "qui peut m'aider à remplir mes papiers ?",
        "je préfère qu'on me montre en vrai, où aller",
        "je ne sais pas me servir d'un ordinateur",
        "Marie Durand veut de l'aide",
        "La France est belle",
    ],
)
def test_a_sentence_without_a_place_gives_none(text: str) -> None:
    assert place_in(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Où trouver un guichet à Saint-Denis ?", PlaceKind.AMBIGUOUS),
        ("Mon père, à Ussel, ne sait pas se servir d'internet", PlaceKind.AMBIGUOUS),
        ("Je vis à Lisbonne", PlaceKind.ABROAD),
        ("Où est l'espace France services le plus proche de Guéret ?", PlaceKind.RESOLVED),
    ],
)
def test_the_words_given_can_be_looked_up_again(text: str, kind: PlaceKind) -> None:
    words = place_in(text)
    assert words is not None
    assert find_place(words).kind is kind
