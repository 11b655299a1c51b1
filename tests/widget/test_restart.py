"""A service that goes away in the middle of a conversation and comes back, having forgotten everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from bot.channels.website.feedback import Feedback
from tests.service import Service
from tests.widget.conftest import Visit
from tests.widget.using import SLOW, answered, field, messages, opened, press, said, say, send

pytestmark = [pytest.mark.model, pytest.mark.browser]

QUESTION = "quelles ressources dois-je déclarer ?"
CURRENT = "api/v1/conversations/current"


@pytest.fixture
def service(trained_model: None, tmp_path: Path) -> Iterator[Service]:
    """A service that runs."""
    ours = Service(tmp_path)
    ours.start()
    yield ours
    ours.kill()


def test_a_restart_loses_nothing(visit: Visit, service: Service) -> None:
    page = visit("accessibilite")
    page.goto(f"{service.address}demo")
    say(opened(page), QUESTION)
    for _ in range(2):  # an opinion pressed twice counts once
        press(page, "Utile")
        expect(page.get_by_text("Merci pour votre avis.").first).to_be_visible()
    assert Feedback(service.folder).counts() == {"ressources_a_declarer": {"useful": 1, "not_useful": 0}}
    say(page, "vérifier ma situation")

    service.kill()
    before = messages(page).count()
    send(page, "salarié du privé")
    problem = page.get_by_role("alert")
    expect(problem).to_contain_text("Je n'arrive pas à joindre l'assistant")
    expect(field(page)).to_have_value("salarié du privé")

    service.start()
    press(page, "Réessayer")
    expect(problem).to_contain_text("ne retrouve plus cette conversation")
    expect(problem.get_by_role("button", name="Commencer une nouvelle conversation")).to_be_visible()
    expect(said(page)).to_contain_text(["quelles ressources", "vérifier ma situation"])
    expect(messages(page)).to_have_count(before)
    expect(field(page)).to_have_value("salarié du privé")
    press(page, "Reprendre cette conversation")
    expect(page.get_by_text("La conversation est reprise.").first).to_be_visible(timeout=SLOW)
    expect(said(page)).to_contain_text(["quelles ressources", "vérifier ma situation"])
    expect(messages(page)).to_have_count(before)
    expect(field(page)).to_have_value("salarié du privé")
    field(page).press("Enter")
    answered(page, before)
    expect(said(page)).to_contain_text(["quelles ressources", "vérifier ma situation", "Salarié du privé"])
    page.reload()
    expect(said(opened(page))).to_have_count(3)


def test_a_forgotten_conversation_can_be_read_and_gives_way_to_another(page: Page) -> None:
    say(opened(page), "bonjour")
    problem = page.get_by_role("alert")
    cookie = page.context.cookies()[0]
    known = {"Authorization": f"Bearer {cookie['value']}"}
    assert httpx.delete(page.url.replace("demo", CURRENT), headers=known).status_code == 204
    send(page, QUESTION)
    expect(problem).to_contain_text("ne retrouve plus cette conversation")
    expect(problem).to_contain_text("Ce que vous avez écrit reste dans la zone de message.")
    expect(said(page)).to_contain_text(["bonjour"])
    press(page, "Commencer une nouvelle conversation")
    expect(said(page)).to_have_count(0)
    expect(field(page)).to_have_value(QUESTION)
    expect(field(page)).to_be_focused()
    field(page).press("Enter")
    answered(page, 1)
    expect(said(page)).to_contain_text([QUESTION])
    page.context.add_cookies([{**cookie, "value": "forgotten"}])  # type: ignore[list-item]
    page.reload()
    opened(page)
    expect(page.get_by_text("Votre conversation précédente a été effacée.").first).to_be_visible()
    say(page, "bonjour")
    expect(problem).to_be_hidden()
