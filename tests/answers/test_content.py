"""The project's own texts: every file renders, on past and future days, with its sources and its reservations."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answers.catalogue import FOLDERS, AnswerFile, catalogue, load_catalogue
from bot.answers.figures import NOT_PUBLISHED, ShownFigure
from bot.answers.message import Message
from bot.answers.person import Person, people
from bot.answers.plain_text import RESERVATIONS, block_text, figure_text, plain_text
from bot.answers.registry import registry
from bot.answers.render import Form, render
from bot.cli.content_checks import problems
from bot.cli.style_checks import sentences
from bot.cli.style_checks import words as count_words
from bot.dialogue.for_whom import adapts_to
from bot.rules.engine.parameters import Parameter, default_parameters
from bot.settings import CONTENT

ON = date(2026, 11, 21)
# The first of every month, and the eve of the two days on which figures move.
DAYS = [date(year, month, 1) for year in range(2024, 2029) for month in range(1, 13)]
DAYS += [date(year, month, 31) for year in range(2024, 2029) for month in (3, 12)]
SOME_DAYS = [date(2024, 6, 15), ON, date(2028, 2, 29)]
FORMS: tuple[Form, ...] = ("usual", "simple", "details")
BY_LABEL = {figure.label: figure for figure in default_parameters().values()}
LONGER_THAN_A_YEAR = 366


def messages(on: date) -> Iterator[tuple[AnswerFile, Form, Message]]:
    for entry in catalogue().values():
        for form in FORMS:
            yield entry, form, render(entry, on, catalogue(), form)


def everybody(on: date) -> Iterator[tuple[AnswerFile, Form, Person, Message]]:
    for entry in catalogue().values():
        for person in people(adapts_to(entry)):
            for form in FORMS:
                yield entry, form, person, render(entry, on, catalogue(), form, None, person)


def words(message: Message) -> str:
    return "\n".join([plain_text(message), *(block_text(block) for block in message.details)])


def shown(on: date) -> Iterator[tuple[ShownFigure, Parameter]]:
    for _, _, message in messages(on):
        for figure in message.figures:
            yield figure, BY_LABEL[figure.label]


def test_every_folder_has_files_and_all_are_read() -> None:
    for folder in FOLDERS:
        files = {path.stem for path in (CONTENT / folder).glob("*.md")}
        assert files
        assert set(catalogue().ids(folder)) == files


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_every_text_renders_in_every_form(on: date) -> None:
    for entry, form, message in messages(on):
        text = words(message)
        assert message.blocks, (entry.id, form)
        assert not re.search(r"\{\{|\}\}|\{%|\*\*|\bNone\b|Undefined", text), (entry.id, form)
        assert "vous avez droit à" not in text.lower(), (entry.id, form)


@pytest.mark.parametrize("on", SOME_DAYS, ids=str)
def test_every_text_renders_for_everybody_it_adapts_to(on: date) -> None:
    for entry, form, person, message in everybody(on):
        text = words(message)
        assert message.blocks and all(block_text(block).strip() for block in message.blocks), (entry.id, form, person)
        assert not re.search(r"\{\{|\}\}|\{%|\*\*|\bNone\b|Undefined", text), (entry.id, form, person)


@pytest.mark.parametrize("on", SOME_DAYS, ids=str)
def test_an_amount_comes_with_its_date_of_effect(on: date) -> None:
    """Amounts of invented examples aside, which are said to be examples."""
    for entry, form, person, message in everybody(on):
        lines = [block_text(block) for block in message.blocks]
        around = zip(lines, ["", *lines], strict=False)
        real = [line for line, before in around if "€" in line and "exemple" not in f"{before} {line}".lower()]
        assert message.figures or not real, (entry.id, form, person, real)


def test_an_uncertain_figure_carries_its_reservation() -> None:
    for entry, form, person, message in everybody(ON):
        for figure in message.figures:
            reserved = figure_text(figure).endswith(tuple(RESERVATIONS.values()))
            assert reserved == (figure.confidence != "verified"), (entry.id, form, person, figure.label)


def test_sentences_are_short_on_the_whole() -> None:
    for form, most in (("usual", 9.0), ("simple", 7.0), ("details", 10.0)):
        lengths = [
            count_words(sentence)
            for entry, one, message in messages(ON)
            if one == form and entry.folder == "answers"
            for sentence in sentences(message.blocks)
        ]
        assert sum(lengths) / len(lengths) < most, form


def test_every_answer_has_all_its_parts() -> None:
    for topic in catalogue().ids("answers"):
        entry = catalogue()[topic]
        assert entry.head.short and entry.body and entry.details and entry.simple, topic
        assert entry.head.facts and entry.head.valid_for, topic


def test_the_path_to_the_rubric_is_word_for_word_the_official_one() -> None:
    text = words(render(catalogue()["rubrique_ameli"], ON, catalogue()))
    steps = ("DROITS ET DÉMARCHES selon votre situation", "Invalidité, handicap", "Invalidité")
    assert [text.index(f"«\u00a0{step}\u00a0»") for step in steps] == sorted(
        text.index(f"«\u00a0{step}\u00a0»") for step in steps
    )
    assert "sur le menu déroulant qui s'affiche" in text
    assert "pas dans l'application" in text


@pytest.mark.parametrize("on", [day for day in DAYS if day >= date(2026, 1, 15)], ids=str)
def test_no_amount_is_left_blank_since_the_first_figures_were_all_known(on: date) -> None:
    assert [(entry.id, form) for entry, form, message in messages(on) if NOT_PUBLISHED in words(message)] == []


@pytest.mark.parametrize("key", catalogue().ids("answers"))
def test_every_answer_has_sources_and_a_date_of_reading(key: str) -> None:
    message = render(catalogue()[key], ON, catalogue())
    assert message.sources
    assert message.verified_on is not None
    assert message.choices, "an answer offers what people ask next"


def test_labels_of_figures_are_not_shared() -> None:
    assert len(BY_LABEL) == len(default_parameters())


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_a_figure_older_than_the_last_yearly_move_is_told_as_such(on: date) -> None:
    for figure, parameter in shown(on):
        assert figure.since <= on
        if parameter.moves and (on - parameter.values[-1].since).days > LONGER_THAN_A_YEAR:
            # To have a figure checked says more than that it is old.
            expected = "uncertain" if parameter.latest(on).confidence == "uncertain" else "stale"
            assert figure.confidence == expected
            assert figure_text(figure).endswith(RESERVATIONS[expected])
        if on < parameter.values[-1].since:
            assert figure.confidence != "stale"


def test_long_after_the_last_update_every_figure_that_moves_is_told_as_stale() -> None:
    told = {(parameter.id, figure.confidence) for figure, parameter in shown(date(2099, 5, 1)) if parameter.moves}
    assert {"pension_max_cat2_monthly", "mtp_monthly", "revalorisation_april_rate"} <= {key for key, _ in told}
    assert {confidence for _, confidence in told} <= {"stale", "uncertain"}


def test_a_telephone_number_named_by_a_text_exists() -> None:
    for entry in catalogue().values():
        for text in (entry.head.short, entry.body, entry.details, entry.simple):
            for contact, field in re.findall(r"contacts\.(\w+)\.(\w+)", text):
                assert getattr(registry().contacts[contact], field), (entry.id, contact, field)


def test_distress_gives_the_numbers_at_once() -> None:
    first = block_text(render(catalogue()["detresse"], ON, catalogue()).blocks[0])
    assert all(number in first for number in ("3114", "15", "112", "114"))


@pytest.mark.parametrize("on", [ON, date(2028, 5, 1)], ids=str)
def test_the_checks_find_nothing_to_mend(on: date) -> None:
    assert problems(catalogue(), on) == []


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for folder in FOLDERS:
        shutil.copytree(CONTENT / folder, tmp_path / folder)
    return tmp_path


BODY_END = "\n## Plus simple"
PLANTS = [
    (BODY_END, "\nElle est de 1 200 € par mois." + "\n" + BODY_END, "chiffre écrit en clair « 1 »"),
    (BODY_END, "\nÀ partir de 62 ans." + "\n" + BODY_END, "chiffre écrit en clair « 62 »"),
    (BODY_END, "\nAlors vous avez droit à la pension.\n" + BODY_END, "« vous avez droit à »"),
    (BODY_END, "\nElle est de {{ montant_inconnu }}.\n" + BODY_END, "montant_inconnu"),
    (BODY_END, "\nVoir [ameli](https://www.ameli.fr).\n" + BODY_END, "link"),
    ("\nsources: [", "\nsources: [page_inventee, ", "maximum.md : source inconnue « page_inventee »"),
    ("\nnext: [", "\nnext: [sujet_invente, ", "sujet suivant inconnu « sujet_invente »"),
    ("\nverified_on:", "\ncontacts: [personne]\nverified_on:", "contact inconnu « personne »"),
    ("\nguide: amount", "\nguide: visite", "guide inconnu « visite »"),
    ("\nlabel: ", "\nlabel: " + "Bien " * 10, "un libellé de 45 caractères au plus"),
    ("\nshort: >-\n", "\nshort: >-\n" + "  La même chose." * 30 + "\n", "(280 au plus)"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), PLANTS, ids=[said for _, _, said in PLANTS])
def test_the_checks_find_what_is_planted(copied: Path, right: str, wrong: str, said: str) -> None:
    path = copied / "answers" / "montant_maximum.md"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    found = problems(load_catalogue(copied), ON)
    assert any(said in line for line in found), found
    assert all("montant_maximum" in line for line in found), found


def test_the_checks_ask_for_a_source_and_for_examples(copied: Path) -> None:
    (copied / "answers" / "nouveau_sujet.md").write_text(
        "---\ntitle: Nouveau\nlabel: Nouveau\nshort: Court.\nverified_on: 2026-11-21\n---\n", encoding="utf-8"
    )
    found = problems(load_catalogue(copied), ON)
    assert "answers/nouveau_sujet.md : une réponse cite au moins une source." in found
    assert any("exemples de « nouveau_sujet »" in line for line in found)
