"""The assistant's own web application: the website channel and nothing else of Rasa's server."""

from __future__ import annotations

from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Sanic

LONGEST_REQUEST = 64_000


def application(agent: Agent, channel: InputChannel) -> Sanic:
    """The application for a loaded agent and a channel whose routes stand at the root."""
    app = Sanic("assistant-invalidite", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LONGEST_REQUEST
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.agent = agent

    async def handle(message: UserMessage) -> Any:
        return await agent.handle_message(message)

    app.blueprint(channel.blueprint(handle))
    return app
