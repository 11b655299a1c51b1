"""The channel in a real web server, before the really trained model."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from bot.adapters.server import LONGEST_REQUEST
from bot.channels.messaging.twilio.channel import TwilioChannel
from bot.channels.messaging.twilio.settings import TwilioSettings
from bot.channels.secrets import Secret
from tests.channels.messaging.twilio.telephone import FORMER_TOKEN, PUBLIC, TOKEN
from tests.service import SITES, TODAY, free_port


@pytest.fixture(scope="package")
def served(trained_model: None) -> Iterator[str]:
    """The address of the webhook."""
    from bot.cli.runtime import start

    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ASSISTANT_TODAY", TODAY)
        environment.setenv("ASSISTANT_SITES_FILE", str(SITES))
        agent, port = start(), free_port()
        # What a test reads must be what a service would write.
        logging.getLogger("bot").setLevel(logging.WARNING)
        app = _application(agent)
        loop, ready = asyncio.new_event_loop(), threading.Event()
        thread = threading.Thread(target=_run, args=(app, loop, port, ready), daemon=True)
        thread.start()
        assert ready.wait(60)
        yield f"http://localhost:{port}/webhooks/twilio/webhook"
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


def _application(agent: Any) -> Sanic:
    app = Sanic("twilio-tests", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LONGEST_REQUEST
    app.config.TOUCHUP = False  # what it rewrites of Sanic, another server of the same process could not start with
    app.ctx.agent = agent

    async def handle(message: UserMessage) -> Any:
        return await agent.handle_message(message)

    channel = TwilioChannel(TwilioSettings((Secret(TOKEN), Secret(FORMER_TOKEN)), PUBLIC))
    app.blueprint(channel.blueprint(handle), url_prefix=f"/webhooks/{channel.name()}")
    return app


def _run(app: Sanic, loop: asyncio.AbstractEventLoop, port: int, ready: threading.Event) -> None:
    asyncio.set_event_loop(loop)

    async def start() -> None:
        server = await app.create_server(host="localhost", port=port, return_asyncio_server=True)
        assert server is not None
        await server.startup()
        ready.set()

    loop.run_until_complete(start())
    loop.run_forever()
