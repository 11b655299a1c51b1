"""What goes wrong around a conversation: the service, the network, the browser. Nothing is lost, nothing is doubled."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.widget.conftest import Visit
from tests.widget.using import SLOW, answered, field, heard, messages, opened, press, said, say, send

pytestmark = [pytest.mark.model, pytest.mark.browser]

SENDING = "**/conversations/current/messages"
CURRENT = "api/v1/conversations/current"
QUESTION = "quelles ressources dois-je déclarer ?"
OTHER = "quel est le montant maximum en catégorie 2 ?"
FIRST_CHOICE = "Salarié du privé (ou contractuel de la fonction publique)"


def alert(page: Page) -> Locator:
    """What went wrong, in words."""
    return page.get_by_role("alert")


def words(page: Page) -> list[str]:
    """All that was said, by both, in order."""
    return page.locator("li.assistant, li.person").filter(visible=True).all_inner_texts()


def fulfilled(answer: dict[str, Any], route: Route) -> None:
    """Answer a request in the place of the service."""
    route.fulfill(**answer)


@pytest.fixture
def held(page: Page) -> list[Route]:
    """Messages that a slow network keeps on their way, until the test lets them go."""
    kept: list[Route] = []
    page.route(SENDING, lambda route: kept.append(route))
    return kept


def test_the_reply_that_was_lost_comes_once(page: Page) -> None:
    opened(page)
    page.route(SENDING, lambda route: (route.fetch(), route.abort()), times=1)
    send(page, QUESTION)
    expect(alert(page)).to_contain_text("Je n'arrive pas à joindre l'assistant", timeout=SLOW)
    expect(field(page)).to_have_value(QUESTION)
    before = messages(page).count()
    press(page, "Réessayer")
    answered(page, before)
    expect(alert(page)).to_be_hidden()
    expect(said(page)).to_contain_text([QUESTION])
    expect(messages(page)).to_have_count(before + 1)
    expect(field(page)).to_have_value("")


def test_a_reply_found_again_before_it_is_asked_again_is_told(page: Page) -> None:
    say(opened(page), "bonjour")
    page.route(SENDING, lambda route: (route.fetch(), route.abort()), times=1)
    send(page, QUESTION)
    expect(alert(page)).to_contain_text("réessayez", timeout=SLOW)
    page.evaluate("dispatchEvent(new Event('focus'))")  # as when one comes back to the window
    expect(said(page)).to_have_count(2)
    everything = words(page)
    press(page, "Réessayer")
    expect(field(page)).to_have_value("")
    assert heard(page) == "La réponse est déjà dans la conversation."
    assert words(page) == everything


def test_impatience_sends_one_message(page: Page, held: list[Route]) -> None:
    say_it = page.get_by_role("button", name="Vérifier ma situation")
    opened(page)
    say_it.dblclick()
    expect(page.get_by_text("L'assistant écrit…")).to_be_visible()
    send(page, OTHER)
    expect(page.get_by_text("Un instant, je réponds d'abord à votre message précédent.").first).to_be_visible()
    assert len(held) == 1
    held[0].continue_()
    page.unroute_all()
    answered(page, 1)
    expect(field(page)).to_have_value(OTHER)
    expect(said(page)).to_contain_text(["Vérifier ma situation"])
    field(page).press("Enter")
    field(page).press("Enter")
    expect(said(page)).to_contain_text(["Vérifier ma situation", OTHER], timeout=SLOW)
    expect(field(page)).to_have_value("")


def _on_its_way(page: Page, held: list[Route], number: int) -> None:
    """Wait until the message has left: from then on the page counts the time."""
    for _ in range(SLOW // 20):
        if len(held) >= number:
            return
        page.wait_for_timeout(20)
    raise AssertionError("the message did not leave")


def test_a_slow_network_is_told_and_has_no_end_of_its_own(page: Page, held: list[Route]) -> None:
    opened(page)
    page.clock.install()
    page.clock.pause_at(datetime.now() + timedelta(hours=1))
    writing, slow = page.get_by_text("L'assistant écrit…"), page.get_by_text("La réponse prend plus de temps").first
    send(page, QUESTION)
    _on_its_way(page, held, 1)
    page.clock.run_for(299)
    expect(writing.first).to_be_hidden()
    page.clock.run_for(1)
    expect(writing.first).to_be_visible()
    page.clock.run_for(9_699)
    assert heard(page) == "L'assistant écrit…"
    expect(slow).to_be_hidden()
    page.clock.run_for(1)
    expect(slow).to_be_visible()
    assert heard(page).startswith("La réponse prend plus de temps")
    page.clock.run_for(49_000)
    expect(slow).to_be_visible()
    expect(alert(page)).to_be_hidden()
    held[0].continue_()
    answered(page, 1)
    expect(slow).to_be_hidden()
    # What never comes is said too, in the end.
    send(page, OTHER)
    _on_its_way(page, held, 2)
    page.clock.run_for(60_000)
    expect(alert(page)).to_contain_text("réessayez")
    expect(field(page)).to_have_value(OTHER)
    page.unroute_all()
    before = messages(page).count()
    press(page, "Réessayer")
    answered(page, before)
    expect(said(page)).to_contain_text([QUESTION, OTHER])


def test_the_first_message_waits_for_a_slow_search_and_says_so(visit: Visit) -> None:
    page = visit()
    kept: list[Route] = []
    page.route(f"**/{CURRENT}?*", lambda route: kept.append(route))
    opened(page)
    send(page, QUESTION)
    expect(page.get_by_text("Un instant, je cherche si une conversation est déjà commencée.").first).to_be_visible()
    kept[0].continue_()
    answered(page, 1)
    expect(said(page)).to_contain_text([QUESTION])
    expect(field(page)).to_have_value("")


BROKEN = "L'assistant a un problème"
ANSWERS = {
    "a page of a server in the way": (
        {"status": 502, "content_type": "text/html", "body": "<b>Bad gateway</b>"},
        BROKEN,
    ),
    "a failure in another tongue": (
        {"status": 500, "json": {"status": 500, "message": "Internal Server Error"}},
        BROKEN,
    ),
    "nothing of ours there": ({"status": 404, "body": "Not found"}, BROKEN),
    "too many": ({"status": 429, "json": {"error": "too_many", "message": "Vous allez un peu vite."}}, "un peu vite"),
    "broken": ({"status": 200, "content_type": "application/json", "body": '{"messages": [{"num'}, BROKEN),
    "not what it should be": ({"status": 200, "json": {"messages": {"number": 1}}}, BROKEN),
    "null": ({"status": 200, "json": None}, BROKEN),
}


def test_answers_that_are_none_lose_nothing(page: Page) -> None:
    say(opened(page), "bonjour")
    for answer, sentence in ANSWERS.values():
        page.route(SENDING, partial(fulfilled, answer), times=1)
        send(page, QUESTION)
        expect(alert(page)).to_contain_text(sentence)
        expect(alert(page).get_by_role("button")).to_have_text(["Réessayer"])
        expect(field(page)).to_have_value(QUESTION)
        expect(said(page)).to_have_count(1)
    page.route(SENDING, lambda route: route.abort(), times=1)  # as where another site refuses us
    press(page, "Réessayer")
    expect(alert(page)).to_contain_text("Je n'arrive pas à joindre l'assistant")
    before = messages(page).count()
    press(page, "Réessayer")
    answered(page, before)
    expect(said(page)).to_contain_text(["bonjour", QUESTION])
    expect(field(page)).to_have_value("")


def test_what_would_be_refused_again_is_not_sent_again(page: Page) -> None:
    say(opened(page), "bonjour")
    send(page, "x" * 2_001)
    expect(alert(page)).to_contain_text("2001 caractères")
    expect(field(page)).to_have_value("x" * 2_001)
    refusal = {"error": "too_long", "message": "Votre message est trop long. Écrivez-le en plus court."}
    page.route(SENDING, lambda route: route.fulfill(status=413, json=refusal), times=1)
    send(page, "x" * 2_000)
    expect(alert(page)).to_contain_text(refusal["message"])
    expect(alert(page).get_by_role("button")).to_have_count(0)
    expect(field(page)).to_have_value("x" * 2_000)
    expect(said(page)).to_have_count(1)


def test_the_loss_and_the_return_of_the_network_are_told(page: Page) -> None:
    say(opened(page), "bonjour")
    page.context.set_offline(True)
    expect(page.get_by_text("Vous êtes hors connexion.").first).to_be_visible()
    assert heard(page).startswith("Vous êtes hors connexion.")
    expect(said(page)).to_have_count(1)  # it can be read again
    page.context.set_offline(False)
    expect(page.get_by_text("La connexion est revenue.").first).to_be_visible()
    say(page, QUESTION)
    expect(page.get_by_text("La connexion est revenue.")).to_have_count(0)


def test_a_question_that_has_passed_is_caught_up_with(page: Page) -> None:
    say(opened(page), "vérifier ma situation")
    field(page).fill("des mots à garder")
    page.context.request.post(page.url.replace("demo", f"{CURRENT}/messages"), data={"text": "salarié"})
    press(page, FIRST_CHOICE)
    expect(alert(page)).to_contain_text("question déjà passée")
    expect(said(page)).to_contain_text(["vérifier ma situation", "salarié"])
    expect(field(page)).to_have_value("des mots à garder")
    expect(page.get_by_role("button", name=FIRST_CHOICE)).to_have_count(0)
    last = messages(page).last
    expect(last.locator(".choices").get_by_role("button").first).to_be_visible()
