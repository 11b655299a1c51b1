"""The button on an ordinary site, in a real browser: what is loaded, said, found again, and how one goes in and out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.channels.website.assets import widget
from tests.widget.conftest import Visit
from tests.widget.using import SLOW, field, focused, heard, messages, opened, said, say, violations

pytestmark = [pytest.mark.model, pytest.mark.browser]

HEAVIEST = 20_000  # bytes, compressed, in all
HEAVIEST_BUTTON = 3_000
HOSTILE = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script> bonjour"


def test_the_widget_is_light() -> None:
    assert len(widget().button.compressed) <= HEAVIEST_BUTTON
    assert widget().weight <= HEAVIEST


def test_before_the_first_press_only_the_button_is_loaded(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    page.goto(f"{server}demo")
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if not name.startswith("data:")] == ["demo", "demo.css", "widget.js"]
    opened(page)
    assert not [name for name in asked if "://" in name and not name.startswith("data:")]  # no third party
    assert {name.partition("?")[0] for name in asked[3:]} <= {
        "widget/panel.js",
        "api/v1/conversations/current",
        "data:,",
    }
    assert context.cookies() == []  # nothing is kept before the first message
    context.close()


def test_a_question_is_answered_and_announced_once(page: Page) -> None:
    last = say(opened(page), "quelles ressources dois-je déclarer ?")
    expect(last.get_by_role("heading", name="Les ressources à déclarer")).to_be_visible()
    assert heard(page).count("Les ressources à déclarer") == 1
    cookie = page.context.cookies()[0]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_live_region_stands_outside_the_conversation(page: Page) -> None:
    say(opened(page), "bonjour")
    assert page.locator("assistant-invalidite [aria-live]").count() == 1
    assert page.locator("assistant-invalidite .entries [aria-live]").count() == 0


def test_sources_are_folded_and_lead_to_https(page: Page) -> None:
    last = say(opened(page), "quelles ressources dois-je déclarer ?")
    link = last.locator("details", has_text="Sources").get_by_role("link").first
    expect(link).to_be_hidden()
    last.get_by_text("Sources", exact=True).click()
    expect(link).to_be_visible()
    assert str(link.get_attribute("href")).startswith("https://www.ameli.fr")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_places_have_telephones_and_ways(page: Page) -> None:
    last = say(opened(page), "france services à Guéret")
    expect(last.get_by_role("link", name="05 00 00 00 01")).to_have_attribute("href", "tel:0500000001")
    way = last.get_by_role("link", name="Itinéraire").first.get_attribute("href")
    assert str(way).startswith("https://www.openstreetmap.org/")


def test_escape_closes_and_gives_the_focus_back(page: Page) -> None:
    opened(page)
    page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    assert focused(page) == "La pension d'invalidité, vos questions"


def test_words_are_never_markup(page: Page) -> None:
    say(opened(page), HOSTILE)
    assert page.evaluate("window.hacked") is None
    expect(said(page).last).to_contain_text("<img src=x")


def test_a_reload_finds_the_conversation_again(page: Page) -> None:
    say(opened(page), "bonjour")
    page.reload()
    opened(page)
    expect(said(page)).to_have_count(1, timeout=SLOW)
    assert heard(page) == "Votre conversation est retrouvée."


def test_a_rest_that_was_tampered_with_is_not_run(visit: Visit) -> None:
    page = visit("accessibilite")
    page.route(
        "**/widget/panel.js*",
        lambda route: route.fulfill(body="window.hacked = 1; export class Panel {}", content_type="text/javascript"),
    )
    page.goto(page.url.replace("accessibilite", "demo"))
    page.locator("assistant-invalidite").get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("n'a pas pu se charger")
    assert page.evaluate("window.hacked") is None
    page.unroute_all()
    opened(page)  # pressing again is enough


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_nothing_overflows_and_buttons_are_large(visit: Visit, width: int) -> None:
    page = visit(viewport={"width": width, "height": 640}, has_touch=True)
    say(opened(page), "vérifier ma situation")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = """[...document.querySelector('assistant-invalidite').shadowRoot.querySelectorAll('button, summary')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).length"""
    assert page.evaluate(small) == 0
    panel = page.get_by_role("dialog").bounding_box()
    assert panel == {"x": 0, "y": 0, "width": width, "height": 640}
    assert messages(page).count() > 1
