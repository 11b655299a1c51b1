"""Every state of the widget, under axe: on a site, as a page of its own and on a phone, light and dark."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.widget.conftest import Visit
from tests.widget.seeing import dim
from tests.widget.using import CURVE, SLOW, field, messages, opened, press, said, say, told

pytestmark = [pytest.mark.model, pytest.mark.browser]

ON_A_PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
# Targets large enough besides the usual rules.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


class Walk:
    """A page that goes through the states; `found`: what axe has against each of them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: dict[str, list[str]] = {}

    def look(self, state: str) -> None:
        """Note what axe finds, and words that are hard to read in light or in dark."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(Axe().axe_script)
        wrong = self.page.evaluate(f"axe.run({json.dumps(OPTIONS)}).then(({{ violations }}) => violations)")
        self.found |= {f"{state}: {one['id']}": [node["html"][:120] for node in one["nodes"]][:3] for one in wrong}
        # axe says nothing of the contrast of what is scrolled away.
        for scheme in ("dark", "light"):
            self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if words := dim(self.page):
                self.found[f"{state}: contrast, {scheme}"] = words[:3]

    def menu(self, name: str) -> None:
        """Choose in the menu."""
        press(self.page, "Menu")
        press(self.page, name)

    def unfold(self) -> None:
        """Open all that is folded in the last message."""
        for summary in messages(self.page).last.locator("summary").all():
            if summary.locator("xpath=..").get_attribute("open") is None:
                summary.click()


def _beginning(walk: Walk) -> None:
    walk.look("greeting")
    press(walk.page, "Menu")
    walk.look("menu")
    press(walk.page, "Menu")


def _answers(walk: Walk) -> None:
    page = walk.page
    say(page, "comment la pension est calculée ?")
    walk.unfold()
    press(walk.page, "Utile")
    expect(page.get_by_role("button", name="Utile", exact=True)).to_have_attribute("aria-pressed", "true")
    say(page, "vérifier ma situation")
    walk.look("an answer unfolded and judged, a question with its choices")
    press(walk.page, "Dicter")
    walk.look("dictation")
    press(walk.page, "Annuler")
    walk.menu("Effacer mes données")
    walk.look("confirmation")
    press(walk.page, "Oui, effacer")
    expect(said(page)).to_have_count(0, timeout=SLOW)


def _others(walk: Walk) -> None:
    for text in ("france services à Guéret", "mes droits", "quelle est la météo ?", "je veux mourir"):
        say(walk.page, text)
        walk.unfold()
    walk.look("places, several topics, out of scope, distress")


def _problems(walk: Walk, server: str) -> None:
    page = walk.page
    page.context.set_offline(True)
    field(page).fill("quelles ressources dois-je déclarer ?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Réessayer")).to_be_visible(timeout=SLOW)
    walk.look("no connection")
    # By its token, so that the browser does not know: it would lose its cookie with it.
    token = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "assistant")
    httpx.delete(f"{server}api/v1/conversations/current", headers={"Authorization": f"Bearer {token}"})
    page.context.set_offline(False)  # coming back, the page asks what is new
    expect(page.get_by_role("button", name="Commencer une nouvelle conversation")).to_be_visible(timeout=SLOW)
    walk.look("forgotten conversation")


def _verdict(walk: Walk) -> None:
    page = walk.page
    told(page, *CURVE)
    page.reload()
    if "demo" in page.url:
        opened(page)
    expect(page.locator("li.verdict svg[role=img]")).to_be_visible(timeout=SLOW)
    walk.unfold()
    expect(page.get_by_role("table", name="Votre salaire et votre pension")).to_be_visible()
    walk.look("verdict with its curve and table")
    walk.menu("Taille du texte\u00a0: très grande")
    press(walk.page, "Menu")
    walk.look("very large text")


@pytest.mark.parametrize(
    ("path", "settings"), [("demo", {}), ("", {}), ("demo", ON_A_PHONE)], ids=["site", "page", "phone"]
)
def test_no_state_has_an_axe_violation(visit: Visit, server: str, path: str, settings: dict[str, Any]) -> None:
    page = visit(path, **settings)
    walk = Walk(page)
    if path:
        walk.look("closed")
        opened(page)
    expect(messages(page)).to_have_count(1, timeout=SLOW)
    _beginning(walk)
    _answers(walk)
    _others(walk)
    _problems(walk, server)
    _verdict(walk)
    assert walk.found == {}
