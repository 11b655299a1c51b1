"""The page of the service: the widget at home, and the same conversation by ordinary forms."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.conftest import Visit
from tests.widget.using import SLOW, answered, field, focused, messages, said, say, violations

pytestmark = [pytest.mark.model, pytest.mark.browser]

WITHOUT = {"java_script_enabled": False}


def test_the_page_is_the_conversation(visit: Visit) -> None:
    page = visit("")
    last = say(page, "quelles ressources dois-je déclarer ?")
    expect(last.get_by_role("heading", name="Les ressources à déclarer")).to_be_visible()
    expect(field(page)).to_be_focused()
    assert violations(page) == []


def test_the_first_key_leads_to_the_field(visit: Visit) -> None:
    page = visit("")
    expect(messages(page)).to_have_count(1)
    page.keyboard.press("Tab")
    assert focused(page) == "Écrire un message"
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()


def test_the_last_answer_is_never_behind_the_field(visit: Visit) -> None:
    page = visit("", viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    say(page, "vérifier ma situation")
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        covered = page.evaluate(
            """() => {
                const root = document.querySelector("assistant-invalidite").shadowRoot, one = root.activeElement;
                if (!one?.closest(".entries")) return "";
                const form = root.querySelector("form").getBoundingClientRect(), box = one.getBoundingClientRect();
                return box.bottom > form.top + 1 || box.top < 0 ? one.textContent : "";
            }"""
        )
        assert covered == ""


def test_what_was_written_before_the_script_came_is_kept(visit: Visit) -> None:
    page = visit("accessibilite")
    page.route("**/widget/panel.js*", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    page.goto(page.url.replace("accessibilite", ""))
    page.locator("#texte").fill("quelles ressources")
    expect(page.get_by_role("button", name="Menu")).to_be_visible(timeout=SLOW)
    expect(field(page)).to_have_value("quelles ressources")
    expect(field(page)).to_be_focused()


def test_the_conversation_is_one_with_and_without_script(visit: Visit) -> None:
    page = visit("")
    say(page, "bonjour")
    page.get_by_role("link", name="Page simple, sans JavaScript").click()
    expect(said(page)).to_have_count(1)
    page.get_by_label("Votre message").fill("quel est le montant maximum en catégorie 2 ?")
    page.get_by_role("button", name="Envoyer").click()
    expect(said(page)).to_have_count(2, timeout=SLOW)
    page.goto(page.url.partition("sans-javascript")[0])
    expect(page.get_by_role("button", name="Menu")).to_be_visible(timeout=SLOW)
    expect(said(page)).to_have_count(2, timeout=SLOW)


@pytest.mark.parametrize("path", ["", "sans-javascript/"])
def test_the_same_conversation_works_without_javascript(visit: Visit, path: str) -> None:
    page = visit(path, **WITHOUT)
    field(page).fill("france services à Guéret")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="France services près de chez vous")).to_be_visible(timeout=SLOW)
    assert page.url.endswith(f"{path}#dernier")
    expect(page.get_by_role("link", name="05 00 00 00 01")).to_have_attribute("href", "tel:0500000001")
    page.get_by_role("button", name="Plus simple").click()
    expect(page.locator("#dernier")).to_contain_text("le plus proche")
    page.get_by_text("Effacer la conversation").click()
    page.get_by_role("button", name="Oui, effacer").click()
    expect(page.get_by_role("heading", name="Par où commencer")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_the_server_have_no_axe_violation(visit: Visit, scheme: str) -> None:
    page = visit("sans-javascript/", color_scheme=scheme, viewport={"width": 320, "height": 640})
    site = page.url
    for name in ("confidentialite", "accessibilite", ""):
        page.goto(site + name)
        assert violations(page) == []
    field(page).fill("vérifier ma situation")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator("#dernier")).to_be_visible(timeout=SLOW)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_erasing_from_the_menu_begins_anew(visit: Visit) -> None:
    page = visit("")
    say(page, "bonjour")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Effacer mes données").click()
    page.get_by_role("button", name="Oui, effacer").click()
    expect(said(page)).to_have_count(0, timeout=SLOW)
    expect(messages(page)).to_have_count(1)
    assert page.context.cookies() == []
    say(page, "bonjour")


def test_what_was_erased_elsewhere_is_not_offered_again(visit: Visit) -> None:
    page = visit("")
    say(page, "bonjour")
    page.request.post(f"{page.url}sans-javascript/effacer")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(said(page)).to_have_count(0, timeout=SLOW)
    expect(page.get_by_role("button", name="Reprendre cette conversation")).to_have_count(0)


def test_a_lost_connection_loses_and_doubles_nothing(visit: Visit) -> None:
    page = visit("")
    say(page, "bonjour")
    page.context.set_offline(True)
    field(page).fill("quelles ressources dois-je déclarer ?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("connexion", timeout=SLOW)
    expect(field(page)).to_have_value("quelles ressources dois-je déclarer ?")
    assert violations(page) == []
    page.context.set_offline(False)
    before = messages(page).count()
    page.get_by_role("button", name="Réessayer").click()
    answered(page, before)
    expect(said(page)).to_have_count(2)
