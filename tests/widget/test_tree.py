"""Whole conversations by the accessibility tree and the announcements alone, as for somebody who sees nothing of it."""

from __future__ import annotations

import unicodedata

import pytest

from tests.widget.conftest import Visit
from tests.widget.tree import Node, Reader

pytestmark = [pytest.mark.model, pytest.mark.browser]

LAUNCH = "La pension d'invalidité, vos questions"
NAMED = {"button", "link", "textbox", "dialog", "region", "image", "table", "heading", "group", "DisclosureTriangle"}
# Whoever hears a group of folded words hears its button next.
UNNAMED = {"group"}


def reading(visit: Visit, path: str = "demo", **settings: object) -> Reader:
    """The page, by its tree."""
    page = visit("accessibilite", **settings)
    reader = Reader(page)
    page.goto(page.url.replace("accessibilite", path))
    return reader


def opened(reader: Reader) -> Reader:
    """The conversation of an ordinary site, its greeting heard."""
    reader.press("button", LAUNCH)
    assert len(reader.hears("Je suis un programme")) == 1
    return reader


def check(tree: Node) -> None:
    """All has a name, and no sign that is a picture is read."""
    nameless = [one for one in tree.walk() if one.role in NAMED - UNNAMED and not one.name.strip()]
    assert nameless == []
    read = "".join(one.name for one in tree.walk() if one.role != "ListMarker")
    signs = {sign for sign in read if unicodedata.category(sign) == "So" or sign in "↗×"}
    assert signs == set()


def test_the_panel_is_a_dialog_beside_the_page(visit: Visit) -> None:
    reader = reading(visit)
    region = reader.tree.one("region", "Assistant")
    assert [one.role for one in region.walk()] == ["region", "button", "StaticText"]
    assert region.one("button").properties["hasPopup"] == "dialog"
    opened(reader)
    dialog = reader.tree.one("dialog", LAUNCH)
    assert reader.focus == dialog.one("heading", LAUNCH)
    assert dialog.properties["modal"] is False  # else a screen reader would hide the page that stands beside it
    assert reader.tree.one("heading", "Vos droits")
    assert dialog.one("textbox", "Votre message").description.startswith("Entrée ")
    assert len(dialog.one("list", "Réponses proposées").all("button")) == 4

    # The menu is a button that opens a list; closed, nothing of it is there.
    assert dialog.one("button", "Menu").properties["expanded"] is False
    assert dialog.all("button", "Recommencer") == []
    reader.press("button", "Menu")
    dialog = reader.tree.one("dialog")
    assert dialog.one("button", "Menu").properties["expanded"] is True
    sizes = {one.name: one.properties["pressed"] for one in dialog.all("button") if one.name.startswith("Taille")}
    assert list(sizes.values()) == ["true", "false", "false"]
    assert dialog.one("link", "Confidentialité (nouvel onglet)")
    check(dialog)
    reader.press("button", "Effacer mes données")
    assert reader.hears("Effacer toute") == [
        "alerte : Effacer toute la conversation ? On ne peut pas revenir en arrière. Oui, effacer Annuler"
    ]
    assert reader.focus.name == "Oui, effacer"
    reader.press("button", "Annuler")
    assert reader.focus.name == "Menu"
    assert reader.tree.all("button", "Recommencer") == []
    assert reader.heard() == []
    reader.press("button", "Fermer")
    assert reader.focus == reader.tree.one("region", "Assistant").one("button", LAUNCH)


def test_on_a_phone_the_page_behind_is_not_read(visit: Visit) -> None:
    reader = opened(reading(visit, viewport={"width": 390, "height": 700}))
    assert reader.tree.one("dialog", LAUNCH).properties["modal"] is True
    assert reader.tree.all("heading", "Vos droits") == []
    reader.press("button", "Fermer")
    assert reader.tree.one("heading", "Vos droits")


