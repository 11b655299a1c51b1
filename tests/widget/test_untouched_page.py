"""The page around the widget stays as it was: its names, its styles, its focus, its place in history, its print."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.widget.conftest import Visit
from tests.widget.sites import ELEMENT, Site, page_of
from tests.widget.using import field, opened, say

pytestmark = [pytest.mark.model, pytest.mark.browser]

BODY = f"""<h1>Un titre</h1>
<form action="/ailleurs">
<a href="#un" id="un">Un</a> <input id="champ" aria-label="Chercher"> <button id="deux">Aller</button>
<ul><li>Une liste</li></ul><section><table><tr><td>Un tableau</td></tr></table></section>{ELEMENT}
</form>
<div style="height: 3000px"><a href="#trois" id="trois">Trois</a></div>"""
QUIET = "<style>input:focus { outline: none }</style>"  # its look is the same without the focus
# Brings the widget into a page that stands there already, focus and place in it as somebody left them.
BRING = """(address) => {
    window.shifts = [];
    // Of what moves inside the element, the node is not told.
    const told = ({ sources }) => sources.filter(({ node }) => node).map(({ node }) => node.nodeName);
    const watch = new PerformanceObserver((list) => shifts.push(...list.getEntries().flatMap(told)));
    watch.observe({ type: "layout-shift", buffered: true });
    document.getElementById("champ").focus();
    scrollTo(0, 300);
    document.head.append(Object.assign(document.createElement("script"), { type: "module", src: address }));
}"""
STATE = """() => {
    const kinds = [Object, Function, Array, String, Promise, Node, Element, HTMLElement, Document, Event, EventTarget];
    const holders = [window, ...kinds, ...kinds.map(({ prototype }) => prototype)];
    const looks = [...document.querySelectorAll(":not(assistant-invalidite)")].map((one) => {
        const style = getComputedStyle(one);
        const place = JSON.stringify(one.getBoundingClientRect());
        return [one.localName, place, ...[...style].map((name) => `${name}: ${style[name]}`)];
    });
    return {
        looks, markup: document.documentElement.outerHTML, title: document.title,
        names: holders.map((one) => Object.getOwnPropertyNames(one).sort()),
        history: history.length, address: location.href, place: [scrollX, scrollY],
        sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    };
}"""
FOCUS = "document.activeElement.id || document.activeElement.localName"


def _tabbed(page: Page) -> list[str]:
    """The ids that Tab goes through, from the first of the page."""
    page.evaluate("document.getElementById('un').focus({ preventScroll: true })")
    passed = []
    for _ in range(3):
        page.keyboard.press("Tab")
        passed.append(str(page.evaluate(FOCUS)))
    return passed


@pytest.mark.parametrize("width", [1100, 390])
def test_the_page_stays_as_it_was(visit: Visit, server: str, other_site: Site, width: int) -> None:
    page = visit(other_site.put(page_of(QUIET, BODY)), viewport={"width": width, "height": 800})
    page.evaluate(BRING, f"{server}widget.js")
    before = page.evaluate(STATE)
    button = page.locator("assistant-invalidite").get_by_role("button").first
    expect(button).to_be_visible()
    assert page.evaluate("customElements.get('assistant-invalidite') !== undefined")
    assert page.evaluate(STATE) == before
    assert page.evaluate(FOCUS) == "champ"
    say(opened(page), "quelles ressources dois-je déclarer ?")
    assert page.evaluate(STATE) == before
    page.get_by_role("button", name="Fermer").click()
    expect(field(page)).to_be_hidden()
    assert page.evaluate(STATE) == before
    assert page.evaluate(FOCUS) == "assistant-invalidite"
    expect(button).to_be_focused()
    assert page.evaluate("shifts") == []


def test_the_order_of_tab_is_that_of_the_page(visit: Visit, server: str, other_site: Site) -> None:
    page = visit(other_site.put(page_of(QUIET, BODY)))
    page.evaluate(BRING, f"{server}widget.js")
    expect(page.locator("assistant-invalidite").get_by_role("button")).to_be_visible()
    assert _tabbed(page) == ["champ", "deux", "assistant-invalidite"]
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) == "trois"
    opened(page)
    assert _tabbed(page) == ["champ", "deux", "assistant-invalidite"]


def test_the_widget_is_not_printed_with_the_page(visit: Visit, server: str, other_site: Site) -> None:
    page = visit(other_site.put(page_of(QUIET, BODY)))
    page.evaluate(BRING, f"{server}widget.js")
    button = page.locator("assistant-invalidite").get_by_role("button").first
    expect(button).to_be_visible()
    page.emulate_media(media="print")
    expect(button).to_be_hidden()
    page.emulate_media(media="screen")
    opened(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("heading", name="Un titre")).to_be_visible()
