"""What to answer in one room: the assistant's reply to each message, and what only holds for Matrix."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.answers.catalogue import catalogue
from bot.answers.plain_text import plain_text
from bot.answers.render import render
from bot.channels.matrix.assistant import Assistant, Reply, Said
from bot.channels.matrix.entries import Heard
from bot.channels.matrix.errors import Forgotten, NotTaken
from bot.channels.matrix.homeserver import Homeserver
from bot.channels.matrix.location import position
from bot.channels.matrix.marks import identifier
from bot.channels.matrix.reading import Window
from bot.channels.matrix.words import (
    ALL_REDACTED,
    CORRECTED,
    NOT_READ,
    OWN_REDACTED,
    READ_ALONG,
    WHERE_KEPT,
    sentence,
)
from bot.dialogue.replies.choices import names_a_rank
from bot.settings import today

NOT_TEXT, INTERRUPTED = "pas_du_texte", "interrompu"


class Replies:
    """The conversations of a room with the assistant, one for each person: their tokens, in memory only."""

    def __init__(self, room_id: str, homeserver: Homeserver, assistant: Assistant) -> None:
        self._room_id, self._homeserver, self._assistant = room_id, homeserver, assistant
        self._tokens: dict[str, str] = {}
        self._warned: set[str] = set()

    async def reply_to(self, heard: Heard, window: Window) -> Reply:
        """What to say to a message.

        Raises:
            AssistantAway: the assistant does not answer.
            NotTaken: it does not take the message.
            HomeserverAway: what was said before cannot be read.
        """
        if heard.kind == "arrival":
            return await self._greeting()
        if heard.kind == "unreadable":
            return Reply((sentence(NOT_READ),))
        if heard.kind == "correction":
            return Reply((sentence(CORRECTED),))
        if heard.kind == "location" and (where := position(heard.text)):
            return await self._assistant.nearest(*where)
        if heard.kind != "text":
            return Reply((written(NOT_TEXT),))
        return await self._with_own_words(heard, window, await self._conversed(heard, window))

    def answered(self, heard: Heard, reply: Reply) -> None:
        """The reply is in the room."""
        if not heard.direct:
            self._warned.add(heard.sender)
        if reply.erased:
            self._tokens.pop(heard.sender, None)

    async def forget(self) -> None:
        """Let the assistant forget the conversations whose tokens are held."""
        tokens = set(self._tokens.values())
        self._tokens.clear()
        await asyncio.gather(*(self._assistant.forget(token) for token in tokens))

    async def _greeting(self) -> Reply:
        begun = await self._assistant.begin()
        others = self._homeserver.members(self._room_id) - {self._homeserver.me(self._room_id).id}
        if len(others) == 1:  # a second one may have come since: nobody gets somebody else's conversation
            self._tokens.update(dict.fromkeys(others, begun.token))
        return Reply(begun.messages, more=(sentence(WHERE_KEPT),))

    async def _conversed(self, heard: Heard, window: Window) -> Reply:
        token, name = self._tokens.get(heard.sender, ""), identifier(heard.id)
        try:
            if not token:
                raise Forgotten
            return await self._assistant.say(token, heard.text, name)
        except Forgotten:
            self._tokens.pop(heard.sender, None)
        said = await window.said_before(heard)
        token = await self._taken_up(said.texts)
        if not token:
            if names_a_rank(heard.text) and not (said.greeted and not said.texts):
                return Reply((written(INTERRUPTED),))
            token = (await self._assistant.begin()).token
        self._tokens[heard.sender] = token
        return await self._assistant.say(token, heard.text, name)

    async def _taken_up(self, said: Sequence[str]) -> str:
        try:
            return (await self._assistant.begin(said)).token if said else ""
        except (Forgotten, NotTaken):  # it ended in being erased, or cannot be taken up
            return ""

    async def _with_own_words(self, heard: Heard, window: Window, reply: Reply) -> Reply:
        if reply.erased:
            redacted = sentence(ALL_REDACTED if self._homeserver.may_redact(self._room_id) else OWN_REDACTED)
            return Reply((), True, (*reply.messages, redacted))  # nothing is left in which a number could pick
        more: tuple[Said, ...] = ()
        if not heard.direct and heard.sender not in self._warned:
            more = () if (await window.said_before(heard)).in_group else (sentence(READ_ALONG),)
        return Reply(reply.messages, more=more)


def written(name: str) -> Said:
    """A text of content/ as a canonical message."""
    message = render(catalogue()[name], today(), catalogue())
    return {**message.as_dict(), "text": plain_text(message)}