def test_a_pension_is_estimated_by_ear(visit: Visit) -> None:
    reader = opened(reading(visit))
    reader.write("estimer ma pension")
    # Two messages come at once: one announcement, each once, and how many answers are proposed.
    [heard] = reader.hears("Quel était votre statut")
    assert heard.startswith("Je vous aide à estimer") and heard.endswith("7 boutons proposés.")
    assert heard.count("Quel était votre statut") == 1
    assert len(reader.tree.all("list", "Réponses proposées")[-1].inside) == 7
    assert reader.focus.role == "textbox"
    assert len(reader.tree.all("button", "Plus simple")) == 1  # of the question, not of the words before it

    reader.press("button", "Salarié agricole (MSA)")
    assert len(reader.hears("salaire annuel moyen")) == 1
    assert (reader.focus.role, reader.focus.name) == ("heading", "L'assistant")
    # The answers of a question that is answered are gone.
    assert [list_.all("button")[0].name for list_ in reader.tree.all("list", "Réponses proposées")][1:] == [
        "Je ne sais pas"
    ]
    reader.write("18000")
    assert len(reader.hears("Quelle est votre catégorie")) == 1
    reader.press("button", "Catégorie 2\u00a0: en principe, plus d'activité possible")
    [heard] = reader.hears("750")
    title = "Estimation\u00a0: 750\u00a0€ par mois, en brut"
    assert reader.focus.name == title  # it is heard by that, hence not announced a second time
    assert "Estimation :" not in heard and "La suite est dans la conversation" in heard

    # From one message to the next by headings, each under what was asked.
    headings = reader.headings
    assert headings[headings.index(f"2 {LAUNCH}") :][:9] == [
        f"2 {LAUNCH}",
        "3 L'assistant",
        "3 Vous\u00a0: estimer ma pension",
        "3 L'assistant",
        "3 L'assistant",
        "3 Vous\u00a0: Salarié agricole (MSA)",
        "3 L'assistant",
        "3 Vous\u00a0: 18000",
        "3 L'assistant",
    ]
    assert headings[headings.index(f"3 {title}") + 1].startswith("4 ")

    verdict = reader.tree.one("heading", title).inside_of(reader.tree, "listitem")
    assert "Résultat d'après vos réponses" in verdict.words
    assert verdict.one("DisclosureTriangle", "Sources").properties["expanded"] is False
    links = len(verdict.all("link"))
    reader.press("DisclosureTriangle", "Sources")
    verdict = reader.tree.one("heading", title).inside_of(reader.tree, "listitem")
    assert verdict.one("DisclosureTriangle", "Sources").properties["expanded"] is True
    assert len(verdict.all("link")) > links
    assert all(one.name.endswith("(nouvel onglet)") for one in verdict.all("link") if "article" in one.name)
    check(reader.tree)

    pressed = [verdict.one("button", name).properties["pressed"] for name in ("Utile", "Pas utile")]
    assert pressed == ["false", "false"]
    reader.press("button", "Utile")
    assert reader.hears("Merci") == ["Merci pour votre avis."]
    assert reader.tree.one("button", "Utile").properties["pressed"] == "true"


def test_problems_are_heard_once_and_a_reload_says_nothing_again(visit: Visit) -> None:
    reader = reading(visit, "")
    page = reader.page
    # In full page the greeting is read with the page; the form of the server is not there any more.
    reader.finds("button", "Menu")
    main = reader.tree.one("main")
    assert len(main.all("textbox")) == len(main.all("form")) == 1
    assert reader.tree.all("dialog") == []
    assert "1 " + LAUNCH in reader.headings
    reader.write("bonjour")
    assert len(reader.hears("Bonjour")) == 1

    page.context.set_offline(True)
    assert len(reader.hears("Vous êtes hors connexion")) == 1
    reader.write("quelles ressources dois-je déclarer ?")
    [heard] = reader.hears("Je n'arrive pas à joindre")
    assert heard.startswith("alerte : ") and heard.endswith("Réessayer")
    page.context.set_offline(False)
    assert reader.hears("revenue") == ["La connexion est revenue."]
    reader.press("button", "Réessayer")
    heard = reader.hears("Les ressources à déclarer")
    assert len(heard) == 1
    headings = reader.headings

    page.reload()
    reader.finds("heading", "Les ressources à déclarer")
    assert reader.hears("retrouvée") == ["Votre conversation est retrouvée."]
    assert reader.headings == headings
    check(reader.tree)


