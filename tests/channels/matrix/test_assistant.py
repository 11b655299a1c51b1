"""What the gateway makes of each answer that the assistant's address may give, over a real connection."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from bot.channels.matrix.assistant import Assistant, Reply
from bot.channels.matrix.errors import AssistantAway, Forgotten, NotTaken
from bot.channels.secrets import Secret

Answering = Callable[[int, object], str]


@pytest.fixture
def answering() -> Iterator[Answering]:
    """A function that starts a server which always gives this answer, at the address it gives."""
    servers: list[HTTPServer] = []

    def start(status: int, body: object) -> str:
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["content-length"]))
                self.send_response(status)
                self.send_header("content-length", str(len(sent)))
                self.end_headers()
                self.wfile.write(sent)

            def log_message(self, *_arguments: object) -> None:
                pass

        servers.append(HTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, args=(0.05,), daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def _say(address: str) -> Reply:
    async def said() -> Reply:
        assistant = Assistant(address, Secret("une clef"))
        try:
            return await assistant.say("jeton", "bonjour", "nom")
        finally:
            await assistant.close()

    return asyncio.run(said())


def test_only_what_the_assistant_says_is_said(answering: Answering) -> None:
    said: dict[str, Any] = {"from": "assistant", "text": "Bonjour."}
    body = {"messages": [{"from": "person", "text": "bonjour"}, said], "erased": True}
    assert _say(answering(200, body)) == Reply((said,), erased=True)


def test_no_number_picks_a_choice_of_what_is_near(answering: Answering) -> None:
    said: dict[str, Any] = {"from": "assistant", "text": "Guéret.", "choices": [{"label": "Une autre commune"}]}

    async def found(address: str) -> Reply:
        assistant = Assistant(address)
        try:
            return await assistant.nearest(46.17, 1.87)
        finally:
            await assistant.close()

    reply = asyncio.run(found(answering(200, {"found": "resolved", "message": said})))
    assert (reply.messages, reply.more) == ((), (said,))


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, {"error": "too_many", "message": "Attendez."}),
        (401, {"error": "unknown_key", "message": "Clé inconnue."}),
        (500, {"error": "failed", "message": "Une panne."}),
        (502, b"<html>Bad gateway</html>"),
        (404, {"error": "not_found", "message": "Rien ici."}),
        (400, {}),
        (400, [1, 2]),
        (200, b"pas du JSON"),
        (200, [1, 2]),
        (302, {}),
    ],
)
def test_what_its_administrator_must_mend_is_waited_for(answering: Answering, status: int, body: object) -> None:
    with pytest.raises(AssistantAway):
        _say(answering(status, body))


def test_nobody_there_is_waited_for() -> None:
    with pytest.raises(AssistantAway):
        _say("http://127.0.0.1:9")


def test_a_forgotten_conversation_is_told_apart(answering: Answering) -> None:
    with pytest.raises(Forgotten):
        _say(answering(404, {"error": "unknown_conversation", "message": "Oubliée."}))


@pytest.mark.parametrize("status", [400, 403, 409, 413])
def test_a_refusal_keeps_its_sentence(answering: Answering, status: int) -> None:
    with pytest.raises(NotTaken) as caught:
        _say(answering(status, {"error": "passed", "message": "Répondez à la dernière question."}))
    assert caught.value.words == "Répondez à la dernière question."


def test_another_service_there_begins_no_conversation(answering: Answering) -> None:
    async def begun(address: str) -> None:
        assistant = Assistant(address)
        try:
            await assistant.begin()
        finally:
            await assistant.close()

    with pytest.raises(AssistantAway):
        asyncio.run(begun(answering(200, {"hello": "world"})))
