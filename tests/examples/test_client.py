"""The example of a client, against a real assistant that is killed and started again, and behind a bad network."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from bot.channels.sessions import RESUMED_PER_MINUTE
from bot.channels.website.integrators import KEYS
from examples.client import Conversation, Refused, Unreachable
from tests.service import ROOT, Service

pytestmark = pytest.mark.model

KEY = "une-cle-pour-les-essais-seulement"


@pytest.fixture(scope="module")
def service(trained_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    service = Service(tmp_path_factory.mktemp("client"), **{KEYS: KEY})
    service.start()
    yield service
    service.stop()


class Network(BaseHTTPRequestHandler):
    """What stands between: it hands requests on, and does not always bring the answer back."""

    service = ""
    plan: list[str]  # what becomes of the next answers: "lost", "busy", or brought back
    handed: list[dict[str, Any]]
    tokens: list[str]

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        fate = self.plan.pop(0) if self.plan else ""
        if fate == "busy":
            return self._bring(502, b"<h1>Bad Gateway</h1>")
        headers = {name: value for name, value in self.headers.items() if name in ("Authorization", "X-Assistant-Key")}
        answer = httpx.post(f"{self.service}{self.path.lstrip('/')}", content=content, headers=headers, timeout=60)
        self.handed.append(json.loads(content))
        self.tokens.append(self.headers.get("Authorization", ""))
        if fate == "lost":
            return self.connection.close()
        return self._bring(answer.status_code, answer.content)

    def _bring(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing is written down."""


@pytest.fixture
def network(service: Service) -> Iterator[tuple[str, type[Network]]]:
    """Its address, and what it does."""
    kind = type("Planned", (Network,), {"service": service.address, "plan": [], "handed": [], "tokens": []})
    with ThreadingHTTPServer(("localhost", 0), kind) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/", kind
        server.shutdown()


def test_it_answers_from_the_command_line(service: Service) -> None:
    code = (
        (ROOT / "examples" / "client.py").read_text(encoding="utf-8").replace("http://localhost:5005/", service.address)
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "Quels documents pour la demande ?"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "Les papiers à préparer" in done.stdout


def test_conversations_go_on_after_the_service_was_killed(service: Service) -> None:
    waiting, pressing, undisturbed = (Conversation(service.address, KEY, waits=(0.5,) * 240) for _ in range(3))
    for one in (waiting, undisturbed):
        one.say("vérifier ma situation")
    expected = undisturbed.say("salarié")
    choice = pressing.say("comment contester ?")[-1]["choices"][0]
    service.kill()
    starting = threading.Thread(target=service.start)
    starting.start()
    try:
        assert [entry["text"] for entry in waiting.say("salarié")] == [entry["text"] for entry in expected]
        assert pressing.say(choice["label"], choice["id"])[-1]["kind"] in {"answer", "question"}
    finally:
        starting.join()


def test_an_answer_that_was_lost_is_fetched_not_made_again(network: tuple[str, type[Network]]) -> None:
    address, kind = network
    conversation = Conversation(address, KEY, waits=(0.01,) * 3)
    conversation.begin()
    kind.plan[:] = ["lost", "busy"]
    said = conversation.say("vérifier ma situation")
    assert [sent.get("id") for sent in kind.handed[-2:]] == [kind.handed[-1]["id"]] * 2
    assert [entry["number"] for entry in said] == [3, 4]


def test_what_is_refused_is_not_sent_again(network: tuple[str, type[Network]]) -> None:
    address, kind = network
    conversation = Conversation(address, KEY)
    conversation.begin()
    with pytest.raises(Refused, match="déjà passée") as refused:
        conversation.say("Oui", "no-such-button")
    assert (refused.value.status, refused.value.code) == (409, "passed")
    assert len(kind.handed) == 2


def test_a_service_that_never_answers_is_said_to_be_unreachable(network: tuple[str, type[Network]]) -> None:
    address, kind = network
    kind.plan[:] = ["busy"] * 3
    with pytest.raises(Unreachable):
        Conversation(address, waits=(0.01, 0.01)).begin()
    assert kind.plan == []


def test_what_is_said_anew_holds_no_identifier(service: Service, network: tuple[str, type[Network]]) -> None:
    address, kind = network
    conversation = Conversation(address, KEY)
    conversation.say("mon numéro est le 06 12 34 56 78")
    httpx.delete(f"{service.address}api/v1/conversations/current", headers={"Authorization": kind.tokens[-1]})
    conversation.say("bonjour")
    (said,) = (sent["said"] for sent in kind.handed if sent.get("said"))
    assert len(said) == 1
    assert "06 12" not in said[0]


def test_an_erased_conversation_begins_anew_without_what_was_said(network: tuple[str, type[Network]]) -> None:
    address, kind = network
    conversation = Conversation(address, KEY)
    for text in ("mon numéro est le 06 12 34 56 78", "effacer mes données", "bonjour"):
        conversation.say(text)
    assert [sent["said"] for sent in kind.handed if "said" in sent] == [[], []]


def test_a_key_lifts_the_limit_of_an_address(service: Service) -> None:
    for _ in range(RESUMED_PER_MINUTE + 1):
        conversation = Conversation(service.address, KEY)
        conversation._said = ["bonjour"]
        assert conversation.begin()


def test_an_unknown_key_is_refused(service: Service) -> None:
    with pytest.raises(Refused) as refused:
        Conversation(service.address, "not-one-of-the-keys-of-this").begin()
    assert refused.value.code == "unknown_key"
