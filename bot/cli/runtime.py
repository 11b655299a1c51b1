"""The trained assistant in the command's own process, for conversations without a server."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Any

from bot.cli.errors import BadInput

if TYPE_CHECKING:
    from rasa.core.agent import Agent


def quiet() -> None:
    """Only errors are shown: the conversation is what the person looks at."""
    import structlog

    os.environ["LOG_LEVEL"] = "ERROR"  # Rasa's progress bars only look at this
    logging.basicConfig(level=logging.ERROR)
    logging.getLogger().setLevel(logging.ERROR)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def start() -> Agent:
    """Import Rasa without TensorFlow, and load the newest model.

    Raises:
        BadInput: there is no model yet.
    """
    from bot.adapters import without_tensorflow

    without_tensorflow.install()
    quiet()
    from bot.adapters.agent import NoModelError, load_agent

    try:
        return load_agent()
    except NoModelError as error:
        raise BadInput(str(error)) from error


async def state(agent: Agent, sender_id: str) -> dict[str, Any]:
    """What a test of the dialogue may want to see: the guide, the field asked, the last ranking."""
    tracker = await agent.tracker_store.get_or_create_tracker(sender_id)
    in_guide = bool(tracker.active_loop_name)
    return {
        "guide": tracker.get_slot("guide") if in_guide else None,
        "asks": tracker.get_slot("requested_slot") if in_guide else None,
        "parsed": tracker.latest_message.parse_data if tracker.latest_message else {},
    }


def erase(agent: Agent, sender_id: str) -> None:
    """Forget a conversation in this process, as the website channel does."""
    store = agent.tracker_store
    # Rasa wraps the store it was given in a fail-safe one.
    getattr(store, "_tracker_store", store).erase(sender_id)
