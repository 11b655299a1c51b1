"""A message in the terminal shows all that its plain text says, and says how its choices are picked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.answers.catalogue import catalogue
from bot.answers.figures import ShownFigure
from bot.answers.message import Attachment, Choice, Contact, Message, PlaceCard, Source, paragraph
from bot.answers.plain_text import plain_text
from bot.answers.render import render
from bot.cli.terminal.lines import Screen
from bot.cli.terminal.message import BY_YOUR_ANSWERS, message_lines

ON = date(2026, 11, 21)
CODES = re.compile(r"\x1b\[[0-9;]*m")
SCREENS = [Screen(), Screen(drawings=False), Screen(88), Screen(40, styled=True)]
PLACE = PlaceCard(
    name="Espace d'essai, Guéret (23)",
    address=("1 rue des Tests", "23000 Guéret"),
    distance="à environ 3 km à vol d'oiseau",
    telephone="05 00 00 00 01",
    hours=("lundi : 9 h – 12 h", "mardi : 14 h – 17 h"),
    status="fermé, ouvre lundi à 9 h",
    note="Rendez-vous possible ou demandé : appelez.",
    route="https://www.openstreetmap.org/directions?from=&to=46.17060%2C1.87150",
)
FULL = Message(
    "answer",
    (paragraph("Une réponse."),),
    title="Un titre",
    figures=(ShownFigure("Un montant", "1 201,50 €", ON, "inferred", "texte"),),
    sources=(Source("Une fiche", "https://www.example.org/fiche", None, ON),),
    contacts=(Contact("Une caisse", phone="3646", phone_note="gratuit"),),
    verified_on=ON,
    choices=(Choice("Une suite", "/suite"), Choice("Une autre", "/autre")),
    places=(PLACE,),
    closing=(paragraph("Pour finir."),),
    attachments=(Attachment("Vos dates", "dates.ics", "text/calendar", "…", "- 1er mai : un jour"),),
)


def in_json(message: Message) -> dict[str, Any]:
    return {**message.as_dict(), "text": plain_text(message)}


def folded(text: str) -> str:
    return " ".join(CODES.sub("", text).split())


def shown(message: Message, screen: Screen, *, by_number: bool = True) -> str:
    return "\n".join(message_lines(in_json(message), screen, by_number=by_number))


@pytest.mark.parametrize("screen", SCREENS)
def test_each_line_of_the_plain_text_is_shown(screen: Screen) -> None:
    messages = [FULL, *(render(answer, ON, catalogue()) for answer in catalogue().values())]
    assert len(messages) > 50
    for message in messages:
        on_screen = folded(shown(message, screen))
        missing = [line for line in plain_text(message).splitlines() if folded(line) not in on_screen]
        assert not missing
        assert all(folded(choice.label) in on_screen for choice in message.choices)


def test_nothing_is_wider_than_the_terminal_but_an_address() -> None:
    for screen in (Screen(40), Screen(88)):
        for answer in catalogue().values():
            for line in shown(render(answer, ON, catalogue()), screen).splitlines():
                assert len(line) <= (screen.width or 0) or "https://" in line


def test_a_place_is_set_out_its_name_strong_and_each_piece_on_its_line() -> None:
    lines = shown(FULL, Screen(88, styled=True)).splitlines()
    at = lines.index("\x1b[1mEspace d'essai, Guéret (23)\x1b[0m")
    assert [line.replace("\u00a0", " ") for line in lines[at + 1 : at + 10]] == [
        "  1 rue des Tests",
        "  23000 Guéret",
        "  à environ 3 km à vol d'oiseau",
        "  Téléphone : 05 00 00 00 01",
        "  fermé, ouvre lundi à 9 h",
        "  lundi : 9 h – 12 h",
        "  mardi : 14 h – 17 h",
        "  Rendez-vous possible ou demandé : appelez.",
        f"  Itinéraire : {PLACE.route}",
    ]


def test_title_and_place_are_strong_and_what_an_answer_rests_on_is_faint() -> None:
    said = shown(FULL, Screen(88, styled=True))
    assert "\x1b[1mUn titre\x1b[0m" in said
    for faint in ("  Un montant", "- Une fiche", "Vérifié le 21 novembre 2026."):
        assert f"\x1b[2m{faint}" in said
    assert "\x1b[" not in shown(FULL, Screen(88))


def test_choices_have_numbers_where_numbers_pick_them() -> None:
    said = shown(FULL, Screen(88))
    assert "  1. Une suite\n  2. Une autre" in said
    assert "(un numéro suffit)" in said


def test_choices_have_no_numbers_where_a_number_is_an_answer_or_picks_nothing() -> None:
    asked = replace(FULL, kind="question", expects="number")
    said = shown(asked, Screen(88), by_number=False)
    assert "  – Une suite\n  – Une autre" in said
    assert "en toutes lettres" in said
    passed = shown(FULL, Screen(88), by_number=False)
    assert "  – Une suite" in passed
    assert "numéro suffit" not in passed + said


def test_ten_choices_stand_under_each_other() -> None:
    many = replace(FULL, choices=tuple(Choice(f"Choix {rank}", f"/{rank}") for rank in range(1, 11)))
    lines = shown(many, Screen(88)).splitlines()
    assert lines[-10] == "   1. Choix 1"
    assert lines[-1] == "  10. Choix 10"


def test_a_verdict_is_announced_as_drawn_from_the_answers_of_the_person() -> None:
    assert shown(replace(FULL, kind="verdict"), Screen(88)).startswith(f"{BY_YOUR_ANSWERS}\nUn titre")


def test_in_distress_no_list_comes_between() -> None:
    assert "À qui s'adresser" in shown(FULL, Screen(88))
    assert "À qui s'adresser" not in shown(replace(FULL, kind="distress"), Screen(88))


def test_a_form_that_is_not_known_has_its_words() -> None:
    said = {"kind": "nouveau", "text": "Quelques mots.\n\n- un\n- deux"}
    assert message_lines(said, Screen(88)) == ["Quelques mots.", "", "- un", "- deux"]
