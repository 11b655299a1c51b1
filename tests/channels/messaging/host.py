"""A channel in a real web server, in a thread of this process; behind it an echo, or the trained assistant."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Sanic

from bot.adapters.server import LONGEST_REQUEST
from tests.service import free_port

_numbers = itertools.count()


class Echo:
    """Says again what it hears, in several messages if so asked; remembers of whom it has a tracker, as Rasa does."""

    def __init__(self) -> None:
        self.tracker_store = SimpleNamespace(erase=self._forget)
        self.heard: list[str] = []
        self.known: set[str] = set()

    def _forget(self, sender_id: str) -> None:
        self.known.discard(sender_id)

    async def handle_message(self, message: UserMessage) -> None:
        """Answer, with choices "Oui" and "Non" to "question"; with two messages to "deux"; slowly to "lent"."""
        self.heard.append(message.text)
        self.known.add(message.sender_id)
        if "lent" in message.text:
            await asyncio.sleep(0.2)
        if message.text == "échec":
            raise RuntimeError
        times = {"deux": 2, "trois": 3}.get(message.text, 1)
        for number in range(1, times + 1):
            text = f"Écho {number} : {message.text}"
            said: dict[str, Any] = {"kind": "answer", "topic": "essai", "title": text, "blocks": []}
            if message.text == "question":
                said["choices"] = [{"label": label, "payload": label} for label in ("Oui", "Non")]
                said["kind"] = "question"
            await message.output_channel.send_response(message.sender_id, {"text": text, "message": said})


class Host:
    """A server with one channel under /webhooks; `ready()` is its address."""

    def __init__(self, make: Callable[[], InputChannel], agent: Any) -> None:
        self._make, self._agent = make, agent
        self._port = free_port()
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._problem: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> str:
        """Start it; the address of the channel's webhook.

        Raises:
            AssertionError: it did not start.
        """
        self._thread.start()
        self._started.wait(60)
        assert self._started.is_set() and self._problem is None, self._problem
        return f"http://localhost:{self._port}/webhooks/{self._name}/webhook"

    def stop(self) -> None:
        """Stop it."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(30)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(30)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._begin())
        except BaseException as problem:  # noqa: BLE001 - told to who started it
            self._problem = problem
        self._started.set()
        if self._problem is None:
            self._loop.run_forever()

    async def _begin(self) -> None:
        channel = self._make()
        self._name = channel.name()
        app = Sanic(f"host-{next(_numbers)}", configure_logging=False)
        app.config.REQUEST_MAX_SIZE = LONGEST_REQUEST
        app.ctx.agent = self._agent

        async def handle(message: UserMessage) -> Any:
            return await self._agent.handle_message(message)

        app.blueprint(channel.blueprint(handle), url_prefix=f"/webhooks/{self._name}")
        self._server = await app.create_server(host="localhost", port=self._port, return_asyncio_server=True)
        await self._server.startup()
        await self._server.before_start()

    async def _stop(self) -> None:
        await self._server.before_stop()
        self._server.close()
        await self._server.wait_closed()
