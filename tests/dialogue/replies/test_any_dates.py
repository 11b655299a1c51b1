"""Dates in the past or to come as people type them; today is Friday 20 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.replies.any_dates import read_any_date
from bot.dialogue.replies.reading import Ambiguous, Value
from bot.rules.engine.span import parse_dates
from tests.dialogue.replies.outcome import outcome

ON = date(2026, 11, 20)

WITH_A_YEAR = {
    "15/01/2027": "2027-01-15",
    "15/01/27": "2027-01-15",
    "150127": "2027-01-15",
    "03/27": "2027-03",
    "juin 27": "2027-06",
    "fin mars 2027": "2027-03",
    "fin 27": "2027-09-01/2027-12-31",
    "9 fevrier 2O27": "2027-02-09",
    "jeudi 14 janvier 2027": "2027-01-14",
    "entre mars et juin 2027": "2027-03-01/2027-06-30",
    "mes IJ s'arrêtent le 28 février 2027": "2027-02-28",
    "née le 3/4/75, fin le 30 juin 2027": "2027-06-30",
    "pas avant mars 2027": "2027-03",
    "avant le 31 mars 2027": "../2027-03-30",
    "après mars 2027": "2027-04-01/2031-11-20",
    "2027": "2027",
    "2026": "2026",
    "10/06/2024": "2024-06-10",
    "mars 2024": "2024-03",
    "10.06.24": "2024-06-10",
    "avant 2020": "../2019-12-31",
}
FROM_TODAY = {
    "dans 3 mois": "2027-02",
    "dans un an": "2027-11",
    "dans un an et demi": "2028-05",
    "dans 15 jours": "2026-12-05",
    "dans deux ou trois mois": "2027-01-01/2027-02-28",
    "d'ici 6 mois": "2027-05",
    "dans 10 jours, le 30 novembre": "2026-11-30",
    "demain": "2026-11-21",
    "après-demain": "2026-11-22",
    "lundi prochain": "2026-11-23",
    "la semaine prochaine": "2026-11-23/2026-11-29",
    "le mois prochain": "2026-12",
    "fin du mois": "2026-11",
    "le 1er du mois prochain": "2026-12-01",
    "l'an prochain": "2027",
    "début de l'année prochaine": "2027-01-01/2027-04-30",
    "en mars l'an prochain": "2027-03",
    "l'été prochain": "2027-06-01/2027-09-30",
    "à la fin de l'année": "2026-09-01/2026-12-31",
    "hier": "2026-11-19",
    "aujourd'hui": "2026-11-20",
    "il y a 2 ans": "2024-11",
    "lundi": "2026-11-16",
    "depuis 2026": "2026-01-01/2026-11-20",
}
WITHOUT_A_YEAR = {
    "en mars": "2026-03",
    "le 31 décembre": "2025-12-31",
    "15/01": "2026-01-15",
    "novembre": "2026-11",
    "juin dernier": "2026-06",
    "c'était en mai": "2026-05",
    "j'ai reçu le courrier le 10 décembre": "2025-12-10",
    "le 31 décembre prochain": "2026-12-31",
    "en mars prochain": "2027-03",
    "en mars prochin": "2027-03",
    "le 30 juin qui vient": "2027-06-30",
    "le 15/01 prochain": "2027-01-15",
    "ce sera en mars": "2027-03",
    "ce sera en novembre": "2026-11",
    "ce sera en octobre": "2027-10",
    "ça va s'arrêter en octobre": "2027-10",
    "elles prendront fin le 28 février": "2027-02-28",
    "prévu le 3 avril": "2027-04-03",
    "bientôt, en janvier": "2027-01",
    "bientôt, en octobre": "2026-10",
}
REFUSED = {
    "2035": "!impossible",
    "dans 6 ans": "!impossible",
    "31/02/2027": "!impossible",
    "1er janvier 1900": "!impossible",
    "dans quelques mois": "!unreadable",
    "dans les 3 derniers mois": "!unreadable",
    "jamais": "!unreadable",
    "450 heures": "!unreadable",
    "je sais pas": "!unreadable",
    "": "!unreadable",
}
READ = WITH_A_YEAR | FROM_TODAY | WITHOUT_A_YEAR


@pytest.mark.parametrize(("text", "expected"), (READ | REFUSED).items())
def test_a_date_may_lie_ahead(text: str, expected: str) -> None:
    assert outcome(read_any_date(text, ON)) == expected


@pytest.mark.parametrize("text", READ)
def test_what_is_said_back_reads_back_to_the_same_months(text: str) -> None:
    reading = read_any_date(text, ON)
    assert isinstance(reading, Value)
    again = read_any_date(reading.said, ON)
    assert isinstance(again, Value), reading.said
    first, second = parse_dates(reading.value), parse_dates(again.value)
    assert (second.low.year, second.low.month) == (first.low.year, first.low.month)


@pytest.mark.parametrize(
    ("text", "labels"),
    [("3 mois", "il y a 3 mois | dans 3 mois"), ("10/06", "le 10 juin 2026 | octobre 2006")],
)
def test_what_may_be_before_or_ahead_is_asked(text: str, labels: str) -> None:
    reading = read_any_date(text, ON)
    assert outcome(reading) == f"? {labels}"
    assert isinstance(reading, Ambiguous)
    assert all(isinstance(read_any_date(label, ON), Value) for label in reading.labels)


def test_a_month_to_come_is_said_with_its_year() -> None:
    assert read_any_date("dans 3 mois", ON) == Value("2027-02", "février 2027")
    assert read_any_date("après mars 2027", ON) == Value("2027-04-01/2031-11-20", "après le 31 mars 2027")
