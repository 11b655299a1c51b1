"""What people say of the questions themselves, and what only looks like it."""

from __future__ import annotations

import pytest

from bot.dialogue.questions import questions
from bot.dialogue.replies.commands import is_again, is_back, is_simpler, is_stop, is_why, starts_with_why

WHY = (
    "pourquoi", "pourquoi ?", "Pourquoi donc ?", "mais pourquoi", "pk", "pk ?", "pq", "prk", "pourkoi",
    "pourquoi cette question",
    "pourquoi vous me demandez ça", "pk tu veux savoir ça", "pourquoi avez-vous besoin de mon salaire",
    "à quoi ça sert", "a koi ca sert", "ça sert à quoi", "à quoi sert cette question", "quel rapport",
    "en quoi ça vous regarde", "pour quoi faire", "vous demandez ça pourquoi", "c'est obligatoire ?", "c'est indiscret",
)  # fmt: skip
NOT_WHY = (
    "pourquoi ma pension a baissé", "pourquoi mon dossier est bloqué", "pourquoi on m'a refusé", "pourquoi pas",
    "pourquoi je ne suis pas payé", "pourquoi la cpam me convoque", "pourquoi vous avez suspendu ma pension",
    "pourquoi je dois déclarer mes revenus", "à quoi sert l'ASI", "à quoi sert la pension d'invalidité", "oui",
)  # fmt: skip
STOP = (
    "stop", "STOP !", "stop stop", "arrête", "arrêtez", "arrete", "j'arrête", "j'arrete là", "c bon jarrete",
    "on arrête",
    "arrêtez le questionnaire", "annule", "annule tout", "quitter", "laisse tomber", "laissez tomber svp", "tant pis",
    "fin", "ça suffit", "ca suffit les questions", "assez de questions", "j'en ai marre", "je veux arrêter",
    "on peut arrêter là ?", "abandonner", "exit", "pas maintenant", "plus tard",
)  # fmt: skip
NOT_STOP = (
    "fin 2023", "fin mars", "fin janvier 2024", "fin de contrat", "arrêt de travail", "arrêt maladie",
    "arrêt depuis mars",
    "arrêté en mars", "arrêtée en 2023", "arrêté", "arrete depuis mars 2024", "j'ai arrêté en mars",
    "j'arrête de travailler le 3 mars", "je veux arrêter de travailler", "j'ai été arrêté", "stop maladie 2023",
    "assez longtemps", "sorti de l'hôpital en mars", "stoppé en mars",
)  # fmt: skip
BACK = (
    "retour", "retour svp", "retour en arrière", "retour à la question précédente", "question précédente", "précédent",
    "revenir", "revenir en arrière", "reviens", "on peut revenir", "je veux revenir à la question d'avant",
    "question d'avant", "back", "annule la dernière réponse",
)  # fmt: skip
NOT_BACK = (
    "retourné travailler", "retour au travail", "retour au travail en mars", "retour d'arrêt en mai", "revenu",
    "revenu annuel 12000", "je suis revenu en mars", "je veux revenir en France", "revenir au travail est impossible",
)  # fmt: skip
SIMPLER = (
    "plus simple", "plus simple svp", "plus simplement", "je ne comprends pas", "je comprend pas", "je comprends rien",
    "j'ai pas compris", "je n'ai pas compris la question", "pas compris", "comment ça ?", "c'est-à-dire ?", "quoi ?",
    "hein ?", "pardon ?", "ça veut dire quoi", "c'est quoi la question", "reformulez", "pouvez-vous expliquer ?",
)  # fmt: skip
NOT_SIMPLER = ("je ne comprends pas pourquoi ma pension a baissé", "c'est quoi une pension", "comment demander", "oui")
AGAIN = ("répétez", "répétez la question svp", "vous pouvez répéter ?", "c'était quoi déjà la question",
         "continuer", "on continue", "reprendre")  # fmt: skip


@pytest.mark.parametrize("text", WHY)
def test_why_is_asked_of_the_question(text: str) -> None:
    assert is_why(text)


@pytest.mark.parametrize("text", NOT_WHY)
def test_why_of_something_else_is_not_why(text: str) -> None:
    assert not is_why(text)


def test_why_may_be_asked_of_anything() -> None:
    assert starts_with_why("pourquoi mon âge ?")
    assert starts_with_why("mais pk mon salaire")
    assert not starts_with_why("pourquoi pas")
    assert not starts_with_why("54 ans, pourquoi ?")


@pytest.mark.parametrize("text", STOP)
def test_stop_stops(text: str) -> None:
    assert is_stop(text)


@pytest.mark.parametrize("text", NOT_STOP)
def test_a_stop_of_work_or_the_end_of_a_year_does_not_stop(text: str) -> None:
    assert not is_stop(text)


@pytest.mark.parametrize("text", BACK)
def test_back_goes_back(text: str) -> None:
    assert is_back(text)


@pytest.mark.parametrize("text", NOT_BACK)
def test_going_back_to_work_is_not_going_back(text: str) -> None:
    assert not is_back(text)


@pytest.mark.parametrize("text", SIMPLER)
def test_not_understanding_the_question_is_understood(text: str) -> None:
    assert is_simpler(text)


@pytest.mark.parametrize("text", NOT_SIMPLER)
def test_not_understanding_something_else_is_not(text: str) -> None:
    assert not is_simpler(text)


@pytest.mark.parametrize("text", AGAIN)
def test_the_question_can_be_asked_for_again(text: str) -> None:
    assert is_again(text)


def test_no_ready_answer_is_a_command() -> None:
    labels = [choice.label for question in questions().values() for choice in question.head.choices]
    assert labels
    for label in (*labels, "Je ne sais pas"):
        assert not any(reads(label) for reads in (is_why, is_stop, is_back, is_simpler, is_again)), label
