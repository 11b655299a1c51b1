"""News that fail, and the end of the gateway."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from nio import SyncResponse

from bot.channels.matrix.assistant import Assistant, Begun, Reply
from bot.channels.matrix.client import Client
from bot.channels.matrix.erasing import Erasing
from bot.channels.matrix.errors import HomeserverAway
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.rooms import Rooms
from bot.channels.matrix.words import sentence
from tests.channels.matrix.homeserver import Memory
from tests.channels.matrix.timeline import ME, Timeline


class _Client(Client):
    """A client whose syncs are answered from here; `since`: from where each began, "" for a first one."""

    def __init__(self, folder: Path) -> None:
        super().__init__("http://localhost:8008", ME.id, folder)
        self.since: list[str] = []
        self.asked_from: list[str] = []

    async def sync(self, *_arguments: Any, **_more: Any) -> SyncResponse:
        self.since.append(self.next_batch)
        number = len(self.since)
        self.next_batch = f"s{number}"
        if number in {2, 3}:
            raise ValueError("nio")
        empty: dict[str, Any] = {"device_one_time_keys_count": {}, "rooms": {}}
        return SyncResponse.from_dict({"next_batch": self.next_batch, **empty})

    async def send_to_device_messages(self) -> list[Any]:
        return []

    async def room_messages(self, _room_id: str, start: str, **_more: Any) -> Any:
        self.asked_from.append(start)
        raise OSError


def test_after_a_sync_that_failed_everything_is_told_again_once(tmp_path: Path) -> None:
    async def synced() -> tuple[_Client, list[bool]]:
        client, started_over = _Client(tmp_path), []
        homeserver = Homeserver(client)
        for _ in range(5):
            try:
                await homeserver.sync()
            except ValueError:
                started_over.append(homeserver.start_over())
                with pytest.raises(HomeserverAway):
                    await homeserver.page("!salon:exemple.fr")
        return client, started_over

    client, started_over = asyncio.run(synced())
    # The second was to go on, failed, and is asked as a first one; what fails then is passed over.
    assert client.since == ["", "s1", "", "s3", "s4"]
    assert started_over == [True, False]
    assert client.asked_from == ["s2", "s3"]


class _Talkative(Assistant):
    async def begin(self, said: Sequence[str] = ()) -> Begun:
        return Begun("jeton", (sentence("Bonjour."),))

    async def say(self, token: str, text: str, identifier: str) -> Reply:
        return Reply((sentence("D'accord."),))


@pytest.mark.parametrize("status", [204, 404])
def test_at_the_end_the_conversations_held_are_forgotten(status: int) -> None:
    deleted: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_DELETE(self) -> None:
            deleted.append((self.path, self.headers["authorization"]))
            self.send_response(status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    asyncio.run(_talked_and_stopped(f"http://127.0.0.1:{server.server_port}"))
    server.shutdown()
    server.server_close()
    assert deleted == [("/api/v1/conversations/current", "Bearer jeton")]


def test_an_assistant_that_is_away_keeps_nobody_from_stopping() -> None:
    asyncio.run(_talked_and_stopped("http://127.0.0.1:9"))


async def _talked_and_stopped(address: str) -> None:
    room, assistant = Timeline(), _Talkative(address)
    room.meet()
    homeserver = Memory(room)
    rooms = Rooms(homeserver, assistant, Erasing(homeserver))
    rooms.wake("!salon:exemple.fr")
    while rooms._workers:
        await asyncio.sleep(0)
    assert homeserver.bodies[0] == "Bonjour."
    rooms.stop()
    await rooms.forget()
    await rooms.forget()  # each is forgotten once
    await assistant.close()
