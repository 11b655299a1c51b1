"""What erases at once, and what is asked about first."""

from __future__ import annotations

import pytest

from bot.dialogue.erasing import is_certain


@pytest.mark.parametrize(
    "text",
    [
        "effacer mes données",
        "EFFACEZ TOUT",
        "supprime notre conversation stp",
        "oublie ce que j'ai dit",
        "mon mari ne doit pas voir ça, efface la discussion",
        "supr mes donnée",
        "j'en ai trop dit, supprimez mes messages",
        "je demande l'effacement au titre du RGPD",
        "/effacer_mes_donnees",
    ],
)
def test_an_order_about_this_conversation_is_certain(text: str) -> None:
    assert is_certain(text)


@pytest.mark.parametrize(
    "text",
    [
        "comment supprimer mes données à la CPAM ?",
        "je veux supprimer mon dossier",
        "effacez mes données de mon compte ameli",
        "est-ce que je peux effacer tout ça",
        "vous effacez tout ?",
        "supprimez ma demande de pension",
        "enlevez ma dette",
        "delete",
    ],
)
def test_a_question_or_what_others_keep_is_not(text: str) -> None:
    assert not is_certain(text)
