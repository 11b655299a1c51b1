"""Yes, no, I don't know, and the words of a correction, as people type them."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.words import (
    is_correction,
    is_dont_know,
    is_filler,
    is_no,
    is_yes,
    without_correction_words,
)

YES = (
    "oui", "OUI", "Oui.", "ouais", "ouii", "ui", "wi", "voui", "si", "si si", "ok", "d'accord", "dacc", "yep",
    "exact", "c'est ça",
    "c'est bien ça", "tout à fait", "bien sûr", "absolument", "effectivement", "je crois", "je pense que oui",
    "mais oui", "ben oui", "euh oui", "oui merci", "oui, 54 ans", "oui mais je suis au chômage", "c'est mon cas",
    "pourquoi pas", "plutôt oui",
)  # fmt: skip
NO = (
    "non", "NON", "nan", "nn", "nop", "nope", "non non", "ben non", "ah non", "mais non", "pas du tout", "pas vraiment",
    "pas encore", "jamais", "je ne crois pas", "je pense pas", "je pense que non", "ce n'est pas le cas",
    "c'est pas mon cas", "ni l'un ni l'autre", "non merci", "non, 450 heures", "plutôt non", "plus maintenant",
)  # fmt: skip
NEITHER = (
    "novembre", "noël", "nonobstant", "si je pouvais", "oui et non", "je crois que c'était en mars", "54 ans",
    "salarié",
    "ouvrier", "octobre", "je sais pas", "",
)  # fmt: skip
DONT_KNOW = (
    "je ne sais pas", "je sais pas", "jsp", "j'sais pas", "jsais pas", "chais pas", "je sé pas", "je c pas", "sais pas",
    "je sais plus", "j'en sais rien", "aucune idée", "aucune idee", "j'en ai aucune idée", "pas la moindre idée", "nsp",
    "je ne me souviens plus", "je m'en souviens pas", "je me rappelle plus", "j'ai oublié", "aucun souvenir",
    "pas sûre",
    "je ne suis pas sûr", "je l'ignore", "ça dépend", "sa depend", "oui et non", "peut-être", "bof", "?", "??",
    "je préfère ne pas dire", "je prefere pas repondre", "je ne veux pas le dire", "je passe", "question suivante",
    "impossible à dire", "je ne connais pas mes heures", "j'ai pas les papiers", "je sais pas trop, 54 ans",
)  # fmt: skip
KNOWN = ("oui", "non", "54 ans", "je sais", "je suis sûr", "je connais mon régime", "passé en invalidité", "pas encore")
CORRECTIONS = {
    "en fait c'était en 2023": "c'était en 2023",
    "en fait 58 ans": "58 ans",
    "non, pardon, 61 ans": "61 ans",
    "pardon 58 ans": "58 ans",
    "finalement oui": "oui",
    "correction : je suis née en 1971": "je suis née en 1971",
    "non plutôt 2023": "2023",
    "enfin plutôt 650 heures": "650 heures",
    "ce n'est pas 1400 mais 1700": " 1700",
    "c'était pas 2023 mais 2022": " 2022",
    "oups, mars": "mars",
    "je me suis trompée, c'est 2022": "je me suis trompée, c'est 2022",
    "erreur c'est 2022": "c'est 2022",
}
BARE_CORRECTIONS = (
    "je me suis trompé", "jme suis trompé", "je me suis gouré", "j'ai mal répondu", "je veux modifier ma réponse",
    "modifier ma date de naissance", "j'ai fait une erreur", "erreur", "au temps pour moi", "je corrige",
)  # fmt: skip
NO_CORRECTIONS = (
    "erreur de la caisse", "la caisse a fait une erreur", "c'est une erreur médicale", "je préfère plutôt le matin",
    "plutôt oui", "plutôt non", "pardon ?", "pardon je ne comprends pas", "changement de situation", "450 heures",
    "/declaration_retard_erreur", "il s'est trompé de dossier",
)  # fmt: skip


@pytest.mark.parametrize("text", YES)
def test_a_yes_is_a_yes_and_no_no(text: str) -> None:
    assert is_yes(text)
    assert not is_no(text)


@pytest.mark.parametrize("text", NO)
def test_a_no_is_a_no_and_no_yes(text: str) -> None:
    assert is_no(text)
    assert not is_yes(text)


@pytest.mark.parametrize("text", NEITHER)
def test_what_only_begins_like_yes_or_no_is_neither(text: str) -> None:
    assert not is_yes(text)
    assert not is_no(text)


@pytest.mark.parametrize("text", DONT_KNOW)
def test_not_knowing_and_not_wanting_to_say_are_understood(text: str) -> None:
    assert is_dont_know(text)


@pytest.mark.parametrize("text", KNOWN)
def test_an_answer_is_not_taken_for_not_knowing(text: str) -> None:
    assert not is_dont_know(text)


@pytest.mark.parametrize(("text", "rest"), CORRECTIONS.items())
def test_a_correction_leaves_what_is_meant_instead(text: str, rest: str) -> None:
    assert is_correction(text)
    assert without_correction_words(text) == rest


@pytest.mark.parametrize("text", BARE_CORRECTIONS)
def test_a_correction_may_not_say_into_what(text: str) -> None:
    assert is_correction(text)


@pytest.mark.parametrize("text", NO_CORRECTIONS)
def test_an_error_of_others_is_no_correction(text: str) -> None:
    assert not is_correction(text)


@pytest.mark.parametrize("text", ["pfff", "pff", "Pffff...", "euh", "euh ben", "hmm", "hein", "grrr", "ah", "zut"])
def test_a_sigh_is_no_answer(text: str) -> None:
    assert is_filler(text)


@pytest.mark.parametrize("text", ["", "aide", "euh oui", "pff aidez-moi", "stop", "octobre", "non", "54"])
def test_what_says_something_is_not_a_sigh(text: str) -> None:
    assert not is_filler(text)
