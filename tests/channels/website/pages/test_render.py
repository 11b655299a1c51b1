"""The conversation as a page without script."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

import pytest

from bot.answers.message import Attachment, Contact, Message, PlaceCard, Source, paragraph
from bot.channels.website.pages.render import conversation_page
from tests.channels.website.pages.examples import CONVERSATION, DAY, FULL, PICTURE, person, question, said
from tests.channels.website.pages.reading import HOSTILE, Page, check_whole

OPEN = {"new", "topic"}
PAGE = Page(conversation_page(CONVERSATION, OPEN))


def _with(**parts: Any) -> Page:
    message = Message("answer", (paragraph("Texte."),), **parts)
    return check_whole(conversation_page([person(1), said(2, message)]))


@pytest.mark.parametrize("entries", [[], CONVERSATION, [*CONVERSATION, person(5)], [said(1, FULL), said(2, FULL)]])
@pytest.mark.parametrize("problem", ["", "Réessayez."])
def test_the_page_is_whole_in_every_state(entries: list[dict[str, Any]], problem: str) -> None:
    check_whole(conversation_page(entries, OPEN, problem, "mon texte"))


@pytest.mark.parametrize(
    "words",
    [
        "Vous suis-je concerné ? Assistant Quel est votre régime ?",
        "Assistant : Les conditions semblent remplies D'après vos réponses, tout semble rempli. Le détail Âge : moins",
        "D'abord. Ensuite.",
        "France services de Guéret 1 rue de la Paix 23000 Guéret à 3 km Ouvert aujourd'hui Téléphone : 05 55 00 00 00",
        "Lundi : 9 h à 12 h Horaires à vérifier.",
        "Appelez avant de vous déplacer.",
        "Assurance maladie : 36 46 (service gratuit), depuis l'étranger +33 1 84 90 36 46",
        "En savoir plus Une précision.",
        "Minimum : 338,31 €, depuis le 1er avril 2026 (à vérifier auprès de votre caisse)",
        "CSS, article L341-1 , 1er janvier 2016 (lu le 21 novembre 2026)",
        "Réponse vérifiée le 21 novembre 2026.",
    ],
)
def test_every_part_of_a_message_is_there(words: str) -> None:
    assert words in PAGE.text.replace("\u00a0", " ")


def test_numbers_can_be_called_and_pages_followed() -> None:
    assert {
        "tel:0555000000", "tel:3646", "tel:+33184903646", "https://www.ameli.fr",
        "https://www.openstreetmap.org/way?to=46,1", "https://www.legifrance.gouv.fr/a?b=1&c=2",
    } <= set(PAGE.links)  # fmt: skip


def test_a_picture_comes_with_its_words_and_its_table() -> None:
    assert len(PAGE.all("svg")) == 1
    assert " ".join(PICTURE.description.split()) in PAGE.of("p")
    assert [column for column in PICTURE.columns if column not in PAGE.of("th")] == []
    cells = [" ".join(cell.split()) for row in PICTURE.rows for cell in row]
    assert [cell for cell in cells if cell not in PAGE.of("th", "td")] == []


def test_a_file_is_in_the_page_itself() -> None:
    (file,) = [link for link in PAGE.all("a") if "download" in link]
    kind, _, held = str(file["href"]).partition(",")
    assert (file["download"], kind) == ("dates.ics", "data:text/calendar;charset=utf-8;base64")
    assert b64decode(held).decode() == "BEGIN:VCALENDAR\r\nÉté"


def test_a_file_of_another_kind_is_only_bytes() -> None:
    page = _with(attachments=(Attachment("Image", "a.svg", "image/svg+xml", "<svg/>"),))
    assert [link for link in page.links if link.startswith("data:application/octet-stream;")] != []


def test_only_open_choices_are_buttons() -> None:
    assert PAGE.buttons("choice") == ["topic", "new"]
    assert "Faire la demande" in PAGE.of("button")
    assert Page(conversation_page(CONVERSATION)).buttons("choice") == []


def test_buttons_and_field_belong_to_one_form_that_posts_to_the_page() -> None:
    sending, erasing = PAGE.all("form")
    assert (sending["method"], sending["action"], sending["id"]) == ("post", "./", "envoi")
    assert (erasing["method"], erasing["action"]) == ("post", "effacer")
    named = [button for button in PAGE.all("button") if "name" in button]
    assert len(named) == 4
    assert all(button["form"] == "envoi" and button["type"] == "submit" for button in named)
    assert [field["name"] for field in PAGE.all("textarea")] == ["text"]
    assert {"type": "hidden", "name": "after", "value": "4"} in PAGE.all("input")


def test_the_last_answer_can_be_said_more_simply_and_its_figures_explained() -> None:
    assert PAGE.buttons("text") == ["plus simple", "d'où vient ce chiffre ?"]
    assert _with().buttons("text") == ["plus simple"]
    distress = said(2, Message("distress", (paragraph("Appelez."),)))
    assert Page(conversation_page([person(1), distress])).buttons("text") == []


def test_at_the_start_it_says_what_it_is_and_proposes_questions() -> None:
    page = check_whole(conversation_page([]))
    assert "Vous parlez à un programme, pas à une personne." in page.text
    assert "Ne donnez ni votre nom, ni votre numéro de Sécurité sociale." in page.text
    assert len(page.buttons("text")) == 4
    assert [form["action"] for form in page.all("form")] == ["./"]
    assert "dernier" not in {a.get("id") for _, a in page.elements}


def test_one_arrives_at_the_beginning_of_what_was_just_said() -> None:
    entries = [person(1), said(2, FULL), person(3), said(4, Message("smalltalk", (paragraph("Noté."),))), question(5)]
    html = conversation_page(entries)
    assert html.count('id="dernier"') == 1
    after = html.partition('id="dernier"')[2]
    assert after.startswith(' tabindex="-1"')
    assert "Noté." in after
    assert FULL.title not in after


@pytest.mark.parametrize(
    ("entries", "problem", "title"),
    [
        ([], "", "Assistant de la pension d'invalidité"),
        ([person(1), question(2)], "", "Une question pour vous – Assistant de la pension d'invalidité"),
        (CONVERSATION, "", "Le résultat – Assistant de la pension d'invalidité"),
        (CONVERSATION, "Réessayez.", "Un problème est survenu – Assistant de la pension d'invalidité"),
    ],
)
def test_the_title_says_the_state_and_not_the_subject(entries: list[dict[str, Any]], problem: str, title: str) -> None:
    assert Page(conversation_page(entries, (), problem)).of("title")[0] == title


def test_a_problem_is_said_with_the_field_and_nothing_typed_is_lost() -> None:
    page = check_whole(conversation_page(CONVERSATION, (), "Vous allez un peu vite.", "\nmon texte </textarea> <b>"))
    (field,) = page.all("textarea")
    assert field["aria-describedby"] == "probleme aide"
    assert "autofocus" in field
    assert any(a.get("role") == "alert" for _, a in page.elements)
    assert "Vous allez un peu vite. Votre message est encore dans le champ ci-dessous." in page.of("p")
    assert page.of("textarea") == ["mon texte </textarea> <b>"]
    # A browser drops one line break after the opening tag: the person's own must remain.
    assert 'aide" autofocus>\n\nmon texte' in conversation_page([], (), "Réessayez.", "\nmon texte")


def _hostile(value: Any) -> Any:
    """The same structure, every word of it hostile."""
    if isinstance(value, dict):
        return {key: HOSTILE if isinstance(inside, str) else _hostile(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [_hostile(inside) for inside in value]
    return HOSTILE if isinstance(value, str) else value


def test_words_are_never_anything_else_than_words() -> None:
    entry = {**_hostile(said(2, FULL, ("new", "Oui"))), "from": "assistant"}
    for kind in ("paragraph", "heading", "list", "numbered"):
        entry["blocks"].append({"type": kind, "items": [[{"text": HOSTILE, "strong": True}, {"text": HOSTILE}]]})
    page = check_whole(conversation_page([person(1, HOSTILE), entry], {HOSTILE}, HOSTILE, HOSTILE))
    assert page.all("svg") == []
    assert [link for link in page.links if link.startswith(("https:", "tel:", "mailto:"))] == []
    assert page.text.count("{{ 7 * 7 }}") >= 30


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "http://www.ameli.fr",
     "//www.ameli.fr", "data:text/html,x", "https:", "https://[", "https:///a", "tel:", "file:///etc", ""],
)  # fmt: skip
def test_an_address_that_is_not_safe_is_not_followed(address: str) -> None:
    page = _with(
        sources=(Source("Page", address, None, DAY),),
        contacts=(Contact("Service", address),),
        places=(PlaceCard("Lieu", ("1 rue",), route=address),),
    )
    assert page.links == ["#dernier", "#texte", "./", "confidentialite", "accessibilite"]
    assert "Page" in page.text


@pytest.mark.parametrize("address", ["https://www.ameli.fr/a?b=1", "tel:3646", "mailto:aide@exemple.fr"])
def test_a_safe_address_is_a_link(address: str) -> None:
    assert address in _with(sources=(Source("Page", address, None, DAY),)).links


def test_a_message_with_only_a_text_is_shown() -> None:
    page = check_whole(conversation_page([{"number": 1, "from": "assistant", "kind": "smalltalk", "text": "Bonjour."}]))
    assert "Bonjour." in page.of("p")
