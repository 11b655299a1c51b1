"""What a message says of the person: kept when it is said in the first person, used once when only asked about."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from bot.answers.person import NOBODY, Person
from bot.dialogue.people import said_back
from bot.dialogue.replies.about import heard_in, named_in


def facts(person: Person) -> dict[str, Any]:
    return {name: value for name, value in asdict(person).items() if value is not None}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Je suis auto-entrepreneur, combien vais-je toucher ?", {"scheme": "self_employed"}),
        ("jsuis artisan depuis 10 ans et jpeux plus bosser", {"scheme": "self_employed"}),
        ("J'étais commerçante avant mon cancer", {"scheme": "self_employed"}),
        ("moi fonctionnaire, je demande où ?", {"scheme": "civil_servant"}),
        ("je suis contractuelle dans la fonction publique", {"scheme": "general_employee"}),
        ("je suis ouvrier agricole en CDI", {"scheme": "agri_employee"}),
        ("je suis exploitante agricole", {"scheme": "agri_self_employed"}),
        ("je suis infirmière libérale", {"scheme": "special_scheme"}),
        ("Je suis en invalidité catégorie 2 et je travaille à mi-temps", {"category": 2, "working": True}),
        ("on m'a mis en cat1 l'an dernier", {"category": 1}),
        ("je suis invalide 2ème catégorie", {"category": 2}),
        ("je ne travaille plus depuis 2020, que déclarer ?", {"working": False}),
        ("je travaille plus de 20 h par semaine", {"working": True}),
        ("je travaille plus, je déclare quoi", {"working": False}),
        ("j'ai pas de compte ameli", {"account": False}),
        ("je trouve rien dans mon compte ameli", {"account": True}),
        ("j'habite à Créteil, où envoyer ma demande ?", {"fund": "cramif"}),
        ("je vis à Melun", {"fund": "cpam"}),
        ("je suis de La Réunion, à qui écrire ?", {"fund": "cgss"}),
        ("la cpam du 94 ne répond pas", {"fund": "cramif"}),
        ("je vis à La Réunion, comment faire ?", {"fund": "cgss"}),
        ("j'habite dans la Creuse", {"fund": "cpam"}),
        ("j'habite en Seine et Marne", {"fund": "cpam"}),
        ("je vis en Guadeloupe", {"fund": "cgss"}),
        ("j'habite Melun, je dois appeler la Cramif ou la CPAM ?", {"fund": "cpam"}),
        ("c'est au 77, je suis au 77", {"fund": "cpam"}),
        ("dans le 92 c'est qui ma caisse", {"fund": "cramif"}),
        ("ma pension vient de la msa", {"fund": "msa"}),
        ("Artisan plombier, 58 ans, combien je peux toucher ?", {"scheme": "self_employed"}),
        ("Bonjour, agriculteur à la retraite dans 4 ans, comment demander", {"scheme": "agri_self_employed"}),
        ("Aide-soignante titulaire, la CNRACL a rejeté mon dossier", {"scheme": "civil_servant"}),
        ("kiné libérale, accident de ski", {"scheme": "special_scheme"}),
        ("je suis en catégorie 1 et je veux passer en catégorie 2", {"category": 1}),
        ("jai pa de conte ameli", {"account": False}),
        ("je n'arrive pas à créer mon compte ameli", {"account": False}),
        ("la Cramif me demande une déclaration", {"fund": "cramif"}),
    ],
)  # fmt: skip
def test_what_is_said_of_oneself_is_heard(text: str, known: dict[str, Any]) -> None:
    assert facts(heard_in(text)) == known


@pytest.mark.parametrize(
    "text",
    [
        "Mon mari est fonctionnaire, ses revenus comptent ?",
        "Quelle différence entre la catégorie 1 et la catégorie 2 ?",
        "C'est quoi la catégorie 2 ?",
        "Je ne suis pas fonctionnaire",
        "je suis salarié et auto-entrepreneur",
        "si je travaille, je perds ma pension ?",
        "Comment créer mon compte ameli ?",
        "je suis passé de la catégorie 1 à la 2",
        "je suis chez le médecin demain",
        "je suis privée de ressources",
        "dans le cadre de ma demande, il faut quoi ?",
        "mon compte bancaire a changé",
        "ma femme, artisan, est malade",
        "la fonctionnaire de l'accueil m'a mal reçue",
        "C'est la Cramif qui verse, ou la CPAM ?",
        "la cramif c'est quoi ?",
        "la msa ou la cramif ?",
        "mon médecin dit que je devrais être en cat 3",
        "j'ai peur qu'on me mette en cat 1",
        "MDPH 80 % donc je suis en catégorie 2 non ?",
        "Salarié ou indépendant, quelle différence ?",
        "Artisans : quelles règles ?",
        "une reprise salariée est-elle possible ?",
        "ma caisse a 15 jours de retard",
        "je vis à Saint-Denis",
        "bonjour",
    ],
)
def test_what_is_not_said_of_oneself_is_not(text: str) -> None:
    assert heard_in(text) == NOBODY


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("C'est combien pour la catégorie 2 ?", {"category": 2}),
        ("et si je travaille ?", {"working": True}),
        ("pour un artisan, c'est pareil ?", {"scheme": "self_employed"}),
        ("et les agriculteurs ?", {"scheme": "agri_self_employed"}),
        ("quel maximum en cat3", {"category": 3}),
        ("différence entre cat 1 et 2", {}),
        ("ma femme est fonctionnaire titulaire, comment elle demande ?", {"scheme": "civil_servant"}),
        ("pour mon père agriculteur c'est pareil ?", {"scheme": "agri_self_employed"}),
        ("mon mari est agriculteur, moi je suis salariée", {"scheme": "general_employee"}),
        ("mon médecin veut me mettre en catégorie 2", {}),
        ("Mon mari est fonctionnaire, ses revenus comptent ?", {}),
        ("Quel montant ?", {}),
    ],
)
def test_a_question_may_be_about_more_than_oneself(text: str, known: dict[str, Any]) -> None:
    assert facts(named_in(text)) == known


def test_facts_are_said_back_in_words() -> None:
    assert said_back(Person(scheme="self_employed", category=2)) == "vous êtes indépendant et catégorie 2"
    assert said_back(Person(scheme="self_employed", category=2), frozenset({"category"})) == "catégorie 2"
    assert said_back(NOBODY) == ""
