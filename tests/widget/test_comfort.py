"""The widget as people look at it: narrow, very large, spaced, in their own colours, under a keyboard, on paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.widget.conftest import Visit
from tests.widget.seeing import cut, faint, larger_text, pale, small, style, unreached
from tests.widget.using import CURVE, SLOW, field, messages, opened, press, say, told

pytestmark = [pytest.mark.model, pytest.mark.browser]

TALK = (
    *CURVE,
    "comment la pension est calculée ?",
    "france services à Guéret",
    "je veux mourir",
    "vérifier ma situation",
)
# Width, height, size of the browser's text: telephones upright and lying, 400 % on a small screen, 200 % text, desks.
SIZES = (
    (320, 640, 16),
    (320, 256, 16),
    (390, 844, 32),
    (640, 360, 16),
    (1366, 768, 16),
    (1366, 768, 32),
    (2400, 1200, 16),
)
# WCAG 1.4.12: letters and words are spaced by the page around, lines and paragraphs by styles that people bring.
SPACED = """
const sheets = (where, rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    where.adoptedStyleSheets = [...where.adoptedStyleSheets, sheet];
};
sheets(document, ":root { letter-spacing: .12em; word-spacing: .16em; }");
const inside = document.querySelector("assistant-invalidite")?.shadowRoot ?? document;
sheets(inside, "* { line-height: 1.5 !important; } p, li, h2, h3, h4, summary { margin-bottom: 2em !important; }");
"""
UNFOLD = """
const inside = document.querySelector("assistant-invalidite")?.shadowRoot ?? document;
for (const one of inside.querySelectorAll("details")) one.open = true;
"""
# What telephones whose keyboard covers the page tell of it; `covered` is called by the test.
KEYBOARD = """
const seen = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0, offsetLeft: 0 });
for (const name of ["width", "height"]) Object.defineProperty(seen, name, {
    get: () => name === "width" ? innerWidth : innerHeight - (window.keyboard ?? 0) });
