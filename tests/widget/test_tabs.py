"""One conversation in several places and at several times: tabs, reloads, the way back, a panel closed meanwhile."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import APIResponse, Browser, Page, Route, expect

from tests.widget.conftest import launched
from tests.widget.using import SLOW, field, heard, messages, opened, press, said, say, send

pytestmark = [pytest.mark.model, pytest.mark.browser]

SENDING = "**/conversations/current/messages"
QUESTION = "quelles ressources dois-je déclarer ?"
OTHER = "quel est le montant maximum en catégorie 2 ?"


def words(page: Page) -> list[str]:
    """All that was said, by both, in order."""
    return page.locator("li.assistant, li.person").filter(visible=True).all_inner_texts()


def another(page: Page) -> Page:
    """A second tab of the same browser, on the same page, the widget still closed."""
    tab = page.context.new_page()
    tab.goto(page.url)
    return tab


def erase(page: Page) -> None:
    """Erase from the menu."""
    press(page, "Menu")
    press(page, "Effacer mes données")
    press(page, "Oui, effacer")
    expect(said(page)).to_have_count(0, timeout=SLOW)


def test_two_tabs_are_one_conversation(page: Page) -> None:
    tab = another(page)
    opened(tab)  # before anything was said
    say(opened(page), "vérifier ma situation")
    expect(said(tab)).to_contain_text(["vérifier ma situation"])
    say(tab, "salarié")
    expect(said(page)).to_contain_text(["vérifier ma situation", "salarié"])
    expect(messages(page)).to_have_count(messages(tab).count())
    third = opened(another(page))  # after
    expect(said(third)).to_contain_text(["vérifier ma situation", "salarié"])
    assert len({tuple(words(one)) for one in (page, tab)}) == 1
    third.close()
    field(page).fill("des mots à garder")
    erase(tab)
    expect(said(page)).to_have_count(0)
    expect(messages(page)).to_have_count(1)
    expect(field(page)).to_have_value("des mots à garder")
    say(page, QUESTION)
    expect(said(tab)).to_contain_text([QUESTION])
    say(tab, OTHER)
    expect(said(page)).to_contain_text([QUESTION, OTHER])
    assert words(page) == words(tab)


def test_two_tabs_that_speak_at_once_end_in_one_conversation(page: Page) -> None:
    tab = opened(another(page))
    opened(page)
    held: list[Route] = []
    page.context.route(SENDING, lambda route: held.append(route))
    for one, text in ((page, QUESTION), (tab, OTHER)):
        send(one, text)
        expect(one.get_by_text("L'assistant écrit…")).to_be_visible()
    for rank, one in enumerate((page, tab)):  # each had begun a conversation of its own
        held[rank].continue_()
        expect(said(one)).to_have_count(rank + 1, timeout=SLOW)
    expect(said(page)).to_contain_text([QUESTION, OTHER])
    assert words(page) == words(tab)
    page.context.unroute_all()
    say(tab, "bonjour")
    expect(said(page)).to_contain_text([QUESTION, OTHER, "bonjour"])
    # What the other says while a reply is on its way comes after it.
    late: list[tuple[Route, APIResponse]] = []
    page.route(SENDING, lambda route: late.append((route, route.fetch())), times=1)
    send(page, QUESTION)
    expect(page.get_by_text("L'assistant écrit…")).to_be_visible()
    say(tab, OTHER)
    late[0][0].fulfill(response=late[0][1])
    expect(said(page)).to_contain_text([QUESTION, OTHER, "bonjour", QUESTION, OTHER])
    expect(field(page)).to_have_value("")
    assert words(page) == words(tab)


def test_a_browser_that_refuses_cookies_still_has_a_conversation(page: Page) -> None:
    def without_cookie(route: Route) -> None:
        reply = httpx.post(route.request.url, content=route.request.post_data_buffer)
        route.fulfill(status=reply.status_code, body=reply.content, content_type="application/json")

    page.route("**/api/v1/conversations", without_cookie)
    tab = opened(another(page))
    page.bring_to_front()
    say(opened(page), "vérifier ma situation")
    assert page.context.cookies() == []
    say(page, "salarié")
    expect(said(page)).to_contain_text(["vérifier ma situation", "salarié"])
    expect(said(tab)).to_have_count(0)  # each tab has its own then
    erase(page)
    say(page, QUESTION)
    expect(said(page)).to_contain_text([QUESTION])
    page.reload()
    opened(page)
    expect(said(page)).to_have_count(0)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_reload_while_the_answer_comes_finds_it_and_none_finds_what_was_erased(page: Page) -> None:
    say(opened(page), "bonjour")
    page.route(SENDING, lambda route: route.fetch(), times=1)  # it reaches the service, its answer never comes
    send(page, QUESTION)
    expect(page.get_by_text("L'assistant écrit…")).to_be_visible()
    page.reload()
    opened(page)
    expect(said(page)).to_contain_text(["bonjour", QUESTION], timeout=SLOW)
    erase(page)
    page.reload()
    opened(page)
    expect(page.get_by_role("button", name="Envoyer")).not_to_have_attribute("aria-disabled", "true")
    expect(said(page)).to_have_count(0)
    expect(messages(page)).to_have_count(1)


def test_what_comes_while_the_panel_is_closed_is_there_when_it_opens(page: Page) -> None:
    say(opened(page), QUESTION)
    held: list[Route] = []
    page.route(SENDING, lambda route: held.append(route))
    send(page, OTHER)
    expect(page.get_by_text("L'assistant écrit…")).to_be_visible()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    with page.expect_response(SENDING):
        held[0].continue_()
    expect(page.get_by_text("L'assistant écrit…")).to_have_count(0)
    opened(page)
    expect(said(page)).to_contain_text([QUESTION, OTHER])
    title = messages(page).last.get_by_role("heading").first
    expect(title).to_be_in_viewport()
    assert title.inner_text() in heard(page)
    expect(field(page)).to_have_value("")


def test_the_way_back_shows_what_was_said_meanwhile(browser: Browser, server: str) -> None:
    # People's browsers keep the pages that one leaves, those of tests do not.
    remembering = launched(browser.browser_type, ignore_default_args=["--disable-back-forward-cache"])
    assert remembering
    page = remembering.new_page()
    page.add_init_script("addEventListener('pageshow', ({ persisted }) => { window.keptAsItWas = persisted; })")
    page.goto(f"{server}demo")
    say(opened(page), "bonjour")
    page.goto(f"{server}accessibilite")
    page.context.request.post(f"{server}api/v1/conversations/current/messages", data={"text": QUESTION})
    page.evaluate("history.back()")
    expect(said(page)).to_contain_text(["bonjour", QUESTION], timeout=SLOW)
    assert page.evaluate("window.keptAsItWas") is True
    say(page, OTHER)
    expect(said(page)).to_contain_text(["bonjour", QUESTION, OTHER])
    remembering.close()
