"""The pay of several civil years as people type it or copy it; today is 20 November 2026."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.dialogue.replies.reading import Ambiguous, Value
from bot.dialogue.replies.yearly_pays import read_yearly_pays
from bot.rules.situation import Situation
from tests.dialogue.replies.outcome import outcome

ON = date(2026, 11, 20)
TWO = {2019: "21000", 2020: "22500"}


def each(first: int, last: int, pay: str) -> dict[int, str]:
    return dict.fromkeys(range(first, last + 1), pay)


READ = {
    "2019 : 21000, 2020 : 22500": TWO,
    "2019:21000,2020:22500": TWO,
    "2019=21000;2020=22500": TWO,
    "2019,21000\n2020,22500": TWO,
    "2019 21.000 2020 22.500": TWO,
    "2019\t21 000\n2020\t22 500": TWO,
    "2019 - 21 000\n2020 - 22 500": TWO,
    "2019 (21000), 2020 (22500)": TWO,
    "21 000 en 2019 et 22 500 en 2020": TWO,
    "en 2019 j'ai gagné 21000 brut et en 2020 22500": TWO,
    "2O19 : 21OOO, 2020 : 22k5": TWO,
    "deux mille dix neuf : vingt et un mille, deux mille vingt : vingt deux mille cinq cents": TWO,
    "2019 4 trimestres 21000": {2019: "21000"},
    "l'an dernier 21000": {2025: "21000"},
    "2015 à 2019 20000 par an": each(2015, 2019, "20000"),
    "2015-19 : 20000": each(2015, 2019, "20000"),
    "entre 2015 et 2019 je gagnais 20000 par an": each(2015, 2019, "20000"),
    "de 2015 à 2019 : 20 000, 2020 : 22 500": each(2015, 2019, "20000") | {2020: "22500"},
    "20000 en 2015, 2016 et 2017": each(2015, 2017, "20000"),
    "2015, 2016 : 20000 ; 2017 : 21000": each(2015, 2016, "20000") | {2017: "21000"},
    "22 000 par an depuis 10 ans": each(2016, 2025, "22000"),
    "les 10 dernières années 22000 par an": each(2016, 2025, "22000"),
    "20000 par an depuis 2020": each(2020, 2025, "20000"),
    "20 000 par an de 2020 à aujourd'hui": each(2020, 2025, "20000"),
    "2019: 1750 par mois, 2020: 1800 par mois": {2019: "21000", 2020: "21600"},
    "2019 : 1750, 2020 : 1800 par mois": {2019: "21000", 2020: "21600"},
    "2000 par mois en 2019 et 2100 par mois en 2020": {2019: "24000", 2020: "25200"},
    "en 2019 2000 par mois, en 2020 2100 par mois": {2019: "24000", 2020: "25200"},
    "1750 x 12 en 2019": {2019: "21000"},
    "1750 par mois sur 13 mois en 2019": {2019: "22750"},
    "environ 20000 en 2019": {2019: "19000/21000"},
    "entre 20000 et 22000 en 2019": {2019: "20000/22000"},
    "18 000 net soit 22 000 brut en 2019": {2019: "22000"},
    "2021 : 23500.45 / 2022 : 24100,10": {2021: "23500.45", 2022: "24100.1"},
    "2019 : 21 000, 2020 rien": {2019: "21000", 2020: "0"},
    "130 000 francs en 1995": {1995: "19818"},
    "2019 : 21000, 2019 : 5000": {2019: "26000"},
    "2019 : 21000, non 2019 : 22000": {2019: "22000"},
    "en 2019 21 000, 2020 c'était 22500 et 23 000 en 2021": TWO | {2021: "23000"},
    "en 2019 21 000, 22 500 en 2020, en 2021 23 000 par an": TWO | {2021: "23000"},
    "21000 en 2019, en 2020 22500, 23000 en 2021": TWO | {2021: "23000"},
    "21 000 en 2019, 2020 : 22 500": TWO,
}
REFUSED = {
    "18 000 net en 2019": "!net",
    "2030 : 20000": "!future",
    "1930 : 20000": "!impossible",
    "2019 : 5000000": "!impossible",
    "2019 : 21000 et 22500 en 2020": "!unreadable",
    "2019 21000 22500 2020": "!unreadable",
    "21 000 en 2019, 2020 c'était 22500, 23000 en 2021 et 2022 pareil": "!unreadable",
    "2018 je sais pas, 2019 21000": "!unreadable",
    "60000 en tout de 2015 à 2017": "!unreadable",
    "22 000 pendant 10 ans": "!unreadable",
    "21 000 / 22 000 / 23 000": "!unreadable",
    "21000": "!unreadable",
    "2019 et 2020": "!unreadable",
    "450 heures": "!unreadable",
    "je sais pas": "!unreadable",
}
ASKED = {
    "2000 en 2019": "? 2 000 € par mois en 2019 | 2 000 € par an en 2019",
    "2019 : 1750, 2020 : 1800": "? 1 750 € par mois en 2019, 1 800 € par mois en 2020 | "
    "1 750 € par an en 2019, 1 800 € par an en 2020",
}


@pytest.mark.parametrize(("text", "pays"), READ.items())
def test_each_civil_year_has_its_pay(text: str, pays: dict[int, str]) -> None:
    assert json.loads(outcome(read_yearly_pays(text, ON))) == {str(year): pay for year, pay in pays.items()}


@pytest.mark.parametrize(("text", "expected"), (REFUSED | ASKED).items())
def test_a_pay_without_its_year_is_not_guessed(text: str, expected: str) -> None:
    assert outcome(read_yearly_pays(text, ON)) == expected


@pytest.mark.parametrize("text", READ)
def test_the_rules_read_the_value_and_what_is_said_reads_back(text: str) -> None:
    reading = read_yearly_pays(text, ON)
    assert isinstance(reading, Value)
    assert Situation.parse_obj({"yearly_gross_pay": reading.value}).yearly_gross_pay
    assert outcome(read_yearly_pays(reading.said, ON)) == reading.value


@pytest.mark.parametrize("text", ASKED)
def test_each_label_reads_by_itself(text: str) -> None:
    reading = read_yearly_pays(text, ON)
    assert isinstance(reading, Ambiguous)
    assert all(isinstance(read_yearly_pays(label, ON), Value) for label in reading.labels)


def test_years_with_the_same_pay_are_said_together() -> None:
    reading = read_yearly_pays("2017 : 20 000, 2018 : 20 000, 2019 : 22 500", ON)
    assert isinstance(reading, Value)
    assert reading.said.replace("\u202f", " ").replace("\u00a0", " ") == "20 000 € de 2017 à 2018, 22 500 € en 2019"
