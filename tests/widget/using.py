"""What people do with the widget, for the tests: open it, say something, hear what axe says of what stands there."""

from __future__ import annotations

from urllib.parse import urljoin

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

SLOW = 20_000  # ms: a loaded machine may take long, a test only waits as long as it must
# Failures that a test brings about on purpose; the browser notes them in its console.
ON_PURPOSE = (
    *("status of " + status for status in ("401", "403", "404", "409", "413", "429", "500", "502")),
    "ERR_INTERNET_DISCONNECTED",
    "ERR_CONNECTION_REFUSED",
    "ERR_FAILED",
    "digest",
    "not what it should be",
)

# A conversation that ends with a verdict and its curve.
CURVE = (
    "calculer ce qu'il me reste si je travaille",
    "salarié du privé",
    "24000 € par an",
    "non",
    "aucun",
    "catégorie 2",
    "800 € par mois",
    "2000 € par mois",
    "24000 € par an",
)


def opened(page: Page) -> Page:
    """The page, its conversation open."""
    page.locator("assistant-invalidite").get_by_role("button").first.click()
    expect(field(page)).to_be_visible(timeout=SLOW)
    return page


def field(page: Page) -> Locator:
    """Where one writes."""
    return page.get_by_label("Votre message")


def messages(page: Page) -> Locator:
    """What the assistant said, as it is seen."""
    return page.locator("li.assistant").filter(visible=True)


def said(page: Page) -> Locator:
    """What the person said, as it is seen."""
    return page.locator("li.person").filter(visible=True)


def send(page: Page, text: str) -> None:
    """Write a message and send it, without waiting for an answer."""
    field(page).fill(text)
    field(page).press("Enter")


def say(page: Page, text: str) -> Locator:
    """Write a message and send it; gives the last thing that the assistant says to it."""
    before = messages(page).count()
    send(page, text)
    return answered(page, before)


def told(page: Page, *texts: str) -> None:
    """Say all this in the name of this browser, without the page, which finds the conversation when it is opened."""
    address = urljoin(page.url, "/api/v1/conversations")
    page.request.post(address, data={"keep": "cookie"})
    for number, text in enumerate(texts):
        answer = page.request.post(f"{address}/current/messages", data={"text": text, "id": f"told-before-{number}"})
        assert answer.ok, answer.text()


def press(page: Page, name: str) -> None:
    """Press the last button of exactly that name."""
    page.get_by_role("button", name=name, exact=True).last.click()


def answered(page: Page, before: int) -> Locator:
    """Wait until there are more messages than `before`; gives the last one."""
    expect(messages(page)).not_to_have_count(before, timeout=SLOW)
    expect(page.get_by_role("button", name="Envoyer", exact=True)).not_to_have_attribute("aria-disabled", "true")
    return messages(page).last


def heard(page: Page) -> str:
    """What the live region says to a screen reader."""
    return page.locator("assistant-invalidite [aria-live=polite]").inner_text()


def violations(page: Page) -> list[str]:
    """What axe finds, shadow trees included: the rule and where."""
    found = Axe().run(page).response["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html'][:120]}" for violation in found]


def focused(page: Page) -> str:
    """The words of the element that has the focus, shadow trees included; of a field, its label."""
    return str(
        page.evaluate(
            """() => {
                let one = document.activeElement;
                while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
                return one?.labels?.[0]?.textContent ?? one?.textContent?.trim() ?? "";
            }"""
        )
    )


def tab_to(page: Page, name: str, most: int = 60) -> None:
    """Press Tab until the element of that name has the focus, as somebody who has only a keyboard."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        passed.append(focused(page)[:60])
        if focused(page) == name:
            return
    raise AssertionError(f"{name!r} was not reached by Tab; passed: {passed}")
