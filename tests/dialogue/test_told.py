"""Facts told in passing: heard when they are told of oneself, and never made up."""

from __future__ import annotations

import pytest

from bot.dialogue.told import facts_told
from tests.dialogue.speech import ON

TOLD = {
    "j'ai 54 ans, salarié, en arrêt depuis mars 2024": {
        "scheme": "general_employee",
        "birth_date": "1971-11-21/1972-11-20",
        "stop_date": "2024-03",
    },
    "je suis en catégorie 2 et je gagne 1200 brut par mois": {
        "category": "2",
        "gross_pay_reference_period": "14400",
    },
    "mon salaire annuel moyen est de 24 000 €": {"average_annual_pay": "24000"},
    "ma pension est de 600 euros par mois": {"monthly_pension": "600"},
    "je touche l'ASI": {"receives_asi": "yes"},
    "g 47 ans et je suis artisan": {"scheme": "self_employed", "birth_date": "1978-11-21/1979-11-20"},
    "je suis auto-entrepreneuse, vérifiez si je remplis les conditions": {"scheme": "self_employed"},
}
NOT_TOLD = [
    "si j'ai 62 ans, je fais quoi ?",
    "imaginons que je gagne 1 500 € brut par mois",
    "combien je touche de pension en catégorie 2 ?",
    "ma femme a 54 ans et elle est en arrêt depuis mars 2024",
    "quelles ressources dois-je déclarer ?",
    "c'est quoi le plafond ?",
]


@pytest.mark.parametrize(("text", "facts"), TOLD.items())
def test_what_is_told_of_oneself_is_heard(text: str, facts: dict[str, str]) -> None:
    assert {name: value.value for name, value in facts_told(text, ON).items()} == facts


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_supposition_a_question_or_somebody_else_tells_nothing(text: str) -> None:
    assert facts_told(text, ON) == {}
