"""How an action speaks: the canonical message for our channels, plain text and buttons for any other."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.answers.catalogue import catalogue
from bot.answers.message import Message
from bot.answers.plain_text import plain_text
from bot.answers.render import Form, render
from bot.dialogue.guides import guide_labels
from bot.settings import today

# Whom to turn to when the assistant cannot help.
HUMAN = "parler_a_un_humain"

logger = logging.getLogger(__name__)

Events = list[dict[str, Any]]
Run = Callable[[Any, CollectingDispatcher, Tracker, dict[str, Any]], Coroutine[Any, Any, Events]]


def say(dispatcher: CollectingDispatcher, message: Message) -> None:
    """Say a message; `message` in the response is its structured form."""
    buttons = [{"title": choice.label, "payload": choice.payload} for choice in message.choices]
    dispatcher.utter_message(text=plain_text(message), buttons=buttons, message=message.as_dict())


def answer(topic: str, form: Form = "usual") -> Message:
    """A content file as a message, with today's figures.

    Raises:
        KeyError: there is no such file.
    """
    return render(catalogue()[topic], today(), catalogue(), form, guide_labels())


def never_silent(run: Run, after_failure: Events | None = None) -> Run:
    """If the action fails, say so; the log names the failure, never the words of the person.

    `after_failure`: events that leave the conversation in a state from which it can go on.
    """

    @functools.wraps(run)
    async def wrapped(self: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        try:
            return await run(self, dispatcher, tracker, domain)
        except Exception as error:
            logger.error("%s failed: %s", type(self).__name__, type(error).__name__, exc_info=_debug())
            say(dispatcher, answer("panne"))
            return list(after_failure or [])

    return wrapped


def _debug() -> bool:
    return logger.isEnabledFor(logging.DEBUG)
