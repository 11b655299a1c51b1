"""Ages and dates of birth as people type them; today is 20 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.replies.births import read_birth
from bot.dialogue.replies.reading import Ambiguous, Value
from bot.rules.engine.span import parse_dates
from tests.dialogue.replies.outcome import outcome

ON = date(2026, 11, 20)
AGED_54 = "1971-11-21/1972-11-20"

AGES = {
    "j'ai 54 ans": AGED_54,
    "54": AGED_54,
    "54 ans": AGED_54,
    "54ans": AGED_54,
    "je suis de Limoges, 54 ans": AGED_54,
    "54 a": AGED_54,
    "J AI 54ANS": AGED_54,
    "54 ans.": AGED_54,
    "ben 54": AGED_54,
    "age: 54": AGED_54,
    "54 années": AGED_54,
    "jsp, 54 ans": AGED_54,
    "cinquante-quatre ans": AGED_54,
    "cinquante quatre": AGED_54,
    "54 ans et demi": AGED_54,
    "54,5 ans": AGED_54,
    "j'ai eu 54 ans en mars": AGED_54,
    "né il y a 54 ans": AGED_54,
    "j'ai 54 ans et je travaille depuis 30 ans": AGED_54,
    "J'ai 54 ans, en arrêt depuis 2023": AGED_54,
    "j'ai 54 ans et je travaille depuis 2010": AGED_54,
    "malade depuis 3 ans et j'ai 54 ans": AGED_54,
    "54 et demi": AGED_54,
    "soixante et un ans": "1964-11-21/1965-11-20",
    "quatre vingts ans": "1945-11-21/1946-11-20",
    "entre 50 et 55 ans": "1970-11-21/1976-11-20",
    "50-55 ans": "1970-11-21/1976-11-20",
    "la cinquantaine": "1966-11-21/1976-11-20",
    "environ 54 ans": "1969-11-21/1974-11-20",
    "plus de 60 ans": "../1966-11-20",
    "moins de 50 ans": "1976-11-21/2012-11-20",
}
NOT_YET = (
    "bientôt 60 ans",
    "bientôt 60",
    "presque 60 ans",
    "je vais avoir 60 ans",
    "j'aurai 60 ans en mars",
    "60 ans dans 2 mois",
)
DATES = {
    "mars 1975": "1975-03",
    "03/75": "1975-03",
    "12/75": "1975-12",
    "le 3/4/75": "1975-04-03",
    "3 avril 1975": "1975-04-03",
    "je suis né le 3 avril 75": "1975-04-03",
    "21.03.68": "1968-03-21",
    "030475": "1975-04-03",
    "19750403": "1975-04-03",
    "né en 75": "1975",
    "née en 1975": "1975",
    "1975": "1975",
    "en 75": "1975",
    "classe 68": "1968",
    "je suis de 66": "1966",
    "jsuis de 66": "1966",
    "de 66": "1966",
    "je suis de l'année 66": "1966",
    "fin 1975": "1975-09-01/1975-12-31",
    "entre 1970 et 1975": "1970-01-01/1975-12-31",
    "j'ai 54 ans, né en 1972": "1972",
    "en arrêt depuis 2023, né en 1968": "1968",
}
REFUSED = {
    "12": "!impossible",
    "5 ans": "!impossible",
    "130 ans": "!impossible",
    "200": "!impossible",
    "2024": "!impossible",
    "avril": "!impossible",
    "né le 30 février 1970": "!impossible",
    "450 heures": "!unreadable",
    "je travaille depuis 20 ans": "!unreadable",
    "salariée depuis 20 ans": "!unreadable",
    "je cotise depuis mars 1998": "!unreadable",
    "ça fait 30 ans que je cotise": "!unreadable",
    "j'ai travaillé 30 ans à l'usine": "!unreadable",
    "demain": "!unreadable",
    "je préfère ne pas dire": "!unreadable",
}
ALL = AGES | DATES | REFUSED


@pytest.mark.parametrize(("text", "expected"), ALL.items())
def test_an_age_or_a_date_of_birth_is_as_precise_as_it_was_typed(text: str, expected: str) -> None:
    assert outcome(read_birth(text, ON)) == expected


@pytest.mark.parametrize("text", NOT_YET)
def test_an_age_still_to_come_is_one_year_less(text: str) -> None:
    """At the age limit, a birthday too early would refuse somebody who has the right."""
    assert outcome(read_birth(text, ON)) == "1966-11-21/1967-11-20"


def test_a_birthday_in_a_month_to_come_is_still_to_come() -> None:
    assert outcome(read_birth("62 ans en décembre", ON)) == "1964-11-21/1965-11-20"
    assert outcome(read_birth("62 ans en octobre", ON)) == "1963-11-21/1964-11-20"


@pytest.mark.parametrize(("text", "labels"), [("75", "75 ans | en 1975"), ("68", "68 ans | en 1968")])
def test_a_large_number_alone_may_be_a_year(text: str, labels: str) -> None:
    reading = read_birth(text, ON)
    assert outcome(reading) == f"? {labels}"
    assert isinstance(reading, Ambiguous)
    assert all(isinstance(read_birth(label, ON), Value) for label in reading.labels)


@pytest.mark.parametrize("age", [18, 40, 61, 62, 80])
def test_an_age_covers_exactly_the_births_of_that_age(age: int) -> None:
    reading = read_birth(f"{age} ans", ON)
    assert isinstance(reading, Value)
    born = parse_dates(reading.value)
    youngest_of_them, oldest_of_them = born.high, born.low
    assert youngest_of_them == ON.replace(year=ON.year - age)
    assert oldest_of_them == ON.replace(year=ON.year - age - 1, day=ON.day + 1)


def test_the_age_is_said_back_as_it_is_today() -> None:
    said = {text: reading.said for text in NOT_YET if isinstance(reading := read_birth(text, ON), Value)}
    assert set(said.values()) == {"59 ans"}
    assert len(said) == len(NOT_YET)
