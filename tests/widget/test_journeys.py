"""The guides from the first key to the result, by somebody who has only a keyboard: nothing is clicked here."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.conftest import Visit
from tests.widget.hands import FIELD, LAUNCH, Hands
from tests.widget.using import SLOW, field, messages

pytestmark = [pytest.mark.model, pytest.mark.browser]

STILL = {"reduced_motion": "reduce"}


def test_my_situation_is_checked_by_keyboard(visit: Visit) -> None:
    page = visit(**STILL)
    hands = Hands(page)
    hands.open()
    hands.to(FIELD, most=9)

    last = hands.say("vérifier ma situation")
    expect(last).to_contain_text("Quel était votre statut")
    hands.back_to("Je ne sais pas", most=3)  # the last answer proposed is near
    hands.back_to("Salarié du privé")
    expect(hands.choose()).to_contain_text("accident du travail")
    assert hands.press("Tab").startswith("Non, maladie")  # the first answer comes next
    expect(hands.choose("Space")).to_contain_text("Quand a commencé")

    hands.to(FIELD, most=5)
    hands.say("pourquoi ?")
    expect(hands.say("retour")).to_contain_text("accident du travail")
    expect(hands.say("maladie de la vie privée")).to_contain_text("Quand a commencé")
    expect(hands.say("je ne sais pas")).to_contain_text("Quel âge")
    expect(hands.say("55 ans")).to_contain_text("600 heures")
    hands.back_to("Oui, au moins autant", most=6)
    expect(hands.choose()).to_contain_text("médecin-conseil")
    hands.to(FIELD, most=9)
    last = hands.say("en fait j'ai 64 ans")
    expect(last.get_by_role("heading", name="Une condition manque")).to_be_visible()

    hands.back_to("Sources", most=12)
    link = last.get_by_role("link", name="article L341-15")
    expect(link).to_be_hidden()
    hands.press("Enter")
    expect(link).to_be_visible()
    hands.to("Code de la sécurité sociale, article", most=1)
    hands.back_to("Sources", most=1)
    hands.press("Space")
    expect(link).to_be_hidden()

    hands.to("Contacter ma caisse", most=2)  # the next topic
    expect(hands.choose().get_by_role("heading", level=3)).to_contain_text("caisse")

    hands.press("Escape")
    assert hands.place == LAUNCH
    expect(field(page)).to_be_hidden()
    hands.open_here()
    expect(page.get_by_role("heading", name="Une condition manque")).to_have_count(1)
    menu = page.get_by_role("button", name="Menu")
    assert hands.press("Tab") == "Menu"
    hands.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    assert hands.press("Tab") == "Recommencer"
    assert hands.press("Escape") == "Menu"
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_be_visible()  # only the menu is closed
    hands.to("Fermer", most=1)
    assert hands.press("Space") == LAUNCH


def test_my_pension_is_estimated_on_a_phone_with_a_keyboard(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 700}, **STILL)
    hands = Hands(page)
    hands.open()
    hands.to(FIELD, most=9)
    hands.say("estimer ma pension")
    hands.back_to("Salarié agricole")
    expect(hands.choose("Space")).to_contain_text("salaire annuel moyen")
    assert hands.press("Tab") == "Je ne sais pas"
    hands.to(FIELD, most=4)
    expect(hands.say("18000")).to_contain_text("Quelle est votre catégorie")
    hands.back_to("Catégorie 2", most=5)
    expect(hands.choose().get_by_role("heading", name="Estimation : 750 € par mois")).to_be_visible()
    hands.to("D'où vient ce chiffre", most=20)
    hands.choose()

    # The panel is all that there is: after its last button comes its first, and the other way round.
    hands.to("Envoyer")
    assert hands.press("Tab") == "Menu"
    assert hands.press("Shift+Tab") == "Envoyer"
    hands.to("Menu", most=1)
    hands.press("Enter")
    hands.back_to("Envoyer", most=1)
    expect(page.get_by_role("button", name="Menu")).to_have_attribute("aria-expanded", "false")
    assert hands.press("Escape") == LAUNCH
    assert hands.press("Shift+Tab") == "sans JavaScript"  # out again


def test_the_nearest_place_is_found_and_nothing_holds_the_keyboard(visit: Visit) -> None:
    page = visit(**STILL)
    hands = Hands(page)
    hands.open()
    hands.to(FIELD, most=9)
    expect(hands.say("france services")).to_contain_text("code postal")
    expect(hands.say("Saint-Denis")).to_contain_text("De quelle commune")
    hands.back_to("Saint-Denis (93)", most=8)
    place = hands.choose()
    expect(place.get_by_role("heading", name="essai de Saint-Denis")).to_be_visible()
    assert hands.press("Tab") == "01 00 00 00 05"
    hands.to("Horaires", most=1)
    hands.press("Enter")
    expect(place.get_by_text("9 h").first).to_be_visible()
    hands.to("Itinéraire", most=1)
    hands.to("Une autre commune", most=14)
    expect(hands.choose()).to_contain_text("code postal")

    # On a computer the panel stands beside the page: one goes out of it, and in again, at both ends.
    hands.to("Envoyer")
    page.keyboard.press("Tab")  # the browser's own bars
    assert hands.press("Tab") == "Aller au contenu"
    assert hands.press("Shift+Tab") == "Envoyer"
    hands.back_to("Menu")
    assert hands.press("Shift+Tab") == "sans JavaScript"
    assert hands.press("Tab") == "Menu"


def test_declarations_are_organised_by_keyboard_in_full_page(visit: Visit) -> None:
    page = visit("", **STILL)
    expect(field(page)).to_be_visible()
    hands = Hands(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # "Écrire un message"
    expect(field(page)).to_be_focused()
    expect(hands.say("organiser mes déclarations")).to_contain_text("Quel était votre statut")
    expect(hands.say("salarié")).to_contain_text("quelles autres ressources")
    hands.back_to("Aucune autre ressource", most=5)
    hands.choose()
    hands.to(FIELD, most=9)
    verdict = page.get_by_text("Résultat d'après vos réponses")
    for _ in range(8):  # which questions come is the rules' affair
        hands.say("je ne sais pas")
        if verdict.count():
            break
    expect(verdict).to_be_visible()
    hands.to("Envoyer", most=1)
    hands.press("Tab")  # on to the foot of the page
    hands.back_to(FIELD, most=2)


def test_the_focus_is_not_lost_with_the_button_that_had_it(visit: Visit) -> None:
    page = visit(**STILL)
    hands = Hands(page)
    hands.open()
    hands.to(FIELD, most=9)
    hands.say("vérifier ma situation")
    hands.back_to("Je ne sais pas", most=3)
    # The question is answered in another tab: its buttons go, and the focus is where the conversation goes on.
    other = page.context.new_page()
    other.goto(page.url)
    others = Hands(other)
    others.open()
    expect(messages(other)).to_have_count(3, timeout=SLOW)
    others.to(FIELD)
    before = messages(page).count()
    others.say("salarié")
    expect(messages(page)).to_have_count(before + 1, timeout=SLOW)
    expect(messages(page).last.locator("h3")).to_be_focused()
    assert hands.place
    other.close()

    hands.press("Escape")
    hands.open_here()
    hands.to("Menu", most=1)
    hands.press("Enter")
    hands.to("Effacer mes données", most=10)
    assert hands.press("Enter") == "Oui, effacer"
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Réessayer")).to_be_visible(timeout=SLOW)
    assert hands.place == FIELD
    page.context.set_offline(False)
    hands.back_to("Réessayer", most=2)
    page.keyboard.press("Enter")
    expect(messages(page)).to_have_count(1, timeout=SLOW)
    assert hands.place == FIELD
