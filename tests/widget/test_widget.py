"""The widget on an ordinary site, in a real browser: keyboard, announcements, phones, failures, hostile words."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot.channels.assets import FOLDER, WIDGET

pytestmark = [pytest.mark.model, pytest.mark.browser]

HEAVIEST = 20_000  # bytes, compressed, of all the files
SLOW = 20_000  # ms
MOST_STEPS = 15  # presses of Tab from the title of the panel to the field
HOSTILE = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script> bonjour"


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The demonstration site, the widget still closed; at the end nothing went wrong in the page."""
    context = browser.new_context(color_scheme=request.param, viewport={"width": 1100, "height": 800})
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(f"{server}demo")
    yield page
    context.close()
    expected = ("401", "404", "ERR_INTERNET_DISCONNECTED")  # no conversation yet; what a test cut off on purpose
    assert [problem for problem in problems if not any(part in problem for part in expected)] == []


def opened(page: Page) -> Page:
    page.locator("assistant-invalidite button").first.click()
    expect(page.get_by_label("Votre message")).to_be_visible(timeout=SLOW)
    return page


def say(page: Page, text: str) -> None:
    before = page.locator("li.assistant").count()
    page.get_by_label("Votre message").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("li.assistant")).not_to_have_count(before, timeout=SLOW)
    expect(page.get_by_label("Votre message")).to_have_value("")


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html'][:120]}" for violation in found]


def test_the_widget_is_light() -> None:
    assert sum(len(gzip.compress((FOLDER / name).read_bytes(), 9)) for name in WIDGET) <= HEAVIEST


def test_before_the_first_press_only_the_button_is_loaded(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    page.goto(f"{server}demo")
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if not name.startswith("data:")] == ["demo", "demo.css", "widget.js"]
    opened(page)
    assert all(request.startswith((server, "data:")) or "://" not in request for request in asked)
    assert context.cookies() == []  # nothing is kept before the first message
    context.close()


def test_a_question_is_answered_and_announced_once(page: Page) -> None:
    say(opened(page), "quelles ressources dois-je déclarer ?")
    last = page.locator("li.assistant").last
    expect(last.get_by_role("heading", name="Les ressources à déclarer")).to_be_visible()
    expect(page.locator("assistant-invalidite [aria-live=polite]")).to_contain_text("Les ressources à déclarer")
    assert violations(page) == []
    cookie = page.context.cookies()[0]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_guide_goes_through_by_its_buttons(page: Page) -> None:
    say(opened(page), "vérifier ma situation")
    assert violations(page) == []
    page.get_by_role("button", name="Salarié du privé").first.click()
    expect(page.locator("li.assistant").last).to_contain_text("Votre état de santé", timeout=SLOW)
    assert violations(page) == []


def test_places_have_telephones_and_ways(page: Page) -> None:
    say(opened(page), "france services à Guéret")
    expect(page.get_by_role("link", name="05 00 00 00 01")).to_have_attribute("href", "tel:0500000001")
    assert violations(page) == []


def test_escape_closes_and_gives_the_focus_back(page: Page) -> None:
    opened(page)
    page.keyboard.press("Escape")
    expect(page.get_by_label("Votre message")).to_be_hidden()
    inside = "document.querySelector('assistant-invalidite').shadowRoot.activeElement?.tagName"
    assert page.evaluate(inside) == "BUTTON"


def test_by_keyboard_alone(page: Page) -> None:
    button = page.locator("assistant-invalidite button").first
    button.focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("Votre message")
    expect(field).to_be_visible(timeout=SLOW)
    for _ in range(MOST_STEPS):
        if field.evaluate("one => one.getRootNode().activeElement === one"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type("vérifier ma situation")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Salarié du privé").first).to_be_visible(timeout=SLOW)


def test_words_are_never_markup(page: Page) -> None:
    say(opened(page), HOSTILE)
    assert page.evaluate("window.hacked") is None
    expect(page.locator("li.person").last).to_contain_text("<img src=x")


def test_a_lost_connection_loses_and_doubles_nothing(page: Page) -> None:
    say(opened(page), "bonjour")
    page.context.set_offline(True)
    page.get_by_label("Votre message").fill("quelles ressources dois-je déclarer ?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("connexion", timeout=SLOW)
    assert violations(page) == []
    page.context.set_offline(False)
    page.get_by_role("button", name="Réessayer").click()
    expect(page.locator("li.person")).to_have_count(2, timeout=SLOW)


def test_a_reload_finds_the_conversation_again(page: Page) -> None:
    say(opened(page), "bonjour")
    page.reload()
    opened(page)
    expect(page.locator("li.person")).to_have_count(1, timeout=SLOW)


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_nothing_overflows_and_buttons_are_large(browser: Browser, server: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640}, has_touch=True)
    page = context.new_page()
    page.goto(f"{server}demo")
    say(opened(page), "vérifier ma situation")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = """[...document.querySelector('assistant-invalidite').shadowRoot.querySelectorAll('button, summary')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).length"""
    assert page.evaluate(small) == 0
    context.close()
