"""Civil years and small numbers as people type them; today is 20 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.replies.reading import Ambiguous, Value
from bot.dialogue.replies.small_numbers import read_count, read_year
from tests.dialogue.replies.outcome import outcome

ON = date(2026, 11, 20)

YEARS = {
    "2021": "2021",
    "en 2021": "2021",
    "2O21": "2021",
    "21": "2021",
    "en 21": "2021",
    "l'année 21": "2021",
    "c'était 98": "1998",
    "vingt et un": "2021",
    "deux mille vingt et un": "2021",
    "2021 je crois": "2021",
    "l'année dernière": "2025",
    "l'an passé": "2025",
    "l'avant-dernière année": "2024",
    "cette année": "2026",
    "il y a 3 ans": "2023",
    "2 ans": "2024",
    "depuis 2019": "2019",
    "06/2021": "2021",
    "06/21": "2021",
    "le 3 avril 2021": "2021",
    "10/06/2021": "2021",
    "juin 21": "2021",
    "en mars": "2026",
    "né en 1970, arrêt en 2022": "2022",
}
YEARS_ASKED = {
    "2019 ou 2020": "? 2019 | 2020",
    "fin 2020 début 2021": "? 2020 | 2021",
    "10/06": "? 2006 | 2026",
}
YEARS_REFUSED = {
    "2027": "!future",
    "l'an prochain": "!future",
    "31/02/2021": "!impossible",
    "2018-2020": "!unreadable",
    "avant 2020": "!unreadable",
    "3": "!unreadable",
    "le 21": "!unreadable",
    "54 ans": "!unreadable",
    "450 heures": "!unreadable",
    "20 000 euros": "!unreadable",
}
COUNTS = {
    "4": "4",
    "quatre": "4",
    "euh 5": "5",
    "4 fois": "4",
    "j'en ai fait 4": "4",
    "déjà deux déclarations en 2025": "2",
    "deux, en mars et juin": "2",
    "un": "1",
    "une": "1",
    "une seule": "1",
    "1 seule fois": "1",
    "aucune": "0",
    "aucune pour l'instant": "0",
    "zéro": "0",
    "0": "0",
    "jamais": "0",
    "pas encore": "0",
    "pas une seule": "0",
    "je n'en ai jamais fait": "0",
    "3 ou 4": "3",
    "deux trois": "2",
    "plus de deux": "3",
    "au moins 2": "2",
    "moins de trois": "2",
    "pas plus d'une": "1",
    "une dizaine": "10",
    "une demi-douzaine": "6",
    "plusieurs": "2",
    "quelques-unes": "2",
    "beaucoup": "2",
}
COUNTS_ASKED = {"une ou deux": "? 1 | 2", "première": "? 0 | 1", "c'est ma 1ère": "? 0 | 1", "la 2ème": "? 1 | 2"}
COUNTS_REFUSED = {
    "5000": "!impossible",
    "2,5": "!unreadable",
    "une par an depuis 3 ans": "!unreadable",
    "tous les 3 mois": "!unreadable",
    "depuis 2 ans": "!unreadable",
    "900 euros": "!unreadable",
    "le 3 mars": "!unreadable",
    "en 2024": "!unreadable",
    "un peu": "!unreadable",
    "oui": "!unreadable",
}


@pytest.mark.parametrize(("text", "expected"), (YEARS | YEARS_ASKED | YEARS_REFUSED).items())
def test_a_year_is_one_civil_year(text: str, expected: str) -> None:
    assert outcome(read_year(text, ON)) == expected


@pytest.mark.parametrize(("text", "expected"), (COUNTS | COUNTS_ASKED | COUNTS_REFUSED).items())
def test_a_small_number_is_counted(text: str, expected: str) -> None:
    assert outcome(read_count(text)) == expected


@pytest.mark.parametrize("text", [*YEARS_ASKED, *COUNTS_ASKED])
def test_each_label_reads_by_itself(text: str) -> None:
    reading = read_year(text, ON) if text in YEARS_ASKED else read_count(text)
    assert isinstance(reading, Ambiguous)
    again = [read_year(label, ON) if text in YEARS_ASKED else read_count(label) for label in reading.labels]
    assert all(isinstance(one, Value) for one in again)


@pytest.mark.parametrize("text", COUNTS)
def test_a_number_said_back_reads_back(text: str) -> None:
    reading = read_count(text)
    assert isinstance(reading, Value)
    assert outcome(read_count(reading.said)) == reading.value


def test_a_vague_number_is_said_as_such() -> None:
    assert read_count("plusieurs") == Value("2", "au moins 2")
    assert read_count("aucune") == Value("0", "zéro")
