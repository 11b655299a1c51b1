"""Ready answers picked by label, rank, words, or a bare yes or no."""

from __future__ import annotations

import pytest

from bot.dialogue.questions import ChoiceText, questions
from bot.dialogue.replies.choices import Answers, read_choice
from bot.dialogue.replies.reading import DontKnow
from tests.dialogue.replies.outcome import outcome


def answers(field: str) -> Answers:
    """The ready answers of a question whose labels hold no figure."""
    return tuple((choice, choice.label, choice.value) for choice in questions()[field].head.choices)


SCHEME = {
    "Salarié du privé (ou contractuel de la fonction publique)": "general_employee",
    "salarié": "general_employee",
    "je suis salariée": "general_employee",
    "SALARIÉS": "general_employee",
    "en CDI": "general_employee",
    "contractuelle de la fonction publique": "general_employee",
    "non, salarié": "general_employee",
    "ouvrière agricole": "agri_employee",
    "salariée agricole": "agri_employee",
    "artisan": "self_employed",
    "auto-entrepreneuse": "self_employed",
    "j'étais à mon compte": "self_employed",
    "travailleur non salarié": "self_employed",
    "non salarié agricole": "agri_self_employed",
    "agricultrice": "agri_self_employed",
    "je suis fonctionnaire": "civil_servant",
    "profession libérale": "special_scheme",
    "sncf": "special_scheme",
    "fonctionaire": "civil_servant",
    "independent": "self_employed",
    "pas fonctionnaire, salarié": "general_employee",
    "non titulaire": "general_employee",
    "contractuelle": "general_employee",
    "salarié de la msa": "agri_employee",
    "agriculteur à mon compte": "agri_self_employed",
    "viticultrice": "agri_self_employed",
    "je ne suis pas fonctionnaire": "!unreadable",
    "2": "agri_employee",
    "la 2": "agri_employee",
    "le deuxième": "agri_employee",
    "la première réponse": "general_employee",
    "7": "!unreadable",
    "0": "!unreadable",
    "oui": "!unreadable",
    "je travaillais dans mon premier emploi": "!unreadable",
    "au chômage": "!unreadable",
    "salarié et artisan": "!unreadable",
}
ORIGIN = {
    "oui": "occupational",
    "non": "non_occupational",
    "je crois que oui": "occupational",
    "c'est une maladie": "non_occupational",
    "maladie professionnelle": "occupational",
    "un accident du travail": "occupational",
    "non, accident de voiture": "non_occupational",
    "pas un accident du travail": "non_occupational",
    "c'est pas lié au travail": "non_occupational",
    "ce n'est pas une maladie professionnelle": "non_occupational",
    "rien à voir avec le travail": "non_occupational",
    "maladie pro": "occupational",
    "accident du travail refusé": "non_occupational",
    "maladie professionnelle non reconnue": "non_occupational",
    "mon accident du travail n'est pas reconnu": "non_occupational",
    "maladie professionnelle reconnue": "occupational",
    "non je ne sais pas": "!unreadable",
    "un cancer": "!unreadable",
}
# Who has not been seen yet says "non" as well: it is asked again.
CAPACITY = {
    "oui": "yes",
    "non": "!unreadable",
    "jamais vu": "unknown",
    "il ne m'a jamais reconnu": "no",
    "il dit que non": "no",
    "oui il l'a reconnu": "yes",
    "il ne l'a pas reconnu": "no",
    "pas reconnu": "no",
    "il a refusé": "no",
    "pas encore": "unknown",
    "non pas encore": "unknown",
    "pas encore reconnu": "unknown",
    "j'attends la réponse": "unknown",
    "mon médecin dit que oui": "unknown",
}


@pytest.mark.parametrize(("text", "expected"), SCHEME.items())
def test_the_scheme_is_read_from_the_words_of_a_trade(text: str, expected: str) -> None:
    assert outcome(read_choice(text, answers("scheme"), numbered=True)) == expected


@pytest.mark.parametrize(("text", "expected"), ORIGIN.items())
def test_the_origin_is_read_even_when_it_is_denied(text: str, expected: str) -> None:
    assert outcome(read_choice(text, answers("origin"), numbered=True)) == expected


SICK_PAY = {
    "oui": "yes",
    "j'en touche": "yes",
    "non, je n'en touche pas": "no",
    "je n'en reçois plus": "no",
    "pas d'indemnités": "no",
    "toujours pas": "no",
    "j'ai touché jusqu'en juin": "!unreadable",
}


@pytest.mark.parametrize(("text", "expected"), SICK_PAY.items())
def test_sick_pay_is_told_by_its_verbs(text: str, expected: str) -> None:
    assert outcome(read_choice(text, answers("receiving_sick_pay"), numbered=True)) == expected


@pytest.mark.parametrize(("text", "expected"), CAPACITY.items())
def test_the_opinion_of_a_treating_doctor_is_not_that_of_the_caisse(text: str, expected: str) -> None:
    assert outcome(read_choice(text, answers("capacity_reduction_two_thirds"), numbered=True)) == expected


def test_a_number_is_a_rank_only_where_nothing_else_is_a_number() -> None:
    hours = (
        (ChoiceText(label="Oui", value="600/..", means="yes"), "Oui", "600/.."),
        (ChoiceText(label="Non", value="../599", means="no", words=("temps plein",)), "Non", "../599"),
    )
    assert outcome(read_choice("1", hours, numbered=True)) == "600/.."
    assert outcome(read_choice("1", hours, numbered=False)) == "!unreadable"


def test_part_time_is_not_the_contrary_of_full_time() -> None:
    hours = questions()["hours_last_12_months"].head.choices
    ready = tuple((choice, choice.label, choice.label) for choice in hours)
    assert outcome(read_choice("pas à temps plein", ready, numbered=False)) == "!unreadable"
    assert outcome(read_choice("à temps plein", ready, numbered=False)) == "Oui, au moins autant"


@pytest.mark.parametrize("text", ["Pas encore", "pas encore", "je ne l'ai pas envoyé"])
def test_a_choice_that_is_not_known_keeps_its_label(text: str) -> None:
    not_yet = ChoiceText(label="Pas encore", value="unknown", words=("pas envoye",))
    reading = read_choice(text, ((not_yet, "Pas encore", "unknown"),), numbered=False)
    assert isinstance(reading, DontKnow)
    assert reading.said == "Pas encore"
