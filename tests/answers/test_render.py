"""An answer file, on a date, as a message."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.answers.catalogue import AnswerFile, Catalogue, ContentError, FrontMatter
from bot.answers.message import Message
from bot.answers.plain_text import block_text
from bot.answers.registry import registry
from bot.answers.render import Form, kind_of, only_sources, render

ON = date(2026, 11, 21)


def entry(key: str = "sujet", folder: Any = "answers", **head: Any) -> AnswerFile:
    known: dict[str, Any] = {"title": "Titre", "label": key.title(), "short": "Court.", "verified_on": ON}
    return AnswerFile(key, folder, FrontMatter(**known | head), "Corps.", "Détail.", "Simple.\nTrès simple.")


def rendered(file: AnswerFile, *others: AnswerFile, form: Form = "usual", **more: Any) -> Message:
    return render(file, ON, Catalogue({other.id: other for other in (file, *others)}), form, **more)


def texts(message: Message) -> list[str]:
    return [block_text(block) for block in message.blocks]


def test_the_usual_form_says_the_short_answer_then_the_body_and_folds_the_details() -> None:
    message = rendered(entry())
    assert texts(message) == ["Court.", "Corps."]
    assert [block_text(block) for block in message.details] == ["Détail."]
    assert (message.kind, message.topic, message.title, message.verified_on) == ("answer", "sujet", "Titre", ON)


def test_the_simple_form_keeps_one_sentence_a_line() -> None:
    message = rendered(entry(), form="simple")
    assert texts(message) == ["Simple.", "Très simple."]
    assert message.details == ()


def test_the_details_can_be_asked_alone() -> None:
    assert texts(rendered(entry(), form="details")) == ["Détail."]


def test_a_form_that_was_not_written_falls_back_on_what_there_is() -> None:
    bare = replace(entry(), details="", simple="")
    assert texts(rendered(bare, form="simple")) == ["Court."]
    assert texts(rendered(bare, form="details")) == ["Court.", "Corps."]


def test_figures_stand_with_the_text_that_shows_them_and_no_others() -> None:
    file = replace(entry(), body="{{ mtp_monthly }}", details="{{ pass_annual }}", simple="{{ aah_max_monthly }}")
    message = rendered(file)
    assert [figure.label.split(" (")[0] for figure in message.figures] == ["Majoration pour tierce personne"]
    assert block_text(message.details[-1]).startswith("- Plafond annuel de la sécurité sociale")
    assert "depuis le 1er janvier 2026" in block_text(message.details[-1])
    assert [figure.label for figure in rendered(file, form="simple").figures] == ["AAH à taux plein"]


def test_sources_are_those_of_the_register() -> None:
    message = rendered(entry(sources=("ameli_montant", "sp_pension")))
    assert message.sources == tuple(registry().sources[key] for key in ("ameli_montant", "sp_pension"))


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(ContentError, match="inventee"):
        rendered(entry(sources=("inventee",)))


def test_next_topics_are_offered_by_their_labels() -> None:
    file = entry(next=("suite", "absent", "sans_libelle"))
    message = rendered(file, entry("suite"), entry("sans_libelle", label=""))
    assert [(choice.label, choice.payload) for choice in message.choices] == [("Suite", "/suite")]


def test_a_guide_is_offered_first_and_only_when_it_may_be() -> None:
    file = entry(guide="eligibility", next=("suite",))
    offered = rendered(file, entry("suite"), guides={"eligibility": "Vérifier"}).choices
    assert [choice.label for choice in offered] == ["Vérifier", "Suite"]
    assert offered[0].payload == '/ouvrir_un_guide{"guide": "eligibility"}'
    assert [choice.label for choice in rendered(file, entry("suite"), guides={"other": "X"}).choices] == ["Suite"]
    assert [choice.label for choice in rendered(file, entry("suite")).choices] == ["Suite"]


@pytest.mark.parametrize(
    ("key", "folder", "kind"),
    [
        ("sujet", "answers", "answer"),
        ("voisin", "neighbours", "out_of_scope"),
        ("merci", "conversation", "smalltalk"),
        ("detresse", "conversation", "distress"),
    ],
)
def test_the_folder_says_what_kind_of_message_it_is(key: str, folder: str, kind: str) -> None:
    assert kind_of(entry(key, folder)) == kind


def test_what_is_not_an_answer_has_no_heading_and_no_date() -> None:
    message = rendered(entry("voisin", "neighbours"))
    assert (message.topic, message.title, message.verified_on, message.details) == (None, "", None, ())


def test_the_sources_of_an_answer_can_be_asked_alone() -> None:
    file = replace(entry(sources=("ameli_montant",), next=("suite",)), body="{{ mtp_monthly }}")
    message = rendered(file, entry("suite"))
    alone = only_sources(message)
    assert alone.sources == message.sources
    assert (alone.choices, alone.details) == ((), ())
    said, listed = texts(alone)
    assert said == "Voici d'où vient cette réponse."
    assert "depuis le 1er avril 2026" in listed
    assert listed.endswith("texte ou page : code de la sécurité sociale R341-6, L355-1, puis notre calcul.")


def test_an_answer_without_source_says_so() -> None:
    assert texts(only_sources(rendered(entry()))) == ["Cette réponse n'a pas de source à citer."]
