"""Pages that make it hard for the widget: their styles, their scripts, what they do with its element."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.widget.conftest import Visit
from tests.widget.sites import ELEMENT, Site, page_of, script
from tests.widget.using import SLOW, field, focused, messages, opened, said, say

pytestmark = [pytest.mark.model, pytest.mark.browser]

TEXT = "<h1>Un titre</h1><p>Un texte.</p>" * 3
BUTTON = "La pension d'invalidité, vos questions"

RESETS = """
* { all: unset !important }
button, dialog, section, div, slot, assistant-invalidite { display: none !important; visibility: hidden !important }
:not(:defined) { display: none }
* { font-size: 60px !important; text-transform: uppercase !important; color: red !important; outline: none !important;
    user-select: none !important; --ink: red; --paper: red; --fill: red; --accent: red; --line: red }
"""
INHERITED = """
html { font-size: 62.5%; visibility: hidden; pointer-events: none; user-select: none; color-scheme: only dark }
body { direction: rtl; writing-mode: vertical-rl; font: italic bold 40px/3 serif; font-variant: small-caps; color: red;
    text-transform: uppercase; text-align: right; text-indent: 5em; text-shadow: 3px 3px red; white-space: pre;
    word-break: break-all; hyphens: auto; tab-size: 1; list-style: square; quotes: none; border-collapse: collapse;
    caret-color: transparent; accent-color: red; -webkit-text-fill-color: red; -webkit-text-stroke: 3px red;
    -webkit-text-security: disc; forced-color-adjust: none; opacity: .1; filter: blur(3px) }
