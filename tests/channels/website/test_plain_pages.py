"""The conversation without JavaScript over real HTTP: forms, redirects, a cookie, nothing done twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

pytestmark = pytest.mark.model

PAGE = "sans-javascript/"


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, timeout=30) as client:
        yield client


def say(client: httpx.Client, follow: bool = True, **fields: str) -> httpx.Response:
    return client.post(PAGE, data=fields, follow_redirects=follow)


def test_the_first_page_keeps_nothing(client: httpx.Client) -> None:
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "set-cookie" not in page.headers
    assert '<form id="envoi" method="post"' in page.text
    assert "script-src" not in page.headers["content-security-policy"]
    assert "<script" not in page.text


def test_a_message_gets_its_answer_on_the_page_it_leads_back_to(client: httpx.Client) -> None:
    sent = say(client, follow=False, text="quelles ressources dois-je déclarer ?", after="0")
    assert sent.status_code == 303
    assert sent.headers["location"] == "./#dernier"
    assert "httponly" in sent.headers["set-cookie"].lower()
    page = client.get(PAGE).text
    assert "Les ressources à déclarer" in page
    assert 'id="dernier"' in page


def test_a_guide_goes_on_by_its_buttons(client: httpx.Client) -> None:
    page = say(client, text="vérifier ma situation", after="0").text
    button = re.search(r'name="choice" value="([^"]+)"[^>]*>Salarié', page)
    assert button is not None
    after = re.search(r'name="after" value="(\d+)"', page)
    assert after is not None
    answered = say(client, choice=button[1], after=after[1]).text
    assert "Votre état de santé" in answered
    assert button[1] not in answered  # the question has passed


def test_the_same_form_sent_twice_is_one_message(client: httpx.Client) -> None:
    say(client, text="bonjour", after="0")
    page = say(client, text="bonjour", after="0").text
    assert page.count("<h3>Vous</h3>") == 1


def test_words_typed_beside_a_button_are_not_lost(client: httpx.Client) -> None:
    page = client.post(
        PAGE, data={"text": ["plus simple", "ma question à moi"], "after": "0"}, follow_redirects=True
    ).text
    assert "ma question à moi</textarea>" in page


def test_another_site_cannot_speak_for_somebody(client: httpx.Client) -> None:
    say(client, text="bonjour", after="0")
    refused = client.post(PAGE, data={"text": "oui"}, headers={"Origin": "https://example.org"})
    assert refused.status_code == 403
    assert "<h3>Vous</h3>" in client.get(PAGE).text


def test_erasing_forgets_the_conversation_and_the_cookie(client: httpx.Client) -> None:
    say(client, text="bonjour", after="0")
    page = client.post(f"{PAGE}effacer", follow_redirects=True).text
    assert "<h3>Vous</h3>" not in page
    assert "assistant" not in client.cookies


def test_words_are_never_markup(client: httpx.Client) -> None:
    page = say(client, text="<img src=x onerror=alert(1)> bonjour", after="0").text
    assert "<img" not in page
    assert "&lt;img" in page


@pytest.mark.parametrize(
    ("name", "words"), [("confidentialite", "données"), ("accessibilite", "Déclaration d'accessibilité")]
)
def test_the_pages_that_the_law_asks_for(client: httpx.Client, name: str, words: str) -> None:
    page = client.get(f"{PAGE}{name}")
    assert page.status_code == 200
    assert words in page.text.replace("’", "'").replace("&#39;", "'")


def test_a_forgotten_conversation_is_said_and_what_was_written_kept(client: httpx.Client) -> None:
    say(client, text="bonjour", after="0")
    client.delete("api/v1/conversations/current", headers={"Authorization": f"Bearer {client.cookies['assistant']}"})
    client.cookies.set("assistant", "x" * 43)
    written = say(client, text="salarié du privé", after="3")
    assert written.status_code == 404
    assert "existe plus" in written.text
    assert "salarié du privé</textarea>" in written.text
    assert "<h3>Vous</h3>" in say(client, text="salarié du privé", after="0").text


def test_a_page_opened_on_a_forgotten_conversation_says_so(client: httpx.Client) -> None:
    client.cookies.set("assistant", "x" * 43)
    assert "existe plus" in client.get(PAGE).text
