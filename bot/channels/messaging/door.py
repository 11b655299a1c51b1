"""What all messengers share: a message whose origin is certain goes in, the canonical messages to deliver come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.answers.plain_text import plain_text
from bot.channels.conversation import Handler, Said, content_message
from bot.channels.desk import PASSED, Arrived, Desk, Forget, Gone, Passed
from bot.channels.limits import BUSY, TooMany
from bot.channels.sessions import Session, Sessions
from bot.dialogue.nearby import found_around
from bot.dialogue.replies.choices import names_a_rank
from bot.settings import now

FIRST_TIME, TOPICS = "premiere_fois_messagerie", "premiers_sujets"
NOT_TEXT, FORGOTTEN, CORRECTED = "pas_du_texte", "interrompu", "deja_repondu"
# A greeting alone is answered by the greeting of a first contact.
_HELLO = re.compile(r"\W*(?:/start\b.*|start|bonjour|bonsoir|salut|coucou|hello|allo|bjr|slt)?\W*", re.I)


@dataclass(frozen=True)
class Incoming:
    """One message from a messenger, which has shown that it is really its own.

    `peer`: who writes, in the messenger's terms; only a salted hash of it is kept. `identifier`: the messenger's name
    for the message. `choice`: the id of a button. `position`: decimal degrees. None of the three: no text at all.
    `edited`: other words for a message that came before, and is answered.
    """

    peer: str
    identifier: str
    text: str | None = None
    choice: str | None = None
    position: tuple[float, float] | None = None
    edited: bool = False


class Door:
    """The conversations of one messenger; `channel` is its name for Rasa."""

    def __init__(self, channel: str, handle: Handler, sessions: Sessions | None = None) -> None:
        self._desk = Desk(sessions or Sessions(), handle, channel)

    async def answer(self, incoming: Incoming, forget: Forget) -> list[Said]:
        """What to deliver, in order; never empty. The same message again gets the same answer."""
        session, is_new = self._desk.sessions.of(incoming.peer)
        if is_new:
            self._greet(session, incoming)
        try:
            said = await self._answer(session, incoming, is_new, forget)
        except TooMany:
            return [_words(BUSY)]
        except Passed:
            return [content_message(FORGOTTEN) if is_new else _words(PASSED)]
        except Gone:
            return [content_message(FORGOTTEN)]
        if is_new:
            said = [*session.transcript, *(one for one in said if one not in session.transcript)]
            session.remember(incoming.identifier, 0)
        said = [one for one in said if one.get("from") != "person"]
        if said[0] in session.transcript[:1] and any(one["kind"] == "distress" for one in said):
            return [one for one in said if one["kind"] == "distress"]  # nothing must come before, not even who I am
        return said

    def _greet(self, session: Session, incoming: Incoming) -> None:
        """A first contact begins with what this is; topics are only offered to who has not asked anything yet."""
        self._desk.greet(session, FIRST_TIME)
        if incoming.text is not None and _HELLO.fullmatch(incoming.text):
            self._desk.greet(session, TOPICS)

    async def _answer(self, session: Session, incoming: Incoming, is_new: bool, forget: Forget) -> list[Said]:
        if incoming.text is None and incoming.choice is None:
            self._desk.sessions.count_message(session)
            return [_around(*incoming.position) if incoming.position else content_message(NOT_TEXT)]
        text = incoming.text or ""
        if incoming.edited and not is_new:
            return [content_message(CORRECTED)]
        if is_new and incoming.choice is None and _HELLO.fullmatch(text):
            return []
        is_answered = session.answer_to(incoming.identifier) is not None
        if incoming.choice is None and names_a_rank(text) and not _has_asked(session) and not is_answered:
            return [self._desk.greet(session, FORGOTTEN)]
        return await self._desk.reply(session, Arrived(text, incoming.choice, incoming.identifier), forget)


def _has_asked(session: Session) -> bool:
    """Whether a number can mean something: it answers a question, and that may be forgotten."""
    return bool(session.choices or session.awaited or session.question)


def _around(latitude: float, longitude: float) -> Said:
    _found, message = found_around(latitude, longitude, now())
    # Outside the conversation: its choices would take the place of those of a question that waits.
    return {**message.as_dict(), "text": plain_text(message), "choices": []}


def _words(text: str) -> dict[str, Any]:
    return {"kind": "smalltalk", "blocks": [{"type": "paragraph", "items": [[{"text": text}]]}], "text": text}