"""
# What is seen of each part of the open panel, a table among them; spacing of letters is the person's own.
LOOKS = """() => {
    const root = document.querySelector("assistant-invalidite").shadowRoot;
    const table = document.createElement("table");
    table.append(document.createElement("caption"), document.createElement("tr"));
    table.rows[0].append("x", document.createElement("th"), document.createElement("td"));
    root.querySelector(".talk").append(table);
    const kinds = new Map([...root.querySelectorAll("*")].map((one) => [`${one.localName} ${one.className}`, one]));
    return [...kinds].map(([kind, one]) => {
        const style = getComputedStyle(one);
        return [kind, ...[...style].map((name) => `${name}: ${style[name]}`)];
    });
}"""
# As libraries of another time do: enumerable names for all objects, other meanings for names that exist.
OLD_LIBRARY = """
Object.prototype.extend = Object.prototype.clone = function () {};
Array.prototype.each = Array.prototype.first = Array.prototype.last = String.prototype.strip = function () {};
Array.prototype.entries = function () { return this.slice(); };
Array.from = (list) => Array.prototype.slice.call(list);
Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
Element.prototype.scrollTo = function () { window.scrollTo(0, 1000); return this; };
Element.prototype.show = Element.prototype.hide = Element.prototype.update = () => { throw new Error("not for us"); };
var name = "x", status = "y", menu = 1, words = 2, button = 3, base = 4, sheet = 5, make = 6, load = 7;
class Panel {} class Problem {} class Api {}
let link = 1, picture = 2, choices = 3;
"""
# Names of the browser taken by classes of the page: what stands in a script's outermost lines hides them from modules.
SHADOWS = "class Node {} class Element {} class Text {} class Event {} class Response {}"
# Shortcuts of one letter, Escape, and a hand on all that happens.
HOOKS = """
const felt = [];
for (const kind of ["keydown", "keypress", "keyup", "submit", "wheel", "touchmove", "copy", "cut", "paste"]) {
    document.addEventListener(kind, (event) => {
        felt.push(`${kind} ${event.key ?? ""}`);
        if (event.key === "j" || event.key === "/") document.querySelector("input").focus();
        event.preventDefault();
    }, { passive: false });
}
"""


def _style(rules: str) -> str:
    return f"<style>{rules}</style>"


def _script(code: str) -> str:
    return f"<script>{code}</script>"


def _looks(page: Page) -> list[list[str]]:
    opened(page).mouse.move(0, 0)
    send = page.get_by_role("button", name="Envoyer", exact=True)
    expect(send).not_to_have_attribute("aria-disabled", "true", timeout=SLOW)
    return list(page.evaluate(LOOKS))


def test_styles_of_the_page_stay_outside(visit: Visit, server: str, other_site: Site) -> None:
    usual = _looks(visit(other_site.put(page_of(script(server), ELEMENT + TEXT))))
    for rules in (RESETS, INHERITED):
        page = visit(other_site.put(page_of(script(server) + _style(rules), ELEMENT + TEXT)))
        assert _looks(page) == usual
    quirks = visit(other_site.put(f"<title>Sans type</title>{script(server)}{ELEMENT}{TEXT}"))
    assert quirks.evaluate("document.compatMode") == "BackCompat"
    assert _looks(quirks) == usual


def test_text_can_be_selected_where_the_page_forbids_it(visit: Visit, server: str, other_site: Site) -> None:
    page = visit(other_site.put(page_of(script(server) + _style(INHERITED + RESETS))))
    first = opened(page).locator("li.assistant p").first
    box = first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 150, box["y"] + 8)
    page.mouse.up()
    assert "Bonjour" in page.evaluate("getSelection().toString()")


@pytest.mark.parametrize("width", [1100, 390])
def test_a_page_made_larger_leaves_all_within_reach(visit: Visit, server: str, other_site: Site, width: int) -> None:
    head = script(server) + _style("body { zoom: 1.6 }")
    page = opened(visit(other_site.put(page_of(head)), viewport={"width": width, "height": 700}))
    for name in ("Fermer", "Menu", "Envoyer"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=0.99)


def test_the_button_stays_in_its_corner_and_the_panel_above(visit: Visit, server: str, other_site: Site) -> None:
    rules = """body { transform: scale(.5) rotate(9deg); filter: blur(2px); opacity: .2; height: 3000px }
        p { position: fixed; inset: 0; z-index: 2147483647; background: pink }"""
    page = visit(other_site.put(page_of(script(server) + _style(rules), f"<div>{ELEMENT}</div><p></p>")))
    button = page.get_by_role("button", name=BUTTON)
    expect(button).to_be_in_viewport(ratio=0.99)
    box = button.bounding_box()
    assert box
    assert (box["x"] + box["width"] > 1050, box["y"] + box["height"] > 750) == (True, True)
    opened(page)
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("button", name="Recommencer")).to_be_visible()


def test_dialogs_of_the_page_come_first(visit: Visit, server: str, other_site: Site) -> None:
    body = f"{ELEMENT}<dialog><button>Continuer</button></dialog>"
    page = opened(visit(other_site.put(page_of(script(server), body))))
    page.evaluate("document.querySelector('dialog').showModal()")
    page.keyboard.press("Escape")  # closes that of the page, which has the focus
    expect(page.get_by_role("button", name="Continuer")).to_be_hidden()
    expect(field(page)).to_be_visible()
    say(page, "bonjour")
    page.keyboard.press("Escape")
    assert focused(page) == BUTTON
    page.evaluate("document.querySelector('dialog').append(document.querySelector('assistant-invalidite'))")
    page.evaluate("document.querySelector('dialog').showModal()")
    opened(page)
    page.keyboard.press("Escape")
    assert focused(page) == BUTTON
    expect(page.get_by_role("button", name="Continuer")).to_be_visible()


def test_scripts_of_the_page_take_nothing_away(visit: Visit, server: str, other_site: Site) -> None:
    head = f'<base href="https://ailleurs.example/x/">{_script(OLD_LIBRARY)}{_script(SHADOWS + HOOKS)}{script(server)}'
    whole = page_of(
        head,
        f'<form action="/ailleurs"><input aria-label="Chercher">{ELEMENT}</form><div style="height: 3000px"></div>',
    )
    page = visit(other_site.put(whole.replace('lang="fr"', 'lang="en"')))
    page.get_by_role("button", name=BUTTON).focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_visible(timeout=SLOW)
    field(page).press_sequentially("je veux joindre / voir france services à Guéret")
    field(page).press("Control+a")
    field(page).press("Control+c")
    before = messages(page).count()
    page.keyboard.press("Enter")
    expect(messages(page)).not_to_have_count(before, timeout=SLOW)
    expect(messages(page).last).to_contain_text("Guéret")
    assert (
        page.evaluate("document.querySelector('assistant-invalidite').shadowRoot.querySelector('section').lang") == "fr"
    )
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Taille du texte : grande").click()
    notice = page.get_by_role("link", name="Confidentialité")
    expect(notice).to_have_attribute("href", f"{server}confidentialite")
    page.keyboard.press("Escape")  # the menu
    talk = page.locator("assistant-invalidite .talk")
    talk.hover()
    page.mouse.wheel(0, -5000)
    expect(page.get_by_role("button", name="Vérifier ma situation")).to_be_in_viewport(ratio=0.9)
    page.keyboard.press("Escape")
    assert focused(page) == BUTTON
    assert page.evaluate("felt") == []
    assert page.evaluate("scrollY") == 0


def test_an_element_made_by_a_script_lives_through_what_scripts_do(visit: Visit, server: str, other_site: Site) -> None:
    page = visit(other_site.put(page_of("", "<main></main>")))
    page.evaluate(
        """(src) => {
            window.ours = document.createElement("assistant-invalidite");
            document.querySelector("main").append(ours);
            for (const version of ["", "?1", "?1"]) {
                const made = Object.assign(document.createElement("script"), { type: "module", src: src + version });
                document.head.append(made);
            }
        }""",
        f"{server}widget.js",
    )
    say(opened(page), "bonjour")
    page.evaluate("document.body.prepend(ours)")
    opened(page)
    page.evaluate("ours.remove()")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.evaluate("document.querySelector('main').append(ours)")
    opened(page)
    expect(said(page)).to_have_count(1, timeout=SLOW)
    # Gone while it is still opening, and back.
    page.evaluate("() => { ours.close(); ours.open(); ours.remove(); setTimeout(() => document.body.append(ours)); }")
    expect(field(page)).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("dialog")).to_have_count(1)
    changes = {"heading": "Autre titre", "position": "left", "accent": "#800000", "level": "simple", "mode": "page"}
    page.evaluate("(all) => Object.entries(all).forEach(([name, value]) => ours.setAttribute(name, value))", changes)
    page.evaluate("ours.removeAttribute('mode')")
    expect(page.get_by_role("button", name="Envoyer", exact=True)).to_have_css("background-color", "rgb(128, 0, 0)")
    expect(page.get_by_role("dialog")).to_be_in_viewport(ratio=0.99)
    page.keyboard.press("Escape")
    assert focused(page) == "Autre titre"


def test_two_of_them_have_one_conversation(visit: Visit, server: str, other_site: Site) -> None:
    body = '<assistant-invalidite position="left" heading="À gauche"></assistant-invalidite>' + ELEMENT
    page = visit(other_site.put(page_of(script(server), body)))
    for name in ("À gauche", BUTTON):
        page.get_by_role("button", name=name).click()
    fields = page.get_by_label("Votre message")
    expect(fields).to_have_count(2, timeout=SLOW)
    fields.first.fill("bonjour")
    fields.first.press("Enter")
    for one in (0, 1):
        expect(page.locator("assistant-invalidite").nth(one).locator("li.person")).to_have_count(1, timeout=SLOW)
