"""Each thing that the menu offers, from the press to what it brings."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.widget.using import SLOW, answered, field, focused, messages, opened, press, said, say

pytestmark = [pytest.mark.model, pytest.mark.browser]

FIRST = "Quel était votre statut"
# Two months after the tenth of November: the tenth of January.
APPEAL = ("préparer mon recours", "salarié", "les deux", "10 novembre 2026", "oui", "pas encore")


def choose(page: Page, name: str) -> None:
    """An item of the menu."""
    press(page, "Menu")
    press(page, name)


def brought(page: Page, name: str) -> str:
    """An item of the menu that the assistant answers; gives the last thing that it says."""
    before = messages(page).count()
    choose(page, name)
    return answered(page, before).inner_text()


def test_before_anything_was_said_the_menu_begins_nothing(page: Page) -> None:
    opened(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ("Recommencer", "Imprimer le résumé", "Dates pour mon agenda"):
        choose(page, name)
        expect(page.get_by_text("La conversation n'a pas encore commencé.").first).to_be_visible()
        assert focused(page) == "Menu"
    choose(page, "Effacer mes données")
    expect(page.get_by_role("alert")).to_contain_text("On ne peut pas revenir en arrière.")
    assert focused(page) == "Oui, effacer"
    press(page, "Annuler")
    expect(page.get_by_role("alert")).to_be_hidden()
    assert focused(page) == "Menu"
    choose(page, "Langage plus simple")
    expect(page.get_by_text("Les réponses seront plus simples.").first).to_be_visible()
    assert asked == []
    assert page.context.cookies() == []


def test_text_grows(page: Page) -> None:
    opened(page)
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    sizes = []
    press(page, "Menu")
    for name in ("normale", "grande", "très grande"):
        item = page.get_by_role("button", name=f"Taille du texte\u00a0: {name}", exact=True)
        item.click()
        expect(item).to_have_attribute("aria-pressed", "true")
        assert page.get_by_role("button", pressed=True).count() == 1
        sizes.append(messages(page).first.locator("p").first.evaluate(size))
    assert sizes == sorted(set(sizes))
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Recommencer")).to_be_hidden()
    expect(field(page)).to_be_visible()


def test_beginning_again_in_the_middle_of_a_guide_shows_in_both_tabs(page: Page) -> None:
    say(opened(page), "préparer mon recours")
    assert FIRST not in say(page, "salarié").inner_text()
    tab = page.context.new_page()
    tab.goto(page.url)
    opened(tab)
    expect(said(tab)).to_have_count(2)
    assert FIRST in brought(tab, "Recommencer")
    expect(messages(page)).to_have_count(messages(tab).count())
    expect(messages(page).last).to_contain_text(FIRST)


def test_answers_come_simpler_from_then_on(page: Page) -> None:
    question = "quel est le montant maximum en catégorie 2 ?"
    full = say(opened(page), question).inner_text()
    simple = brought(page, "Langage plus simple")
    assert "2 002,50 €" in simple.replace("\u202f", " ").replace("\u00a0", " ")
    assert simple != full
    press(page, "Menu")
    expect(page.get_by_role("button", name="Langage plus simple")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    assert say(page, question).inner_text() == simple
    choose(page, "Langage plus simple")
    expect(page.get_by_text("Les réponses sont de nouveau complètes.").first).to_be_visible()
    assert say(page, question).inner_text() == full


def test_a_result_is_taken_away(page: Page, browser: Browser, tmp_path: Path) -> None:
    opened(page)
    for text in APPEAL:
        say(page, text)
    kept = {}
    for item, link in (("Imprimer le résumé", "Résumé à imprimer"), ("Dates pour mon agenda", "Dates pour mon agenda")):
        brought(page, item)
        with page.expect_download() as download:
            page.get_by_role("link", name=f"Télécharger\u00a0: {link}").click()
        kept[item] = tmp_path / download.value.suggested_filename
        download.value.save_as(kept[item])
    _is_a_page_to_print(browser, kept["Imprimer le résumé"])
    _has_the_dates(kept["Dates pour mon agenda"])


def _is_a_page_to_print(browser: Browser, file: Path) -> None:
    assert file.suffix == ".html"
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    problems: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: problems.append(message.text))
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("body")).to_contain_text("10 novembre 2026")
    expect(page.locator("body")).to_contain_text("10 janvier 2027")
    assert page.locator("script, iframe, img, link, form").count() == 0
    links = page.evaluate("[...document.links].map(({ protocol }) => protocol)")
    assert set(links) <= {"https:", "tel:"}
    assert page.pdf().startswith(b"%PDF")
    assert asked == [file.as_uri()]
    assert problems == []
    context.close()


def _has_the_dates(file: Path) -> None:
    assert file.suffix == ".ics"
    content = file.read_bytes()
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    events = Calendar.from_ical(content).walk("VEVENT")
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in events] == [
        (date(2027, 1, 10), date(2027, 1, 11))
    ]
    assert "Date limite" in events[0]["summary"]
    reminders = [alarm.decoded("trigger") for alarm in events[0].walk("VALARM")]
    assert reminders == [timedelta(hours=9) - timedelta(days=days) for days in (14, 3)]


def test_data_are_erased_where_they_are_kept(page: Page) -> None:
    say(opened(page), "bonjour")
    token = page.context.cookies()[0]["value"]
    current = page.url.replace("demo", "api/v1/conversations/current")
    known = {"Authorization": f"Bearer {token}"}
    choose(page, "Effacer mes données")
    press(page, "Annuler")
    expect(said(page)).to_have_count(1)
    assert httpx.get(current, headers=known).status_code == 200
    choose(page, "Effacer mes données")
    press(page, "Oui, effacer")
    expect(page.get_by_text("C'est effacé.").first).to_be_visible(timeout=SLOW)
    expect(said(page)).to_have_count(0)
    assert focused(page) == "Votre message"
    assert page.context.cookies() == []
    assert httpx.get(current, headers=known).status_code == 404
    assert page.context.request.get(current).status == 204


def test_data_are_erased_even_when_they_could_not_be_found(page: Page) -> None:
    say(opened(page), "bonjour")
    page.reload()
    page.route("**/current?*", lambda route: route.abort())
    opened(page)
    expect(page.get_by_role("button", name="Réessayer")).to_be_visible()
    page.unroute_all()
    choose(page, "Effacer mes données")
    press(page, "Oui, effacer")
    expect(page.get_by_text("C'est effacé.").first).to_be_visible(timeout=SLOW)
    assert page.context.cookies() == []


def test_somebody_to_speak_to_and_the_pages_about_the_service(page: Page) -> None:
    assert "Assurance maladie" in brought(opened(page), "Parler à un humain")
    expect(messages(page).last.locator("a[href='tel:3646']").first).to_be_visible()
    for name, title in (("Confidentialité", "Vos données"), ("Accessibilité", "Déclaration d'accessibilité")):
        press(page, "Menu")
        with page.context.expect_page() as new:
            page.get_by_role("link", name=f"{name} (nouvel onglet)").click()
        expect(new.value.get_by_role("heading", level=1)).to_contain_text(title)
        new.value.close()
        assert focused(page) == "Menu"
    expect(said(page)).to_have_count(1)