def test_places_are_read_as_places(visit: Visit) -> None:
    reader = opened(reading(visit))
    reader.write("france services à Guéret")
    [heard] = reader.hears("France services près de chez vous")
    assert "essai de Guéret" in heard  # the nearest, and not only that there are some
    places = [one for one in reader.headings if "France services d'essai" in one]
    assert len(places) == len(set(places)) > 1
    assert all(one.startswith("4 ") for one in places)
    ways = [one.name for one in reader.tree.all("link") if one.name.startswith("Itinéraire")]
    assert len(ways) == len(set(ways)) == len(places)  # a list of links says where each leads
    assert reader.tree.one("link", "05 00 00 00 01")
    assert "Guéret" in reader.tree.one("heading", places[0][2:]).name
    closed = reader.tree.words
    reader.press("DisclosureTriangle", "Horaires")
    assert len(reader.tree.words) > len(closed)
    check(reader.tree)


def test_a_picture_is_read_as_words_and_as_a_table(visit: Visit) -> None:
    reader = opened(reading(visit))
    for words, asked in (
        ("vérifier mon délai de recours", "Quel était votre statut"),
        ("salarié", "Avec quoi"),
        ("mon état de santé", "Quel jour"),
        ("2 novembre 2026", "devant qui"),
        ("oui", "Quel jour avez-vous envoyé"),
        ("pas encore envoyé", "À qui écrire"),
    ):
        reader.write(words)
        assert len(reader.hears(asked)) == 1
    # The picture has a name, its words stand next to it, and its figures are in a table, folded.
    [image] = reader.tree.all("image")
    item = image.inside_of(reader.tree, "listitem")
    title = item.one("heading", "À qui écrire, et jusqu'à quand")
    assert "2 janvier 2027" in item.words and title
    assert item.all("table") == []
    reader.press("DisclosureTriangle", "Les mêmes chiffres en tableau")
    table = reader.tree.one("table", image.name.partition(" (")[0])
    assert len(table.all("columnheader")) >= 2
    rows = table.all("row")[1:]
    assert rows and all(len(row.all("rowheader")) == 1 for row in rows)
    check(reader.tree)


def test_the_pages_without_script_are_read_in_order(visit: Visit) -> None:
    reader = reading(visit, "sans-javascript/")
    page = reader.page
    assert reader.headings == [f"1 {LAUNCH}", "2 Par où commencer"]
    check(reader.tree)
    with page.expect_navigation():
        reader.write("estimer ma pension", send="Envoyer")
    with page.expect_navigation():
        reader.press("button", "Salarié agricole (MSA)")
    with page.expect_navigation():
        reader.write("18000", send="Envoyer")
    with page.expect_navigation():
        reader.press("button", "Catégorie 2\u00a0: en principe, plus d'activité possible")
    title = "Assistant\u00a0: Estimation\u00a0: 750\u00a0€ par mois, en brut"
    reader.finds("heading", title)
    assert reader.tree.name.startswith("Le résultat")  # the first thing that is heard of a new page
    assert title in reader.focus.one("heading", title).name
    assert reader.headings.count("3 Vous") == 4
    assert reader.tree.one("link", "Aller à la dernière réponse")
    lists = reader.tree.all("list", "Réponses proposées")
    assert len(lists) == 1  # passed questions have no buttons any more
    links = len(reader.tree.all("link"))
    reader.press("DisclosureTriangle", "Sources")
    assert len(reader.tree.all("link")) > links
    check(reader.tree)
