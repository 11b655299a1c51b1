"""The demo page in a real browser: what a visitor does, by keyboard alone, and what axe says of each state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.model, pytest.mark.browser]


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(server)
    page.wait_for_selector("#conversation > li")
    yield page
    context.close()
    expected = ("404", "ERR_INTERNET_DISCONNECTED")  # what a test cut off or erased on purpose
    assert [problem for problem in problems if not any(part in problem for part in expected)] == []


def _say(page: Page, text: str) -> None:
    before = page.locator("#conversation > li.assistant").count()
    page.get_by_label("Votre message").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("#conversation > li.assistant")).not_to_have_count(before)
    expect(page.locator("#waiting")).to_be_hidden()


def _violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html'][:120]}" for violation in found]


def test_a_question_gets_its_answer_with_sources_and_no_axe_violation(page: Page) -> None:
    _say(page, "quelles ressources dois-je déclarer ?")
    last = page.locator("#conversation > li.assistant").last
    expect(last.get_by_role("heading", name="Les ressources à déclarer")).to_be_visible()
    last.get_by_text("Sources", exact=True).click()
    assert last.get_by_role("link").first.get_attribute("href").startswith("https://www.ameli.fr")  # type: ignore[union-attr]
    assert _violations(page) == []


def test_the_guide_is_gone_through_with_buttons_and_words(page: Page) -> None:
    _say(page, "vérifier ma situation")
    page.get_by_role("button", name="Salarié du privé").click()
    expect(page.locator("#conversation").get_by_text("Votre état de santé est-il dû").first).to_be_visible()
    for reply in ("non", "mars 2024", "j'ai 63 ans"):
        _say(page, reply)
    last = page.locator("#conversation > li.assistant").last
    expect(last.get_by_role("heading", name="Une condition manque")).to_be_visible()
    assert _violations(page) == []


def test_the_nearest_place_is_a_card_with_a_telephone_link(page: Page) -> None:
    _say(page, "Où est la maison France Services la plus proche de 23000 Guéret ?")
    link = page.get_by_role("link", name="05 00 00 00 01")
    assert link.get_attribute("href") == "tel:0500000001"
    assert _violations(page) == []


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first proposed topic
    expect(page.locator("#conversation > li.person")).to_have_count(1)
    expect(page.get_by_label("Votre message")).to_be_focused()


def test_a_reload_finds_the_conversation_again(page: Page) -> None:
    _say(page, "bonjour")
    count = page.locator("#conversation > li").count()
    page.reload()
    expect(page.locator("#conversation > li")).to_have_count(count)


def test_what_was_said_is_announced_once_outside_the_transcript(page: Page) -> None:
    _say(page, "quel est le montant maximum en catégorie 2 ?")
    announced = page.locator("#announcer").inner_text()
    assert "Le montant maximum de la pension" in announced
    assert page.locator("#conversation [aria-live]").count() == 0


def test_text_is_never_taken_for_html(page: Page) -> None:
    _say(page, "<img src=x onerror=alert(1)> <b>gras</b>")
    assert page.locator("#conversation img, #conversation b").count() == 0
    expect(page.locator("#conversation > li.person").last).to_contain_text("<b>gras</b>")


def test_erasing_starts_anew(page: Page) -> None:
    _say(page, "bonjour")
    page.get_by_role("button", name="Effacer la conversation").click()
    expect(page.locator("#conversation > li")).to_have_count(1)


def test_a_lost_connection_is_said_and_the_message_is_kept(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_label("Votre message").fill("bonjour")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("connexion")
    expect(page.get_by_label("Votre message")).to_have_value("bonjour")
    page.context.set_offline(False)
    page.get_by_role("button", name="Réessayer").click()
    expect(page.locator("#conversation > li.person")).to_have_count(1)


def test_nothing_is_lost_on_a_small_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    _say(page, "quelles ressources dois-je déclarer ?")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('button:not([hidden])')]"
        ".filter((b) => b.offsetParent).map((b) => b.getBoundingClientRect().height))"
    )
    assert smallest >= 44


def test_the_same_conversation_works_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}sans-javascript/")
    page.get_by_label("Votre message").fill("france services à Guéret")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="France services près de chez vous")).to_be_visible(timeout=20_000)
    expect(page.get_by_role("link", name="05 00 00 00 01")).to_have_attribute("href", "tel:0500000001")
    page.get_by_role("button", name="Plus simple").click()
    expect(page.locator("#dernier")).to_contain_text("le plus proche")
    page.get_by_role("button", name="Effacer la conversation").click()
    expect(page.get_by_role("heading", name="Par où commencer")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_without_javascript_have_no_axe_violation(browser: Browser, server: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640})  # type: ignore[arg-type]
    page = context.new_page()
    for name in ("", "confidentialite", "accessibilite"):
        page.goto(f"{server}sans-javascript/{name}")
        assert _violations(page) == []
    page.goto(f"{server}sans-javascript/")
    page.get_by_label("Votre message").fill("vérifier ma situation")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator("#dernier")).to_be_visible(timeout=20_000)
    assert _violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
