"""A service that goes away in the middle of a conversation and comes back, having forgotten everything."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from bot.channels.feedback import Feedback
from tests.conftest import ROOT, SITES, TODAY, free_port
from tests.widget.conftest import Visit
from tests.widget.using import SLOW, answered, field, messages, opened, press, said, say, send

pytestmark = [pytest.mark.model, pytest.mark.browser]

QUESTION = "quelles ressources dois-je déclarer ?"
CURRENT = "api/v1/conversations/current"


class Service:
    """An assistant of this test alone, which can be stopped at once and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self._port, self.folder = free_port(), folder
        self.address = f"http://localhost:{self._port}/"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        ours = {"ASSISTANT_SITES_FILE": str(SITES), "ASSISTANT_TODAY": TODAY, "ASSISTANT_DIRECTORY_REFRESH": "0"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "serve", "--port", str(self._port)],
            cwd=ROOT,
            env={**os.environ, **ours, "ASSISTANT_DATA_DIR": str(self.folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(600):
            assert self._process.poll() is None
            try:
                httpx.get(f"{self.address}health")
            except httpx.TransportError:
                time.sleep(0.2)
            else:
                return
        raise AssertionError("the service did not start")

    def kill(self) -> None:
        """Stop it without a word, as a cut of power does."""
        self._process.kill()
        self._process.wait(timeout=30)


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
