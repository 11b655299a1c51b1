"""The conversations of one channel: each message is answered once and in its turn, and what must be erased is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.answers.message import Choice
from bot.channels.conversation import Handler, Said, content_message, turn
from bot.channels.sessions import Session, Sessions

PASSED = "Cette réponse correspond à une question déjà passée. Répondez à la dernière question."

# A conversation that never ends would take the memory of all; it begins anew, which its person is told.
MOST_ENTRIES, TOO_LONG = 500, "conversation_trop_longue"

Forget = Callable[[str], None]  # takes the sender out of what Rasa keeps


class Passed(Exception):
    """The choice belongs to a question that is no longer the last one."""


class Gone(Exception):
    """The conversation was erased meanwhile."""


@dataclass(frozen=True)
class Arrived:
    """A message of the person: words, or the id of a button; `identifier`: the sender's own name for the message."""

    text: str = ""
    choice: str | None = None
    identifier: str = ""
    simple: bool = False


def forgetting(app: Any) -> Forget:
    """What takes a sender out of the memory of the agent that this web application serves.

    Raises:
        TypeError: its store cannot forget: nobody may be told that it did.
    """
    store = getattr(app.ctx.agent, "tracker_store", None)
    # Rasa wraps the store it was given in a fail-safe one.
    erase = getattr(getattr(store, "_tracker_store", store), "erase", None)
    if erase is None:
        raise TypeError("this tracker store cannot erase a conversation")
    forget: Forget = erase
    return forget


class Desk:
    """Where the messages of a channel are answered; `channel` is its name for Rasa."""

    def __init__(self, sessions: Sessions, handle: Handler, channel: str) -> None:
        self.sessions = sessions
        self._handle, self._channel = handle, channel

    def greet(self, session: Session, name: str) -> Said:
        """Say a text of the content, whose choices may then be picked; the entry."""
        message = content_message(name)
        session.choices = tuple(Choice(one["label"], one["payload"]) for one in message.get("choices", ()))
        return session.issue(message)

    async def reply(self, session: Session, arrived: Arrived, forget: Forget) -> list[Said]:
        """The entries that a message adds to the transcript; sent again, it gets those that it got.

        Raises:
            TooMany: too many messages in the last minute.
            Passed: a choice of a question that has passed.
            Gone: the conversation was erased while the message waited.
        """
        self.sessions.count_message(session)
        async with session.one_at_a_time:
            if session.gone:
                raise Gone
            said = await self._once(session, arrived)
            if len(session.transcript) >= MOST_ENTRIES and not session.erased:
                said = [*said, session.issue(content_message(TOO_LONG))]
                session.erased = True
            if session.erased:
                self._erase(session, forget)
        return said

    async def say_again(self, session: Session, texts: Iterable[str], simple: bool, forget: Forget) -> None:
        """Take up a forgotten conversation from what the person had said in it.

        Raises:
            Gone: it ended by being erased.
        """
        async with session.one_at_a_time:
            for text in texts:
                await self._turn(session, Arrived(text, simple=simple))
                if session.erased:
                    self._erase(session, forget)
                    raise Gone
                await asyncio.sleep(0)  # others have their turn

    async def erase(self, session: Session, forget: Forget) -> None:
        """Forget a conversation, once the message under way is answered."""
        async with session.one_at_a_time:
            self._erase(session, forget)

    async def _once(self, session: Session, arrived: Arrived) -> list[Said]:
        first = len(session.transcript)
        again = session.answer_to(arrived.identifier) if arrived.identifier else None
        if again is not None:
            return again
        said = await self._turn(session, arrived)
        if arrived.identifier:
            session.remember(arrived.identifier, first)
        return said

    async def _turn(self, session: Session, arrived: Arrived) -> list[Said]:
        text = arrived.text
        if arrived.choice is not None:
            choice = session.pressed(arrived.choice)
            if choice is None:
                raise Passed
            session.choices, text = (choice,), choice.label
        first = len(session.transcript)
        said = await turn(session, text, self._handle, self._channel, simple=arrived.simple)
        if session.heard:
            session.record({"from": "person", "text": session.heard})
        for message in said:
            session.issue(message)
        return session.transcript[first:]

    def _erase(self, session: Session, forget: Forget) -> None:
        session.gone = True
        self.sessions.forget(session)
        forget(session.sender_id)
