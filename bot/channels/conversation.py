"""One turn of any channel: clean what came in, let Rasa think, hand back canonical messages; never silent."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from rasa.core.channels.channel import UserMessage

from bot.answers.catalogue import catalogue
from bot.answers.message import Choice
from bot.answers.plain_text import plain_text
from bot.answers.render import render
from bot.channels.incoming import clean
from bot.channels.output import StructuredOutput
from bot.dialogue.turn import AWAITED, LAST_QUESTION, LAST_TOPIC, LEVEL, SIMPLE
from bot.settings import today

logger = logging.getLogger(__name__)

WORDS_OF_A_QUESTION, LONGEST_QUESTION = 4, 400

NUMBER = "number"
# What stands for a reply without a letter nor a figure.
EMPTY, UNREADABLE = "vide", "…"

Handler = Callable[[UserMessage], Awaitable[Any]]
Said = dict[str, Any]


@dataclass
class Exchange:
    """What a channel keeps of a conversation between two turns: the choices offered last, the last words heard, the
    last question answered (identifiers masked) and its topic, whether a question of a guide waits and what it wants
    typed, and whether everything must now be erased."""

    sender_id: str
    choices: tuple[Choice, ...] = ()
    heard: str = ""
    question: str = ""
    topic: str = ""
    awaited: bool = False
    expects: str = ""
    erased: bool = False


def content_message(name: str) -> Said:
    """A text of content/ as a canonical message, outside any conversation."""
    message = render(catalogue()[name], today(), catalogue())
    return {**message.as_dict(), "text": plain_text(message)}


def _masked_notice(kinds: tuple[str, ...]) -> Said:
    text = f"Par prudence, j'ai effacé de votre message : {', '.join(kinds)}. Je n'en ai jamais besoin."
    block = {"type": "paragraph", "items": [[{"text": text}]]}
    return {"kind": "smalltalk", "blocks": [block], "text": text, "notice": True}


def _question_behind(before: str, heard: str) -> str:
    """What the next message may lean on: these words, behind the question before when they say little alone."""
    if len(heard.split()) >= WORDS_OF_A_QUESTION and not heard.lower().startswith(("et ", "mais ", "même ")):
        return heard[-LONGEST_QUESTION:]
    return f"{before} {heard}".strip()[-LONGEST_QUESTION:]


def _context(exchange: Exchange) -> dict[str, Any]:
    """What the classifier needs of the exchange before."""
    if not exchange.question:
        return {}
    return {LAST_QUESTION: exchange.question, LAST_TOPIC: exchange.topic, AWAITED: exchange.awaited}


async def turn(exchange: Exchange, text: str, handle: Handler, channel: str, *, simple: bool = False) -> list[Said]:
    """What the assistant says to a message, in simpler words if so wanted; the exchange then holds the new choices.

    A failure inside gives the "panne" text: the person always gets an answer.
    """
    incoming = clean(text, exchange.choices, by_number=exchange.expects != NUMBER)
    exchange.heard = incoming.shown
    if incoming.problem == EMPTY and exchange.awaited:  # the guide says that it could not read, and asks again
        incoming = replace(incoming, text=UNREADABLE, problem="")
    if incoming.problem:
        return [content_message(incoming.problem)]
    output = StructuredOutput()
    try:
        context = _context(exchange) | ({LEVEL: SIMPLE} if simple else {})
        await handle(UserMessage(incoming.text, output, exchange.sender_id, input_channel=channel, metadata=context))
    except Exception as error:  # noqa: BLE001 - the door never stays shut without a word
        logger.error("turn failed: %s", type(error).__name__)
    said = output.messages or [content_message("panne")]
    if incoming.masked:
        said = [_masked_notice(incoming.masked), *said]
    if any(message.get("topic") or message["kind"] == "choices" for message in said):
        exchange.question = _question_behind(exchange.question, incoming.shown)
        exchange.topic = next((message["topic"] for message in reversed(said) if message.get("topic")), "")
    exchange.awaited = said[-1]["kind"] == "question"
    exchange.expects = said[-1].get("expects", "")
    exchange.choices = tuple(Choice(c["label"], c["payload"]) for c in said[-1].get("choices", ()))
    exchange.erased = any((message.get("result") or {}).get("erase") for message in said)
    return said
