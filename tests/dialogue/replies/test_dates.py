"""Dates as people type them; today is Friday 20 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.replies.dates import read_date
from bot.dialogue.replies.reading import Ambiguous, Value
from bot.rules.engine.span import parse_dates
from tests.dialogue.replies.outcome import outcome

ON = date(2026, 11, 20)

IN_DIGITS = {
    "10/06/2024": "2024-06-10",
    "10.06.24": "2024-06-10",
    "10-06-2024": "2024-06-10",
    "10 06 2024": "2024-06-10",
    "10 / 06 / 2024": "2024-06-10",
    "le 3/4/75": "1975-04-03",
    "1/1/24": "2024-01-01",
    "2024-06-10": "2024-06-10",
    "2024/06/10": "2024-06-10",
    "10062024": "2024-06-10",
    "100624": "2024-06-10",
    "20240610": "2024-06-10",
    "03/75": "1975-03",
    "06/2024": "2024-06",
    "6/24": "2024-06",
    "2024-06": "2024-06",
    "202406": "2024-06",
    "29/02/2024": "2024-02-29",
    "le 10/06": "2026-06-10",
    "le 25/12": "2025-12-25",
    "10/6": "2026-06-10",
    "2019": "2019",
    "2019-2020": "2019-01-01/2020-12-31",
    "du 10/06/2024 au 15/07/2024": "2024-06-10",
}
IN_WORDS = {
    "mars 1975": "1975-03",
    "juillet 2025 le 8": "2025-07-08",
    "en juillet 2025, le 8": "2025-07-08",
    "juillet le 8": "2026-07-08",
    "mars 2024 le 1er": "2024-03-01",
    "mars 2024 le 12 ou le 13": "2024-03",
    "mars 2024 le 8 avril": "2024-03",
    "mars 2024, 8 heures par jour": "2024-03",
    "3 avril 1975": "1975-04-03",
    "1er mars 2024": "2024-03-01",
    "le premier mars 2024": "2024-03-01",
    "10/juin/2024": "2024-06-10",
    "mardi 10 juin 2025": "2025-06-10",
    "10 juin 2024 à 8h": "2024-06-10",
    "juin 24": "2024-06",
    "juin24": "2024-06",
    "2024 juin": "2024-06",
    "juin-juillet 2024": "2024-06",
    "juin juillet 2024": "2024-06",
    "SEPTEMBRE 2019": "2019-09",
    "sept. 2019": "2019-09",
    "le 7 sept 2023": "2023-09-07",
    "2 janv 23": "2023-01-02",
    "fevrier 2024": "2024-02",
    "aout 2023": "2023-08",
    "fevirer 2024": "2024-02",
    "setembre 2023": "2023-09",
    "juin 2O24": "2024-06",
    "dix juin deux mille vingt-quatre": "2024-06-10",
    "dix sept juin 2023": "2023-06-17",
    "le sept mars 2024": "2024-03-07",
    "depuis janvier 2024": "2024-01",
    "c'était en mars 2024 je crois": "2024-03",
    "fin juin 2024": "2024-06",
    "mi-mars 2024": "2024-03",
    "entre mars et juin 2024": "2024-03-01/2024-06-30",
    "avril ou mai 2024": "2024-04-01/2024-05-31",
    "de décembre à mars 2024": "2023-12",
    "10/06/24 et pas 10/06/23": "2024-06-10",
    "né le 3/4/75, arrêt depuis juin 2024": "2024-06",
}
THE_LAST_TIME = {
    "en janvier": "2026-01",
    "depuis le mois de mars": "2026-03",
    "novembre": "2026-11",
    "décembre": "2025-12",
    "10 juin": "2026-06-10",
    "juin dernier": "2026-06",
    "le 25 décembre": "2025-12-25",
    "le 25 novembre": "2025-11-25",
    "29 février": "2024-02-29",
    "mars de l'année dernière": "2025-03",
    "mars l'an dernier": "2025-03",
    "en mars de cette année": "2026-03",
    "en mars il y a deux ans": "2024-03",
}
PARTS_OF_A_YEAR = {
    "début 2019": "2019-01-01/2019-04-30",
    "mi 2022": "2022-05-01/2022-08-31",
    "mi-2022": "2022-05-01/2022-08-31",
    "fin 2023": "2023-09-01/2023-12-31",
    "fin de 2023": "2023-09-01/2023-12-31",
    "fin d'année 2023": "2023-09-01/2023-12-31",
    "début 75": "1975-01-01/1975-04-30",
    "été 2023": "2023-06-01/2023-09-30",
    "l'été dernier": "2026-06-01/2026-09-30",
    "fin 2023 début 2024": "2023-09-01/2024-04-30",
    "2019 ou 2020": "2019-01-01/2020-12-31",
    "courant 2023": "2023",
    "en 2023 je crois": "2023",
    "depuis 98": "1998",
    "deux mille vingt-trois": "2023",
    "l'an dernier": "2025",
    "fin de l'année dernière": "2025-09-01/2025-12-31",
    "avant 2020": "../2019-12-31",
    "bien avant mars 2015": "../2015-02-28",
    "j'ai été opérée en 2023": "2023",
    "aujourd'hui je suis en arrêt depuis 2023": "2023",
}
# What began in this year or after a day cannot reach beyond today.
CUT_AT_TODAY = {
    "2026": "2026-01-01/2026-11-20",
    "cette année": "2026-01-01/2026-11-20",
    "fin 2026": "2026-09-01/2026-11-20",
    "après mars 2025": "2025-04-01/2026-11-20",
}
FROM_TODAY = {
    "il y a deux ans": "2024-11",
    "y a 6 mois": "2026-05",
    "ya 2 ans": "2024-11",
    "y'a 3 mois": "2026-08",
    "ça fait 3 ans": "2023-11",
    "depuis 2 ans": "2024-11",
    "il y a un an et demi": "2025-05",
    "il y a environ 18 mois": "2025-05",
    "2 ans": "2024-11",
    "six mois": "2026-05",
    "depuis 20 ans": "2006-11",
    "il y a une semaine": "2026-11-13",
    "il y a 15 jours": "2026-11-05",
    "hier": "2026-11-19",
    "avant-hier": "2026-11-18",
    "aujourd'hui": "2026-11-20",
    "le mois dernier": "2026-10",
    "ce mois-ci": "2026-11",
    "la semaine dernière": "2026-11-09/2026-11-15",
    "lundi dernier": "2026-11-16",
}
REFUSED = {
    "demain": "!future",
    "la semaine prochaine": "!future",
    "en avril prochain": "!future",
    "dans 2 mois": "!future",
    "2030": "!future",
    "12/2030": "!future",
    "le 25/12/2026": "!future",
    "31/02/2024": "!impossible",
    "29/02/2023": "!impossible",
    "le 30 février": "!impossible",
    "13/13/2024": "!impossible",
    "1er janvier 1900": "!impossible",
    "il y a 99999999999 jours": "!impossible",
    "12": "!unreadable",
    "le 10": "!unreadable",
    "450 heures": "!unreadable",
    "2000 heures": "!unreadable",
    "54 ans": "!unreadable",
    "j'ai 54 ans": "!unreadable",
    "depuis mes 18 ans": "!unreadable",
    "il y a longtemps": "!unreadable",
    "je sais pas": "!unreadable",
    "": "!unreadable",
}
ALL = IN_DIGITS | IN_WORDS | THE_LAST_TIME | PARTS_OF_A_YEAR | CUT_AT_TODAY | FROM_TODAY | REFUSED


@pytest.mark.parametrize(("text", "expected"), ALL.items())
def test_a_date_is_as_precise_as_it_was_typed(text: str, expected: str) -> None:
    assert outcome(read_date(text, ON)) == expected


@pytest.mark.parametrize("text", [text for text, expected in ALL.items() if not expected.startswith("!")])
def test_a_date_is_a_span_for_the_rules_that_starts_in_the_past(text: str) -> None:
    reading = read_date(text, ON)
    assert isinstance(reading, Value)
    assert parse_dates(reading.value).low <= ON


@pytest.mark.parametrize("text", [text for text, expected in ALL.items() if not expected.startswith("!")])
def test_what_is_said_back_reads_back_to_the_same_months(text: str) -> None:
    reading = read_date(text, ON)
    assert isinstance(reading, Value)
    again = read_date(reading.said, ON)
    assert isinstance(again, Value), reading.said
    first, second = parse_dates(reading.value), parse_dates(again.value)
    assert (second.low.year, second.low.month) == (first.low.year, first.low.month)
    assert (second.high.year, second.high.month) == (first.high.year, first.high.month)


@pytest.mark.parametrize(
    ("text", "labels"),
    [("10/06", "le 10 juin 2026 | octobre 2006"), ("03/12", "le 3 décembre 2025 | mars 2012")],
)
def test_two_small_numbers_may_be_a_day_or_a_month(text: str, labels: str) -> None:
    reading = read_date(text, ON)
    assert outcome(reading) == f"? {labels}"
    assert isinstance(reading, Ambiguous)
    assert all(isinstance(read_date(label, ON), Value) for label in reading.labels)


def test_a_day_is_said_in_french() -> None:
    assert read_date("01/03/24", ON) == Value("2024-03-01", "le 1er mars 2024")
    assert read_date("fin 2023", ON) == Value("2023-09-01/2023-12-31", "entre septembre 2023 et décembre 2023")
    assert read_date("avant 2020", ON) == Value("../2019-12-31", "avant le 1er janvier 2020")


def test_a_year_in_two_digits_is_never_in_the_future() -> None:
    assert outcome(read_date("juin 26", ON)) == "2026-06"
    assert outcome(read_date("juin 27", ON)) == "1927-06"
