"""What people type is made safe before anything else sees it."""

from __future__ import annotations

import pytest

from bot.answers.message import Choice
from bot.channels.incoming import LONGEST_MESSAGE, clean, picked

CHOICES = (Choice("Le montant", "/montant_maximum"), Choice("Les conditions", "/conditions_acces"))
SUMS = (Choice("1 800 € par mois", "1 800 € par mois"), Choice("1 800 € en tout", "1 800 € en tout"))
TOWNS = (Choice("Saint-Denis (93)", "Saint-Denis (93)"), Choice("Saint-Denis (974)", "Saint-Denis (974)"))


@pytest.mark.parametrize(
    "typed",
    ["/montant_maximum", "//x", " /restart", '/ouvrir_un_guide{"guide": "x"}', "/\t/restart", "/\n/x", "/\u00a0/x"],
)
def test_a_command_typed_by_a_person_loses_its_slash(typed: str) -> None:
    assert not clean(typed).text.strip().startswith("/")  # Rasa strips what it gets


@pytest.mark.parametrize("typed", ["Le montant", "le montant", "LE MONTANT !", "1"])
def test_a_choice_is_picked_by_its_label_or_number(typed: str) -> None:
    picked = clean(typed, CHOICES)
    assert picked.text == "/montant_maximum"
    assert picked.shown == "Le montant"


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        *(
            (f, "Les conditions")
            for f in ("2.", "2)", " 2 ", "2️⃣", "le 2", "no 2", "n°2", "option 2", "2 svp", "2 merci")
        ),
        *((f, "Les conditions") for f in ("la deuxième", "je prends la deuxième", "répondez 2", "je choisis la 2")),
        *((f, "Les conditions") for f in ("la dernière", "le dernier choix")),
        *((f, "Le montant") for f in ("1.", "la première svp", "le premier")),
    ],
)
def test_a_choice_is_picked_as_people_copy_or_say_its_number(typed: str, label: str) -> None:
    assert clean(typed, CHOICES).shown == label


@pytest.mark.parametrize("typed", ["3", "0", "2 enfants", "2,5", "-2", "non 2", "12", "2 ans", "la dernière fois"])
def test_another_number_is_no_choice(typed: str) -> None:
    assert clean(typed, CHOICES).text == typed


def test_part_of_a_reply_is_enough_when_only_one_has_it() -> None:
    assert clean("par mois", SUMS).text == "1 800 € par mois"
    assert clean("93", TOWNS).text == "Saint-Denis (93)"
    assert clean("saint denis", TOWNS).text == "saint denis"


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("le 93", "Saint-Denis (93)"),
        ("celui du 93", "Saint-Denis (93)"),
        ("en Seine-Saint-Denis", "Saint-Denis (93)"),
        ("celui de la réunion", "Saint-Denis (974)"),
        ("oui, à la Réunion", "Saint-Denis (974)"),
        ("celui de Paris", "celui de Paris"),
        ("le 9", "le 9"),
    ],
)
def test_a_department_picks_among_homonyms(typed: str, town: str) -> None:
    assert clean(typed, TOWNS).text == town


def test_a_word_of_a_topic_is_not_that_topic() -> None:
    assert clean("montant", CHOICES).text == "montant"


@pytest.mark.parametrize("typed", ["12", "0", "²"])
def test_what_numbers_no_choice_is_just_text(typed: str) -> None:
    assert clean(typed, CHOICES).text == typed


@pytest.mark.parametrize("typed", ["", "  \n ", "…", "😀😀", "!!!"])
def test_nothing_to_read_is_a_problem_with_a_name(typed: str) -> None:
    assert clean(typed).problem == "vide"


def test_a_lone_question_mark_is_a_message() -> None:
    assert clean("?").problem == ""


def test_too_long_is_refused_and_not_kept() -> None:
    refused = clean("a" * (LONGEST_MESSAGE + 1))
    assert refused.problem == "trop_long"
    assert refused.shown == ""


def test_identifiers_are_masked_in_what_is_kept_and_what_is_shown() -> None:
    cleaned = clean("mon mail jeanne@example.org")
    assert "jeanne@example.org" not in cleaned.text + cleaned.shown
    assert cleaned.masked == ("adresse électronique",)


def test_control_characters_are_taken_away() -> None:
    assert "\x00" not in clean("bon\x00jour\x1b[31m").text


@pytest.mark.parametrize("denied", ["non professionnelle", "non titulaire"])
def test_what_is_denied_picks_no_choice_that_holds_the_word(denied: str) -> None:
    choices = tuple(
        Choice(label, label) for label in ("Oui, maladie professionnelle", "Fonctionnaire titulaire", "Non")
    )
    assert picked(denied, choices) is None
