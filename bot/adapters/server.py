"""The assistant's own web application: the website channel, the messengers that are set, and nothing else of Rasa's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Sanic

LONGEST_REQUEST = 64_000
WEBHOOKS = "/webhooks"  # as under Rasa's own server


def application(agent: Agent, channel: InputChannel, messengers: Iterable[InputChannel] = ()) -> Sanic:
    """The application for a loaded agent, a channel whose routes stand at the root, and messengers below /webhooks/."""
    app = Sanic("assistant-invalidite", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LONGEST_REQUEST
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.agent = agent

    async def handle(message: UserMessage) -> Any:
        return await agent.handle_message(message)

    app.blueprint(channel.blueprint(handle))
    for messenger in messengers:
        app.blueprint(messenger.blueprint(handle), url_prefix=f"{WEBHOOKS}/{messenger.url_prefix()}")
    return app
