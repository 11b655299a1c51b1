"""Finding help near home, in one sentence or step by step."""

from __future__ import annotations

import pytest

from tests.dialogues.conftest import Talk

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "question",
    [
        "Où est la maison France Services la plus proche de 23000 Guéret ?",
        "je cherche une maison france services a gueret",
        "france services 23000",
    ],
)
def test_a_place_in_the_question_gives_the_nearest_at_once(talk: Talk, question: str) -> None:
    reply = talk(question)
    assert reply.kinds == ["places"]
    names = [place["name"] for place in reply.line["replies"][0]["places"]]
    assert names[0].startswith("France services d'essai de Guéret")
    assert len(names) >= 3
    assert "05 00 00 00 01" in reply.text
    assert "1 rue des Tests" in reply.text
    assert "dans la commune" in reply.text
    assert "9 h – 12 h" in reply.text


def test_without_a_place_it_asks_then_answers(talk: Talk) -> None:
    reply = talk("où trouver une maison France services ?")
    assert reply.asks == "place"
    assert reply.topics == ["france_services"]
    assert "Aubusson" in talk("j'habite à Aubusson dans la Creuse").text


def test_homonyms_are_asked_back(talk: Talk) -> None:
    reply = talk("france services à Saint-Denis")
    assert "Saint-Denis (93)" in reply.choices
    assert "Saint-Denis (974)" in reply.choices
    answer = talk("Saint-Denis (93)")
    assert answer.kinds == ["places"]
    assert "01 00 00 00 05" in answer.text


def test_the_place_told_in_a_question_answers_the_one_that_waits(talk: Talk) -> None:
    talk("où trouver une maison France services ?")
    reply = talk("où est le france services le plus proche de Guéret ?")
    assert reply.kinds == ["places"]
    assert reply.asks is None


def test_an_unknown_place_is_asked_again_then_given_up_with_help(talk: Talk) -> None:
    talk("où trouver une maison France services ?")
    assert talk("Trifouilly-les-Oies").asks == "place"
    assert talk("zzzzz").asks == "place"
    reply = talk("qqqqq")
    assert reply.asks is None
    assert "france-services.gouv.fr" in reply.text


def test_abroad_is_said_to_be_abroad(talk: Talk) -> None:
    talk("où trouver une maison France services ?")
    assert "seulement en France" in talk("Bruxelles").text


def test_the_partial_list_never_says_the_nearest(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASSISTANT_SITES_FILE")
    monkeypatch.setenv("ASSISTANT_DATA_DIR", "/nowhere")
    text = talk("Où est la maison France Services la plus proche de 23000 Guéret ?").text
    assert "les plus proches" not in text
    assert "partielle" in text
    assert "france-services.gouv.fr" in text


def test_an_unreadable_list_still_helps(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_SITES_FILE", "/nowhere.csv")
    text = talk("Où est la maison France Services la plus proche de 23000 Guéret ?").text
    assert "Guéret (23)" in text
    assert "3646" in text


def test_inside_a_guide_the_place_is_answered_and_the_guide_goes_on(talk: Talk) -> None:
    talk("vérifier ma situation", "salarié")
    reply = talk("où est la maison france services la plus proche de Guéret ?")
    assert "places" in reply.kinds
    assert reply.asks == "origin"
