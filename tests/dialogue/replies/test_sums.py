"""Sums a month and over a year as people type them."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.reading import Ambiguous, Value
from bot.dialogue.replies.sums import read_monthly_sum, read_yearly_sum
from tests.dialogue.replies.outcome import outcome

MONTHLY = {
    "950": "950",
    "950 € par mois": "950",
    "1200e": "1200",
    "1200 euros par moi": "1200",
    "1.200": "1200",
    "12OO": "1200",
    "1,2k": "1200",
    "1k2": "1200",
    "950€50": "950.5",
    "1.200,50": "1200.5",
    "mille deux cents": "1200",
    "mile deux cent": "1200",
    "9 cents": "900",
    "950 net": "950",
    "1100 brut 950 net": "1100",
    "par mois : 950": "950",
    "950 depuis mars 2024": "950",
    "950 € et j'ai 54 ans": "950",
    "800 et 2 enfants": "800",
    "950 dont 200 de majoration": "950",
    "entre 900 et 1000": "900/1000",
    "900-1000 par mois": "900/1000",
    "plus de 1200": "1200/..",
    "moins de 1000": "0/999.99",
    "env 950": "902.5/997.5",
    "950 € par mois environ": "902.5/997.5",
    "+ ou - 900": "855/945",
    "900 et des poussières": "855/945",
    "11 400 par an": "950",
    "11400 sur 12 mois": "950",
    "11 400 en tout sur 12 mois": "950",
    "à deux on a 900 euros en tout": "900",
    "en tout on a 900": "900",
    "900 euros au total par mois": "900",
    "800 par mois de ressources": "800",
    "10 800 en tout sur l'année": "900",
    "10 800 au total par an": "900",
    "900 en tout sur 3 mois": "300",
    "12 x 950": "950",
    "2 fois 400 par mois": "800",
    "400 par semaine": "1733.33",
    "35 € par jour": "1064.58",
    "600 tous les 3 mois": "200",
    "600 € par trimestre": "200",
    "950 par mois soit 11400 par an": "950",
    "800 + 200 + 150": "1150",
    "800 plus 200 d'apl": "1000",
    "0": "0",
    "zéro euros": "0",
    "rien": "0",
    "aucune ressource": "0",
    "je touche rien": "0",
}
MONTHLY_ASKED = {
    "7000": "? 7 000 € par mois | 7 000 € par an",
    "11 400 €": "? 11 400 € par mois | 11 400 € par an",
    "800 € de pension et 200 € d'APL": "? 1 000 € par mois | 800 € par mois",
    "pension 800, apl 200, et ma mère 150": "? 1 150 € par mois | 800 € par mois",
    "je touche 950 et mon mari 1200": "? 2 150 € par mois | 950 € par mois",
}
MONTHLY_REFUSED = {
    "12 € de l'heure": "!unreadable",
    "900 par trimestre et 100 par mois": "!unreadable",
    "450 heures": "!unreadable",
    "-300": "!unreadable",
    "smic": "!unreadable",
    "je sais pas": "!unreadable",
    "200000 par mois": "!impossible",
}
YEARLY = {
    "12000": "12000",
    "12 000 € d'IJ": "12000",
    "9500 net sur l'année": "9500",
    "dix mille": "10000",
    "9k5": "9500",
    "3000 en tout": "3000",
    "environ 9000": "8550/9450",
    "entre 9000 et 10000": "9000/10000",
    "900 par mois pendant 4 mois": "3600",
    "1 250,40 par mois pendant 6 mois": "7502.4",
    "1200 par mois": "14400",
    "1500 par trimestre": "6000",
    "530 tous les 14 jours": "13817.86",
    "35 € par jour pendant 60 jours": "2100",
    "60 jours à 38 €": "2280",
    "38 par jour pendant 3 mois": "3467.5",
    "38 euros par jour": "13870",
    "70 par jour 5 jours par semaine": "18200",
    "6000 de chômage et 4500 d'IJ": "10500",
    "900 par mois de chômage et 300 par mois d'IJ": "14400",
    "chiffre d'affaires 30000": "30000",
    "rien": "0",
    "pas d'indemnités": "0",
}
YEARLY_ASKED = {
    "3 000 € de chômage": "? 3 000 € par mois | 3 000 € en tout sur l'année",
    "2000 de chômage et 1500 d'IJ": "? 3 500 € par mois | 3 500 € en tout sur l'année",
    "4 mois de chômage à 900": "? 900 € par mois pendant 4 mois | 900 € en tout sur l'année",
}
YEARLY_REFUSED = {
    "900 par mois pendant 4 mois et 300 par mois pendant 2 mois": "!unreadable",
    "mars 2024": "!unreadable",
    "5000000": "!impossible",
}


@pytest.mark.parametrize(("text", "expected"), (MONTHLY | MONTHLY_ASKED | MONTHLY_REFUSED).items())
def test_a_sum_is_that_of_a_month(text: str, expected: str) -> None:
    assert outcome(read_monthly_sum(text)) == expected


@pytest.mark.parametrize(("text", "expected"), (YEARLY | YEARLY_ASKED | YEARLY_REFUSED).items())
def test_a_sum_is_that_of_twelve_months(text: str, expected: str) -> None:
    assert outcome(read_yearly_sum(text)) == expected


@pytest.mark.parametrize("text", [*MONTHLY, *MONTHLY_ASKED])
def test_what_is_said_of_a_month_reads_back(text: str) -> None:
    reading = read_monthly_sum(text)
    said = reading.labels if isinstance(reading, Ambiguous) else (reading.said,) if isinstance(reading, Value) else ()
    values = [outcome(read_monthly_sum(label)) for label in said]
    assert len(set(values)) == len(said) > 0
    assert not any(value.startswith(("!", "?")) for value in values)
    if isinstance(reading, Value) and reading.said.replace("\u202f", " ")[:2] != "au":
        assert values == [reading.value]


@pytest.mark.parametrize("text", YEARLY_ASKED)
def test_each_label_of_a_doubtful_sum_reads_by_itself(text: str) -> None:
    reading = read_yearly_sum(text)
    assert isinstance(reading, Ambiguous)
    values = [outcome(read_yearly_sum(label)) for label in reading.labels]
    assert len(set(values)) == 2
    assert not any(value.startswith(("!", "?")) for value in values)


def test_a_sum_is_said_back_with_its_period() -> None:
    assert read_monthly_sum("11 400 par an") == Value("950", "950\u00a0€ par mois")
    assert read_yearly_sum("900 par mois") == Value("10800", "10\u202f800\u00a0€ sur douze mois")
