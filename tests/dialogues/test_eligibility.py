"""The eligibility guide, from its first question to its verdict, as people really answer."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model

START = "vérifier ma situation"
TO_HOURS = (START, "salariée", "non", "juin 2024", "54 ans", "oui")


def test_it_opens_by_saying_how_it_goes_then_asks_the_scheme(talk: Talk) -> None:
    reply = talk(START)
    assert "je ne sais pas" in reply.text
    assert reply.asks == "scheme"
    assert "Je ne sais pas" in reply.choices


def test_all_conditions_met(talk: Talk) -> None:
    reply = talk(*TO_HOURS, "1200 heures", "oui il l'a reconnu")
    assert reply.result is not None
    assert reply.result["verdict"] == "met"
    assert "sous réserve de l'avis du médecin-conseil" in reply.text
    assert "La décision appartient à la caisse" in reply.text
    assert reply.asks is None


def test_enough_hours_make_the_pay_useless_to_ask(talk: Talk) -> None:
    assert talk(*TO_HOURS, "650").asks == "capacity_reduction_two_thirds"


def test_too_few_hours_ask_for_the_pay_and_a_low_pay_decides(talk: Talk) -> None:
    assert talk(*TO_HOURS, "450 h").asks == "gross_pay_last_12_civil_months"
    reply = talk("9 000 euros sur l'année")
    assert reply.result == reply.result | {"verdict": "not_met", "reasons": ["activity"]}
    assert "R313-5" in reply.text
    assert "jour d'arrêt indemnisé" in reply.text


def test_the_age_alone_decides_and_nothing_more_is_asked(talk: Talk) -> None:
    reply = talk(START, "salarié", "non", "mars 2024", "j'ai 63 ans")
    assert reply.result is not None
    assert reply.result["reasons"] == ["age"]
    assert "L341-15" in reply.text


def test_a_civil_servant_is_redirected(talk: Talk) -> None:
    reply = talk(START, "je suis fonctionnaire titulaire")
    assert reply.result == {"verdict": "redirect", "reasons": ["civil_servant"]}
    assert "CNRACL" in reply.text


def test_a_self_employed_person_gets_other_questions(talk: Talk) -> None:
    assert talk(START, "je suis artisan").asks == "receiving_sick_pay"
    assert talk("oui").asks == "birth_date"


def test_not_knowing_is_an_answer_and_is_not_asked_twice(talk: Talk) -> None:
    reply = talk(START, "salarié", "je sais pas trop", "juin 2024", "54 ans", "oui", "800", "pas encore")
    assert reply.result is not None
    assert reply.result["verdict"] == "to_check"
    assert reply.result["reasons"] == ["origin", "capacity"]


def test_net_pay_is_not_gross_pay(talk: Talk) -> None:
    reply = talk(*TO_HOURS, "300", "1 800 net")
    assert "brut" in reply.text
    assert reply.asks == "gross_pay_last_12_civil_months"


def test_a_monthly_pay_is_told_from_a_yearly_one(talk: Talk) -> None:
    reply = talk(*TO_HOURS, "300", "2 100")
    assert any("par mois" in label for label in reply.choices)
    assert talk("par mois").asks == "capacity_reduction_two_thirds"


def test_why_is_answered_with_the_law_and_the_question_comes_back(talk: Talk) -> None:
    reply = talk(START, "salarié", "non", "mars 2024", "pourquoi cette question ?")
    assert "62 ans" in reply.text
    assert "L341-15" in reply.text
    assert reply.asks == "birth_date"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("au fait c'est combien le maximum en catégorie 2 ?", "montant_maximum"),
        ("et quelles ressources il faut déclarer ?", "ressources_a_declarer"),
    ],
)
def test_another_question_is_answered_then_the_guide_comes_back(talk: Talk, question: str, topic: str) -> None:
    reply = talk(START, "salarié", "non", question)
    assert topic in reply.topics
    assert reply.asks == "stop_date"
    assert talk("mars 2024").asks == "birth_date"


def test_the_last_answer_can_be_corrected(talk: Talk) -> None:
    reply = talk(START, "salarié", "non", "mars 2024", "en fait c'était en juin 2023")
    assert "juin 2023" in reply.text
    assert "1er juin 2022" in talk("54 ans").text


def test_an_earlier_answer_can_be_corrected_by_naming_it(talk: Talk) -> None:
    reply = talk(START, "salarié", "non", "mars 2024", "54 ans", "en fait mon arrêt a commencé en avril 2022")
    assert "avril 2022" in reply.text
    assert "1er avril 2021" in reply.text


def test_a_correction_after_the_verdict_gives_a_new_one(talk: Talk) -> None:
    assert talk(*TO_HOURS, "800", "oui il l'a reconnu").result["verdict"] == "met"  # type: ignore[index]
    reply = talk("en fait j'ai 63 ans")
    assert reply.result is not None
    assert reply.result["reasons"] == ["age"]
    assert talk("non pardon, 61 ans").result["verdict"] == "met"  # type: ignore[index]


def test_going_back_asks_the_last_question_again(talk: Talk) -> None:
    assert talk(START, "salarié", "non", "mars 2024", "retour").asks == "stop_date"


def test_going_back_after_the_verdict_asks_the_last_question_again(talk: Talk) -> None:
    talk(START, "salarié", "non", "juin 2024")
    assert "verdict" in talk("63 ans").kinds
    assert talk("retour").asks == "birth_date"


def test_stopping_ends_the_guide_without_a_verdict(talk: Talk) -> None:
    reply = talk(START, "salarié", "stop")
    assert reply.asks is None
    assert reply.result is None


def test_going_on_after_a_stop_forgets_nothing(talk: Talk) -> None:
    assert talk(START, "salarié", "non", "stop").asks is None
    assert talk("reprendre").asks == "stop_date"


def test_a_status_corrected_after_the_verdict_is_taken(talk: Talk) -> None:
    talk(START, "salarié", "accident du travail")
    assert talk("en fait je suis fonctionnaire à la mairie").result["verdict"] == "redirect"  # type: ignore[index]


def test_facts_told_before_are_not_asked_again(talk: Talk) -> None:
    talk(START, "salarié", "non", "stop")
    assert talk(START).asks == "stop_date"


def test_three_unreadable_replies_count_as_not_knowing(talk: Talk) -> None:
    first = talk(START, "salarié", "non", "euh")
    second = talk("blabla")
    assert first.asks == second.asks == "stop_date"
    assert first.text != second.text
    assert talk("pfff").asks != "stop_date"


def test_distress_comes_before_the_question(talk: Talk) -> None:
    reply = talk(START, "salarié", "je veux mourir")
    assert reply.kinds[0] == "distress"
    assert "3114" in reply.text


def test_a_button_label_or_its_number_is_understood(talk: Talk) -> None:
    reply = talk(START)
    assert talk(reply.choices[0]).asks == "origin"
    assert talk("1").asks == "stop_date"


def test_where_the_figures_of_the_verdict_come_from_is_told_with_formula_and_operands(talk: Talk) -> None:
    talk(*TO_HOURS, "450 h", "23 000 euros sur l'année", "oui il l'a reconnu")
    reply = talk("d'où vient ce chiffre ?")
    assert "22 878,10 €" in reply.text
    assert "2 030" in reply.text
    assert "11,27 €, depuis le 1er janvier 2023" in reply.text
    assert "R313-5" in reply.text
    assert talk("répète").result is not None


def test_after_another_answer_its_sources_are_told_again(talk: Talk) -> None:
    talk(*TO_HOURS, "1200 heures", "oui il l'a reconnu", "montant maximum de la pension ?")
    assert "Voici d'où vient cette réponse." in talk("d'où vient ce chiffre ?").text
