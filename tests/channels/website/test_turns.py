"""Turns of one conversation follow each other, and nothing of an erased one comes back."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import httpx
import pytest
from rasa.core.channels.channel import UserMessage

from bot.adapters.server import application
from bot.channels.website.channel import WebsiteChannel
from tests.service import free_port

API = "/api/v1/conversations"


class SlowAgent:
    """Echoes after a while, and remembers of whom it has a tracker, as Rasa does."""

    def __init__(self) -> None:
        self.tracker_store = SimpleNamespace(erase=self._forget)
        self.known: set[str] = set()

    def _forget(self, sender_id: str) -> None:
        self.known.discard(sender_id)

    async def handle_message(self, message: UserMessage) -> None:
        await asyncio.sleep(0.5)
        self.known.add(message.sender_id)
        await message.output_channel.send_response(message.sender_id, {"text": f"Écho : {message.text}"})


async def _begin(client: httpx.AsyncClient) -> dict[str, str]:
    return {"Authorization": f"Bearer {(await client.post(API)).json()['token']}"}


async def _two_at_once(client: httpx.AsyncClient) -> list[list[str]]:
    token = await _begin(client)
    said = [client.post(f"{API}/current/messages", json={"text": text}, headers=token) for text in ("un", "deux")]
    return [[entry["text"] for entry in answer.json()["messages"]] for answer in await asyncio.gather(*said)]


async def _erased_meanwhile(client: httpx.AsyncClient) -> list[int]:
    token = await _begin(client)
    requests = [
        client.post(f"{API}/current/messages", json={"text": "un"}, headers=token),
        client.delete(f"{API}/current", headers=token),
        client.post(f"{API}/current/messages", json={"text": "deux"}, headers=token),
    ]
    started = []
    for request in requests:
        started.append(asyncio.create_task(request))
        await asyncio.sleep(0.05)
    return [answer.status_code for answer in await asyncio.gather(*started)]


@pytest.fixture(scope="module")
def happened() -> tuple[list[list[str]], list[int], set[str]]:
    """Both conversations in one server: Sanic can start only once in a process."""
    agent = SlowAgent()

    async def run() -> tuple[list[list[str]], list[int], set[str]]:
        port = free_port()
        app = application(agent, WebsiteChannel())
        server = await app.create_server(host="localhost", port=port, return_asyncio_server=True)
        await server.startup()
        async with httpx.AsyncClient(base_url=f"http://localhost:{port}") as client:
            answers = await _two_at_once(client)
            agent.known.clear()
            statuses = await _erased_meanwhile(client)
        server.close()
        await server.wait_closed()
        return answers, statuses, agent.known

    return asyncio.run(run())


def test_two_messages_at_once_are_answered_one_after_the_other(happened: tuple) -> None:
    assert happened[0] == [["un", "Écho : un"], ["deux", "Écho : deux"]]


def test_nothing_of_an_erased_conversation_comes_back(happened: tuple) -> None:
    _, statuses, known = happened
    assert statuses == [200, 204, 404]
    assert known == set()