Object.defineProperty(window, "visualViewport", { value: seen });
window.covered = (pixels, top) => {
    Object.assign(window, { keyboard: pixels });
    seen.offsetTop = top;
    seen.dispatchEvent(new Event("resize"));
};
"""


def conversation(visit: Visit, path: str, **settings: Any) -> Page:
    """An open conversation with something of everything, unfolded."""
    page = visit(path, reduced_motion="reduce", **settings)
    told(page, *TALK)
    page.reload()
    if path == "demo":
        opened(page)
    expect(messages(page).last).to_contain_text("état de santé", timeout=SLOW)
    page.evaluate(f"(() => {{ {UNFOLD} }})()")
    return page


def resized(page: Page, width: int, height: int, text: int = 16) -> None:
    """The window, and the size of text that the browser is set to."""
    page.set_viewport_size({"width": width, "height": height})
    larger_text(page, text)


def wrong(page: Page) -> list[str]:
    """What is cut, out of reach, or hard to press."""
    return [*cut(page), *unreached(page), *small(page)]


def not_empty(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {where: what for where, what in found.items() if what}


@pytest.mark.parametrize("path", ["demo", "", "sans-javascript/"], ids=["site", "page", "no-script"])
def test_everything_is_reached_and_nothing_cut(visit: Visit, path: str) -> None:
    page = conversation(visit, path)
    found = {}
    for size in SIZES:
        resized(page, *size)
        found[str(size)] = wrong(page)
    if "sans" not in path:
        for name in ("grande", "très grande"):
            press(page, "Menu")
            press(page, f"Taille du texte\u00a0: {name}")
            press(page, "Menu")
            resized(page, 320, 640)
            found[name] = wrong(page)
    page.evaluate(f"(() => {{ {SPACED} }})()")
    for width, height in ((320, 640), (1366, 768)):
        resized(page, width, height)
        found[f"spaced, {width}"] = wrong(page)
    assert style(page, "textarea", "letter-spacing") == style(page, "button", "letter-spacing") != "normal"
    assert not_empty(found) == {}


def test_controls_and_the_curve_are_seen_in_all_colours(visit: Visit) -> None:
    page = visit()
    page.emulate_media(forced_colors="active")
    assert faint(page) == []  # the button of the closed widget
    page = conversation(visit, "demo")
    press(page, "Utile")
    expect(page.get_by_role("button", name="Utile", exact=True).last).to_have_attribute("aria-pressed", "true")
    found = {}
    settings: tuple[dict[str, Any], ...] = (
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"forced_colors": "active"},
        {"color_scheme": "light", "contrast": "more"},
    )
    for setting in settings:
        page.emulate_media(**setting)
        found[str(setting)] = [*faint(page), *pale(page), *unreached(page)]
    assert not_empty(found) == {}
    # More contrast: what only divides is then as dark as the words, and grounds are plain.
    page.emulate_media(forced_colors="none", contrast="more")
    assert style(page, ".entries > li", "border-top-color") == style(page, ".talk", "color")
    assert style(page, ".entries > .person", "background-color") == style(page, ".talk", "background-color")


def test_nothing_moves_for_those_who_asked(visit: Visit) -> None:
    page = conversation(visit, "demo")
    assert style(page, ".talk", "scroll-behavior") == "auto"
    page.emulate_media(reduced_motion="no-preference")
    assert style(page, ".talk", "scroll-behavior") == "smooth"


def test_the_conversation_is_printed_without_the_rest(visit: Visit) -> None:
    page = visit("", color_scheme="dark")
    told(page, "comment la pension est calculée ?")
    page.reload()
    last = messages(page).last
    expect(last).to_contain_text("Le calcul", timeout=SLOW)
    source = last.get_by_role("link", name="ameli.fr").first
    expect(source).to_be_hidden()
    page.emulate_media(media="print")
    expect(last).to_be_visible()
    expect(source).to_be_visible()  # folded on the screen, not on paper
    for name in ("Menu", "Envoyer", "Plus simple", "Estimer ma pension"):
        expect(page.get_by_role("button", name=name)).to_be_hidden()
    expect(field(page)).to_be_hidden()
    assert style(page, ".entries > li", "color") == "rgb(0, 0, 0)"


def test_a_page_is_printed_without_the_widget(page: Page) -> None:
    button = page.locator("assistant-invalidite").get_by_role("button").first
    page.emulate_media(media="print")
    expect(button).to_be_hidden()
    page.emulate_media(media="screen")
    opened(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("heading", name="Nos permanences")).to_be_visible()


def test_the_keyboard_of_a_phone_never_hides_the_field(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.add_init_script(KEYBOARD)
    page.reload()
    opened(page)
    field(page).focus()
    for width, height, keyboard, top in ((390, 844, 380, 0), (390, 844, 380, 60), (640, 360, 170, 0)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(f"window.covered({keyboard}, {top})")
        for control in (field(page), page.get_by_role("button", name="Envoyer")):
            control.scroll_into_view_if_needed()
            box = control.bounding_box()
            assert box is not None
            assert box["y"] >= top
            assert box["y"] + box["height"] <= top + height - keyboard
    page.evaluate("window.covered(0, 0)")
    assert page.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 640, "height": 360}


def test_nothing_is_under_the_edges_of_a_phone(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    insets = {"top": 50, "bottom": 40, "left": 30, "right": 30}
    page.context.new_cdp_session(page).send("Emulation.setSafeAreaInsetsOverride", {"insets": insets})
    button = page.locator("assistant-invalidite").get_by_role("button").first
    assert _inside(button.bounding_box())
    opened(page)
    for control in (page.get_by_role("button", name="Fermer"), page.get_by_role("button", name="Envoyer"), field(page)):
        assert _inside(control.bounding_box())


def _inside(box: Any) -> bool:
    """Whether a box is inside the safe area of that phone."""
    across = box["x"] >= 30 and box["x"] + box["width"] <= 390 - 30
    return across and box["y"] >= 50 and box["y"] + box["height"] <= 844 - 40


@pytest.mark.parametrize("path", ["demo", "sans-javascript/"])
def test_who_is_in_distress_sees_the_number_to_call_at_once(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    if path == "demo":
        say(opened(page), "je veux mourir")
    else:
        field(page).fill("je veux mourir")
        page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("link", name="3114")).to_be_in_viewport(timeout=SLOW)
