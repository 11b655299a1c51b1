"""Hours and sums as people type them."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.numbers import read_hours, read_yearly_pay
from bot.dialogue.replies.reading import Ambiguous, Value
from bot.rules.engine.span import parse_amounts
from tests.dialogue.replies.outcome import outcome

HOURS = {
    "450 heures": "450",
    "450h": "450",
    "450": "450",
    "450 heurres": "450",
    "1 200": "1200",
    "1.200": "1200",
    "1,2k": "1200",
    "mille deux cents": "1200",
    "quatre cent cinquante heures": "450",
    "6OO": "600",
    "600,5": "600.5",
    "oui 700": "700",
    "non, 450 heures": "450",
    "j'ai fait 450 heures en 12 mois": "450",
    "en 2023 450 heures": "450",
    "450 h entre mars 2023 et mars 2024": "450",
    "1 820h sur l'année": "1820",
    "1500h/an": "1500",
    "12 h en tout": "12",
    "0": "0",
    "zéro": "0",
    "aucune": "0",
    "rien du tout": "0",
    "j'ai pas travaillé": "0",
    "entre 500 et 600 h": "500/600",
    "500-600": "500/600",
    "500h à 600h": "500/600",
    "450 ou 500": "450/500",
    "plus de 600": "600/..",
    "600 h ou plus": "600/..",
    "moins de 600": "0/599.99",
    "presque 600": "0/599.99",
    "pas plus de 300": "0/300",
    "environ 800": "760/840",
    "600 heures environ": "570/630",
    "35h par semaine": "1820",
    "35 h/sem": "1820",
    "39h hebdo": "2028",
    "17h30 par semaine": "910",
    "entre 20 et 25h par semaine": "1040/1300",
    "35h par semaine pendant 6 mois": "910",
    "35 heures par semaine depuis 10 ans": "1820",
    "4 h par jour 5 jours par semaine": "1040",
    "151,67 h par mois": "1820",
    "151h67 par mois": "1820",
    "20h/mois": "240",
    "6 mois à temps plein": "910",
    "4 mois mi-temps": "303",
}
HOURS_REFUSED = {
    "8000": "!impossible",
    "200 jours": "!unreadable",
    "3 mois": "!unreadable",
    "7h par jour": "!unreadable",
    "54 ans": "!unreadable",
    "1800 €": "!unreadable",
    "1800 net": "!unreadable",
    "mars 2024": "!unreadable",
    "aucune idée": "!unreadable",
    "quelques heures": "!unreadable",
    "à mi-temps": "!unreadable",
    "j'étais à 80 %": "!unreadable",
    "12/05/1970": "!unreadable",
}
HOURS_ASKED = {
    "35h": "? 35 heures par semaine | 35 heures en tout",
    "20 à 25h": "? entre 20 et 25 heures par semaine | entre 20 et 25 heures en tout",
    "151,67": "? 151,67 heures par mois | 151,67 heures en tout",
    "35h pendant 6 mois": "? 35 heures par semaine pendant 6 mois | 35 heures en tout",
}
PAY = {
    "21000€": "21000",
    "21 000": "21000",
    "21.000": "21000",
    "21'000": "21000",
    "21 OOO": "21000",
    "21k": "21000",
    "21 k€ brut": "21000",
    "21 mille": "21000",
    "vingt et un mille": "21000",
    "21000 par an": "21000",
    "25 000 brut/an": "25000",
    "21 000,50": "21000.5",
    "21000 sur 12 mois": "21000",
    "en 2023 j'ai gagné 21000": "21000",
    "21000 par an soit 1750 par mois": "21000",
    "1 800 € en tout sur l'année": "1800",
    "rien": "0",
    "1 800 brut par mois": "21600",
    "1800€/mois": "21600",
    "1 800 brut mensuels": "21600",
    "1,8k par mois": "21600",
    "1750 mois": "21000",
    "dix-huit cents par mois": "21600",
    "par mois je gagnais 1800": "21600",
    "1800 par mois toute l'année": "21600",
    "1800 par mois pendant 6 mois": "10800",
    "1 750,50 € par mois": "21006",
    "1750 x 12": "21000",
    "12 fois 1750": "21000",
    "1750 par mois sur 13 mois": "22750",
    "400 par semaine": "20800",
    "brut 1800 net 1400 par mois": "21600",
    "1400 net soit 1800 brut par mois": "21600",
    "20 000 à 22 000": "20000/22000",
    "20-22k": "20000/22000",
    "vingt mille à vingt deux mille": "20000/22000",
    "entre 1500 et 1800 par mois": "18000/21600",
    "plus de 2000 par mois": "24000/..",
    "moins de 20000": "0/19999.99",
    "environ 21000": "19950/22050",
}
PAY_REFUSED = {
    "1 800 net": "!net",
    "1500 nets par mois": "!net",
    "net": "!net",
    "2000000": "!impossible",
    "smic": "!unreadable",
    "smic à mi temps": "!unreadable",
    "12 euros de l'heure": "!unreadable",
    "70 par jour": "!unreadable",
    "450 heures": "!unreadable",
    "mars 2024": "!unreadable",
    "c'est du net ou du brut": "!unreadable",
    "né le 12/13/1970": "!unreadable",
    "12-05-70": "!unreadable",
    "-3000": "!unreadable",
}
PAY_ASKED = {
    "1800": "? 1 800 € par mois | 1 800 € en tout sur l'année",
    "1.750,50": "? 1 750,50 € par mois | 1 750,50 € en tout sur l'année",
    "1800 brut 1400 net": "? 1 800 € par mois | 1 800 € en tout sur l'année",
    "1500-1800": "? entre 1 500 et 1 800 € par mois | entre 1 500 et 1 800 € en tout sur l'année",
    "1750 sur 12 mois": "? 1 750 € par mois | 1 750 € en tout sur l'année",
    "6 mois à 1800": "? 1 800 € par mois pendant 6 mois | 1 800 € en tout sur l'année",
}


@pytest.mark.parametrize(("text", "expected"), (HOURS | HOURS_REFUSED | HOURS_ASKED).items())
def test_hours_are_those_of_twelve_months(text: str, expected: str) -> None:
    assert outcome(read_hours(text)) == expected


@pytest.mark.parametrize(("text", "expected"), (PAY | PAY_REFUSED | PAY_ASKED).items())
def test_a_pay_is_gross_and_of_twelve_months(text: str, expected: str) -> None:
    assert outcome(read_yearly_pay(text)) == expected


@pytest.mark.parametrize("value", [*HOURS.values(), *PAY.values()])
def test_every_value_is_an_amount_for_the_rules(value: str) -> None:
    span = parse_amounts(value)
    assert 0 <= span.low <= span.high


@pytest.mark.parametrize("text", HOURS_ASKED)
def test_each_label_of_doubtful_hours_reads_by_itself(text: str) -> None:
    reading = read_hours(text)
    assert isinstance(reading, Ambiguous)
    values = [outcome(read_hours(label)) for label in reading.labels]
    assert len(set(values)) == 2
    assert not any(value.startswith(("!", "?")) for value in values)


@pytest.mark.parametrize("text", PAY_ASKED)
def test_each_label_of_a_doubtful_pay_reads_by_itself(text: str) -> None:
    reading = read_yearly_pay(text)
    assert isinstance(reading, Ambiguous)
    values = [outcome(read_yearly_pay(label)) for label in reading.labels]
    assert len(set(values)) == 2
    assert not any(value.startswith(("!", "?")) for value in values)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("35h par semaine", "1 820 heures"),
        ("entre 500 et 600", "entre 500 et 600 heures"),
        ("plus de 600", "au moins 600 heures"),
        ("moins de 600", "moins de 600 heures"),
        ("pas plus de 300", "300 heures au plus"),
        ("environ 800", "environ 800 heures"),
    ],
)
def test_hours_are_said_back_in_french(text: str, said: str) -> None:
    reading = read_hours(text)
    assert isinstance(reading, Value)
    assert reading.said.replace("\u202f", " ").replace("\u00a0", " ") == said


def test_a_monthly_pay_is_said_back_over_the_year() -> None:
    reading = read_yearly_pay("1 750,50 brut par mois")
    assert isinstance(reading, Value)
    assert reading.said.replace("\u202f", " ").replace("\u00a0", " ") == "21 006 € sur douze mois"
