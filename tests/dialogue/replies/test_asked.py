"""Does the person ask something, or reply?"""

from __future__ import annotations

import pytest

from bot.dialogue.replies.asked import does_not_know_what, looks_like_question

QUESTIONS = (
    "combien je vais toucher", "c'est combien", "c koi la pension", "comment demander", "komen on demande",
    "kel montant",
    "est-ce que je peux travailler", "esque je peux travailler", "es ce que ma pension baisse", "quand serai-je payé",
    "kan je suis payé", "où envoyer le formulaire", "ou est la cpam", "qui me convoque", "que dois-je faire",
    "ai-je droit",
    "peut-on travailler", "peux-tu me dire le montant", "y a-t-il un délai", "je voudrais savoir le montant",
    "dites-moi combien", "il faut quoi comme papiers", "ça dure combien de temps", "et si je travaille", "oui ?",
    "quand je serai payée", "quand est-ce que je touche", "quand faut-il envoyer le dossier",
    "quand c'est que je touche", "quand la pension sera versée", "quand ma pension est versée",
    "quand je devrais l'envoyer", "quand on aura la réponse", "quand commence la pension",
)  # fmt: skip
REPLIES = (
    "oui", "450 heures", "salarié", "mars 1975", "j'ai 54 ans", "en arrêt depuis deux ans", "ou pas", "ou alors 2023",
    "quand je suis tombée malade en mars", "quand j'ai commencé en 2010", "mon médecin dit que oui",
    "quand il faisait encore chaud", "quand j'étais en poste", "quand ma mère est morte", "quand on m'a opéré",
    "quand mon patron m'a licenciée", "quand mes enfants étaient petits", "quand ça a commencé",
    "je travaillais comme aide soignante", "estivale",
)  # fmt: skip


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_seen_without_its_question_mark(text: str) -> None:
    assert looks_like_question(text)


@pytest.mark.parametrize("text", REPLIES)
def test_a_reply_is_no_question(text: str) -> None:
    assert not looks_like_question(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("je ne sais pas quelles ressources déclarer", True),
        ("je sais pas où envoyer mon dossier", True),
        ("je ne sais pas si je peux travailler", True),
        ("je ne comprends pas pourquoi ma pension a baissé", True),
        ("je ne sais pas", False),
        ("je ne sais plus quand", False),
        ("je sais pas comment faire", False),
        ("je sais pas trop, 54 ans", False),
    ],
)
def test_not_knowing_what_is_a_question_when_it_says_of_what(text: str, asks: bool) -> None:
    assert does_not_know_what(text) is asks
