"""Ages in years as people type them; today is 20 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.replies.ages_told import read_age
from bot.dialogue.replies.reading import Value
from bot.rules.engine.span import parse_amounts
from tests.dialogue.replies.outcome import outcome

ON = date(2026, 11, 20)

AGES = {
    "54": "54",
    "j'ai 54 ans": "54",
    "54ans": "54",
    "54 piges": "54",
    "54 ans et demi": "54",
    "cinquante-quatre": "54",
    "soixante deux ans": "62",
    "64": "64",
    "75": "75",
    "bientôt 62": "61",
    "62 ans en décembre": "61",
    "54 ou 55": "54/55",
    "54/55": "54/55",
    "54 ou 55 ans": "54/55",
    "entre 50 et 55 ans": "50/55",
    "la cinquantaine": "50/59",
    "environ 54 ans": "52/56",
    "plus de 60 ans": "60/..",
    "moins de 50 ans": "14/49",
    "malade depuis 3 ans, j'ai 54 ans": "54",
    "j'ai 54 ans, né en 1972": "54",
}
BIRTHS = {
    "1972": "53/54",
    "né en 72": "53/54",
    "je suis de 72": "53/54",
    "de 72": "53/54",
    "je suis de l'année 1972": "53/54",
    "née le 3 avril 1972": "54",
    "03/04/1972": "54",
    "le 20 novembre 1972": "54",
    "21 novembre 1972": "53",
    "mars 72": "54",
    "novembre 1972": "53/54",
    "né en 70, arrêté depuis 3 ans": "55/56",
    "1970-1975": "50/56",
    "né avant 1970": "56/..",
}
REFUSED = {
    "12": "!impossible",
    "130": "!impossible",
    "2024": "!impossible",
    "né le 31/02/1970": "!impossible",
    "450 heures": "!unreadable",
    "je travaille depuis 20 ans": "!unreadable",
    "je sais pas": "!unreadable",
}


@pytest.mark.parametrize(("text", "expected"), (AGES | BIRTHS | REFUSED).items())
def test_an_age_is_in_full_years(text: str, expected: str) -> None:
    assert outcome(read_age(text, ON)) == expected


@pytest.mark.parametrize("text", AGES | BIRTHS)
def test_what_is_said_back_reads_back_to_the_same_age(text: str) -> None:
    reading = read_age(text, ON)
    assert isinstance(reading, Value)
    assert outcome(read_age(reading.said, ON)) == reading.value
    assert parse_amounts(reading.value).low >= 14
