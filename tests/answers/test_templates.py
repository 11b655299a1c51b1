"""Texts with expressions in them: figures of the day, contacts, forms, values of the moment, French spaces."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.answers.catalogue import ContentError
from bot.answers.figures import Recorder
from bot.answers.french import hard_spaces
from bot.answers.templates import fill

ON = date(2026, 11, 21)


def filled(text: str, on: date = ON, **extra: object) -> str:
    return fill(text, on, Recorder(), extra)


def test_a_text_without_expression_is_left_alone() -> None:
    assert filled("Bonjour.") == "Bonjour."


def test_a_figure_is_that_of_the_day() -> None:
    text = "{{ pension_max_cat1_monthly }} par mois"
    assert filled(text, date(2024, 3, 1)) == "1\u202f159,20\u00a0€ par mois"  # published in April 2024
    assert filled(text, date(2020, 3, 1)) == "1\u202f028,40\u00a0€ par mois"  # published in 2020


def test_the_shown_figures_are_recorded() -> None:
    recorder = Recorder()
    fill("{{ mtp_monthly }} {% if false %}{{ aah_max_monthly }}{% endif %}", ON, recorder)
    assert list(recorder.shown) == ["mtp_monthly"]


def test_parts_numbers_and_sums_of_figures() -> None:
    assert filled("{{ declaration_period_months.no_activity }}") == "12\u00a0mois"
    assert filled("{{ eligibility_smic_multiple.number }} fois") == "2\u202f030 fois"
    assert filled("{{ pension_max_cat2_monthly + mtp_monthly }}", date(2024, 4, 1)) == "3\u202f198,60\u00a0€"


def test_contacts_and_forms_are_named_by_id() -> None:
    assert filled("le {{ contacts.suicide.phone }}") == "le 3114"
    assert "Cerfa" in filled("{{ forms.pension_request_cpam }}")


def test_values_of_the_moment_go_before_figures() -> None:
    assert filled("{{ place }}", place="Guéret") == "Guéret"
    assert filled("{{ mtp_monthly }}", mtp_monthly="rien") == "rien"


def test_bounds_are_written_and_moved_by_the_smallest_step() -> None:
    low, limit = Decimal("22878.10"), date(2023, 6, 1)
    assert filled("{{ low | euros }}", low=low) == "22\u202f878,10\u00a0€"
    assert filled("{{ limit | day }}", limit=limit) == "1er juin 2023"
    assert filled("{{ low | before }} {{ low | after }}", low=low) == "22878.09 22878.11"
    assert filled("{{ limit | before }} {{ limit | after }}", limit=limit) == "2023-05-31 2023-06-02"


@pytest.mark.parametrize(
    "text",
    [
        "{{ pension_of_my_dreams }}",
        "{{ declaration_period_months.never }}",
        "{{ contacts.personne.phone }}",
        "{{ contacts.msa.fax }}",
        "{{ forms.absent }}",
        "{{ mtp_monthly | dollars }}",
        "{{ mtp_monthly",
        "{{ csg_rates }}",
        "{{ mtp_monthly + place }}",
        "{{ mtp_monthly / 0 }}",
    ],
)
def test_an_expression_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(ContentError):
        filled(text)


def test_a_text_cannot_reach_into_python() -> None:
    with pytest.raises(ContentError):
        filled("{{ mtp_monthly.__class__.__mro__ }}")
    with pytest.raises(ContentError):
        filled("{{ ''.__class__.__subclasses__() }}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quoi ?", "Quoi\u00a0?"),
        ("Ici : là ; non !", "Ici\u00a0: là\u00a0; non\u00a0!"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("3 % de 5 €", "3\u00a0% de 5\u00a0€"),
        ("(a) - b", "(a) - b"),
    ],
)
def test_french_signs_never_start_a_line(text: str, expected: str) -> None:
    assert hard_spaces(text) == expected
