"""Plain language: what is too long, heavy or ill-set is found; what is plain passes."""

from __future__ import annotations

import pytest

from bot.answers.french import hard_spaces
from bot.answers.markdown import blocks
from bot.answers.render import Form
from bot.cli.style_checks import sentences, style, style_problems, words

LONG = "La caisse regarde " + "et regarde encore " * 12 + "votre dossier."


def problems(text: str, form: Form = "usual") -> list[str]:
    return list(style_problems(blocks(hard_spaces(text)), form))


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        (LONG, "usual", "phrase de"),
        (LONG[:120], "simple", "phrase de"),
        ("Vous percevez une pension.", "usual", "« percev »"),
        ("Écrivez afin de savoir.", "usual", "« afin de »"),
        ("Vous avez droit à la pension.", "usual", "« vous avez droit »"),
        ("Bravo !", "usual", "point d'exclamation"),
        ("Bien 🙂.", "usual", "émoji"),
        ("Elle est de 20€.", "usual", "mal placé"),
        ("Elle est de € 20.", "usual", "mal placé"),
        ("Vraiment?", "usual", "espace manquante"),
        ("La \"caisse\" décide.", "usual", "guillemets"),
        ("La caisse décide .", "usual", "espace en trop"),
        ("L'ASI peut aider.", "simple", "sigle sans ses mots : ASI"),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_found(text: str, form: Form, said: str) -> None:
    assert any(said in problem for problem in problems(text, form)), problems(text, form)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Elle est de 1 201,50 € par mois. Qui décide ? La caisse : c'est elle qui paie.", "usual"),
        ("- un ;\n- deux ;\n- trois.", "usual"),
        ("L'allocation supplémentaire d'invalidité (ASI) peut aider.", "simple"),
        ("Voyez https://www.ameli.fr, puis écrivez.", "usual"),
    ],
)
def test_what_is_plain_passes(text: str, form: Form) -> None:
    assert problems(text, form) == []


def test_long_sentences_on_the_whole_are_found() -> None:
    text = " ".join(
        ["Votre caisse regarde chaque année vos revenus de travail et compare le total avec un seuil qui est le vôtre."]
        * 4
    )
    assert any("en moyenne" in problem for problem in problems(text))


def test_sentences_end_where_one_can_breathe() -> None:
    assert sentences(blocks("Un : deux ; trois. Quatre ?\n\n- cinq ;\n- six.")) == [
        "Un :", "deux ;", "trois.", "Quatre ?", "cinq ;", "six.",
    ]  # fmt: skip


def test_a_number_is_one_word() -> None:
    assert words("Elle est de 1\u202f201,50\u00a0€ par mois.") == 6


def test_the_limits_are_those_of_plain_language() -> None:
    most = style().most_words
    assert most["simple"] < most["usual"] < most["details"]
