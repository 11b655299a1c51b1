"""Answer files as they are read from their folders."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers.catalogue import ContentError, load_catalogue, read_answer

FILE = """---
title: Un titre
label: Un libellé
short: >-
  La réponse,
  en une phrase.
facts: [F-1.1]
sources: [ameli_montant]
verified_on: 2026-11-21
next: [autre]
guide: eligibility
contacts: [msa]
valid_for: [general_employee]
---
Le corps.

--- un tiret

## En savoir plus
Le détail.

## Plus simple
Le plus simple.
"""


def write(path: Path, text: str = FILE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_split_in_its_parts(tmp_path: Path) -> None:
    entry = read_answer(write(tmp_path / "sujet.md"), "answers")
    assert (entry.id, entry.folder) == ("sujet", "answers")
    assert (entry.body, entry.details, entry.simple) == (
        "Le corps.\n\n--- un tiret",
        "Le détail.",
        "Le plus simple.",
    )


def test_the_head_is_read(tmp_path: Path) -> None:
    head = read_answer(write(tmp_path / "sujet.md"), "answers").head
    assert head.short == "La réponse, en une phrase."
    assert head.verified_on == date(2026, 11, 21)
    assert (head.sources, head.next, head.guide) == (("ameli_montant",), ("autre",), "eligibility")


def test_details_and_simple_words_are_optional(tmp_path: Path) -> None:
    text = "---\ntitle: T\nshort: S\nverified_on: 2026-11-21\n---\n"
    entry = read_answer(write(tmp_path / "bref.md", text), "conversation")
    assert (entry.body, entry.details, entry.simple) == ("", "", "")
    assert (entry.head.label, entry.head.sources, entry.head.guide) == ("", (), None)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (FILE, "Un texte sans en-tête."),
        ("---\ntitle", "Un mot avant.\n---\ntitle"),
        ("title: Un titre\n", ""),
        ("verified_on: 2026-11-21", "verified_on: hier"),
        ("label: Un libellé", "libelle: Un libellé"),
        ("title: Un titre", "title: Un titre : deux points"),
    ],
    ids=["no head", "text before", "no title", "date", "unknown key", "yaml"],
)
def test_a_head_that_is_wrong_is_refused_by_the_name_of_the_file(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in FILE
    path = write(tmp_path / "sujet.md", FILE.replace(right, wrong, 1))
    with pytest.raises(ContentError, match=r"sujet\.md"):
        read_answer(path, "answers")


def test_each_folder_gives_its_own_ids(tmp_path: Path) -> None:
    for name in ("answers/b", "answers/a", "neighbours/voisin", "conversation/merci"):
        write(tmp_path / f"{name}.md")
    known = load_catalogue(tmp_path)
    assert known.ids("answers") == ("a", "b")
    assert known.ids("neighbours") == ("voisin",)
    assert list(known) == ["a", "b", "voisin", "merci"]
    assert len(known) == 4


def test_only_answers_are_topics(tmp_path: Path) -> None:
    write(tmp_path / "answers" / "sujet.md")
    write(tmp_path / "neighbours" / "voisin.md")
    known = load_catalogue(tmp_path)
    assert known.is_topic("sujet")
    assert not known.is_topic("voisin")
    assert not known.is_topic("absent")


def test_an_id_stands_in_one_folder_only(tmp_path: Path) -> None:
    write(tmp_path / "answers" / "sujet.md")
    write(tmp_path / "neighbours" / "sujet.md")
    with pytest.raises(ContentError, match="sujet existe deux fois"):
        load_catalogue(tmp_path)
