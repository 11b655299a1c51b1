"""Around a turn: the sign that it is coming, and what erases a conversation."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from bot.channels.conversation import Said
from bot.channels.desk import Forget
from bot.channels.messaging.answering import Answering, Sign
from bot.channels.messaging.deliveries import Part
from bot.channels.messaging.door import Door, Incoming
from bot.channels.messaging.provider import Away
from tests.channels.messaging.canonical import content

ERASE = "efface"
_names = itertools.count()


class Chat:
    """A messenger and one person, in the order in which things happen; to whom it is away, nothing can be sent."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.forgotten: list[str] = []
        self.is_away = False
        self.answering = Answering(Door("essai", self._handle))

    async def _handle(self, message: UserMessage) -> None:
        """A turn that lets nothing else run until it ends."""
        self.events.append(f"turn {message.text}")
        said: dict[str, Any] = {"kind": "answer", "title": message.text, "blocks": []}
        if message.text == ERASE:
            said["result"] = {"erase": True}
        await message.output_channel.send_response(message.sender_id, {"text": message.text, "message": said})

    async def writes(self, text: str, sign: Sign, forget: Forget | None = None) -> None:
        """Bring a message.

        Raises:
            Away: not all could be sent.
        """

        async def send(part: Part) -> None:
            if self.is_away:
                raise Away
            self.events.append(part["text"])

        def render(said: list[Said]) -> list[Part]:
            return [{"text": one["text"]} for one in said]

        await self.answering.answer(
            Incoming("P", str(next(_names)), text), forget or self.forgotten.append, render, send, sign
        )


async def _no_sign() -> None:
    """A messenger that shows nothing."""


@pytest.fixture
def chat() -> Chat:
    """Somebody who has had the first words already."""
    met = Chat()
    asyncio.run(met.writes("bonjour", _no_sign))
    met.events.clear()
    return met


def test_the_sign_is_shown_before_the_turn_begins(chat: Chat) -> None:
    async def sign() -> None:
        for _ in range(5):
            await asyncio.sleep(0)
        chat.events.append("sign")

    asyncio.run(chat.writes("combien", sign))
    assert chat.events == ["sign", "turn combien", "combien"]


def test_an_answer_comes_although_its_sign_never_arrives(chat: Chat) -> None:
    async def run() -> None:
        arrives = asyncio.Event()

        async def sign() -> None:
            await arrives.wait()
            chat.events.append("sign")

        await chat.writes("combien", sign)
        arrives.set()
        await asyncio.sleep(0.01)

    asyncio.run(run())
    assert chat.events == ["turn combien", "combien", "sign"]


def test_an_answer_comes_although_its_sign_fails(chat: Chat) -> None:
    async def sign() -> None:
        raise RuntimeError

    asyncio.run(chat.writes("combien", sign))
    assert chat.events == ["turn combien", "combien"]


def test_an_answer_that_waits_is_not_sent_once_everything_is_erased(chat: Chat) -> None:
    chat.is_away = True
    with pytest.raises(Away):
        asyncio.run(chat.writes("combien", _no_sign))
    chat.is_away = False
    asyncio.run(chat.writes(ERASE, _no_sign))
    assert chat.events == ["turn combien", f"turn {ERASE}", ERASE]
    assert len(chat.forgotten) == 1


def test_what_waits_is_dropped_even_if_the_erasure_cannot_be_told(chat: Chat) -> None:
    chat.is_away = True
    with pytest.raises(Away):
        asyncio.run(chat.writes("combien", _no_sign))
    chat.is_away = False

    def erase_and_fail(_sender_id: str) -> None:
        raise RuntimeError

    asyncio.run(chat.writes(ERASE, _no_sign, erase_and_fail))
    assert chat.events == ["turn combien", f"turn {ERASE}", content("panne")]
