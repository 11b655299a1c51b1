"""The widget on other sites than the assistant's: other origins, strict policies, what their browsers keep of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.widget.conftest import Visit
from tests.widget.sites import FAR, STRANGE, Site, page_of, script
from tests.widget.using import SLOW, field, heard, messages, opened, said, say

pytestmark = [pytest.mark.model, pytest.mark.browser]

STORED = """async () => [
    document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length,
]"""
NOTHING = ["", 0, 0, 0, 0]
# Leads to a picture in three messages.
TO_A_PICTURE = (
    "calculer ma date limite de demande",
    "j'ai reçu la notification de refus le 1er octobre 2026",
    "salarié",
)


def _to_a_picture(page: Page) -> None:
    for words in TO_A_PICTURE:
        say(page, words)
    expect(messages(page).last).to_contain_text("Vous semblez encore dans le délai")


def test_a_site_of_the_same_domain_shares_the_cookie(visit: Visit, server: str, other_site: Site) -> None:
    page = visit(other_site.put(page_of(script(server))))
    say(opened(page), "bonjour")
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    page.reload()
    opened(page)
    expect(said(page)).to_have_count(1, timeout=SLOW)
    assert page.evaluate(STORED) == NOTHING  # nothing that a script of the page could read
    assert heard(page) == "Votre conversation est retrouvée."


def test_elsewhere_nothing_is_kept_but_in_memory(visit: Visit, server: str, other_site: Site) -> None:
    page = visit(other_site.put(page_of(script(server)), name=FAR))
    say(opened(page), "bonjour")
    say(page, "quelles ressources dois-je déclarer ?")
    expect(said(page)).to_have_count(2)
    # Moved elsewhere in the page, it forgets nothing, not even what is being written.
    field(page).fill("et si")
    page.evaluate("document.body.prepend(document.querySelector('assistant-invalidite'))")
    expect(field(page)).to_be_hidden()
    opened(page)
    expect(said(page)).to_have_count(2)
    expect(field(page)).to_have_value("et si")
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == NOTHING
    page.reload()
    say(opened(page), "bonjour")
    expect(said(page)).to_have_count(1)
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)


def test_a_site_that_is_not_allowed_is_told_so(visit: Visit, server: str, other_site: Site) -> None:
    page = visit(
        other_site.put(
            page_of(script(server), "<h1>Inconnu</h1><assistant-invalidite></assistant-invalidite>"), name=STRANGE
        )
    )
    opened(page)
    alert = page.get_by_role("alert").filter(visible=True)
    expect(alert).to_have_text("Ce site n'est pas autorisé à parler à l'assistant.")
    field(page).fill("bonjour")
    field(page).press("Enter")
    expect(alert).to_have_text("Ce site n'est pas autorisé à parler à l'assistant.")
    expect(field(page)).to_have_value("bonjour")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Inconnu")).to_be_visible()
    assert page.context.cookies() == []


def _strict(server: str, scripts: str, more: str = "") -> str:
    return f"default-src 'none'; script-src {scripts}; connect-src {server}; style-src 'none'; base-uri 'none'; {more}"


def test_under_the_strictest_policy_all_of_it_works(visit: Visit, server: str, other_site: Site) -> None:
    # The browser notes whatever a policy refuses in its console, where `visit` finds it.
    policy = _strict(server, server, "form-action 'none'; require-trusted-types-for 'script'")
    page = visit(other_site.put(page_of(script(server)), content_security_policy=policy))
    _to_a_picture(opened(page))
    expect(page.get_by_role("dialog")).to_have_css("position", "fixed")
    expect(page.get_by_role("button", name="Envoyer", exact=True)).to_have_css("background-color", "rgb(11, 85, 99)")
    expect(page.locator("svg[role=img]")).to_be_visible()
    expect(page.get_by_role("table")).to_be_hidden()
    say(page, "agenda")
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger").first.click()
    assert Path(download.value.path()).read_text("utf-8").startswith("BEGIN:VCALENDAR")


def test_a_nonce_is_enough(visit: Visit, server: str, other_site: Site) -> None:
    policy = _strict(server, "'nonce-sesame' 'strict-dynamic'")
    page = visit(other_site.put(page_of(script(server, nonce="sesame")), content_security_policy=policy))
    opened(page)
    expect(page.get_by_role("dialog")).to_have_css("position", "fixed")


def test_where_no_drawing_may_be_read_its_table_is_open(browser: Browser, server: str, other_site: Site) -> None:
    policy = _strict(server, server, "require-trusted-types-for 'script'; trusted-types 'none'")
    page = browser.new_page()
    page.goto(other_site.put(page_of(script(server)), content_security_policy=policy))
    _to_a_picture(opened(page))
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator("svg[role=img]")).to_have_count(0)
    page.close()
