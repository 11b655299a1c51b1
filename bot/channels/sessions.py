"""Conversations in progress: known only to who holds the token, or is the peer; kept in memory, forgotten."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.answers.message import Choice
from bot.channels.conversation import Exchange
from bot.channels.limits import PerAddress, count_within

FORGET_AFTER_SECONDS = 2 * 60 * 60
MOST_SESSIONS = 20_000
MESSAGES_PER_MINUTE = 30
MOST_REMEMBERED = 20  # messages that may be sent again without being answered twice
RESUMED_PER_MINUTE = 20  # each is many turns at once
NEW_PER_MINUTE = 120  # a hospital, or a town hall, is one address


@dataclass
class Session(Exchange):
    """One visitor's conversation: what was said so far, what each button stands for, which messages were answered.

    Whoever changes it holds `one_at_a_time`: a turn takes a while, and another message may come in the meantime.
    """

    key: str = ""
    transcript: list[dict[str, Any]] = field(default_factory=list)
    judged: dict[int, bool] = field(default_factory=dict)
    answered: dict[str, tuple[int, int]] = field(default_factory=dict)
    buttons: dict[str, Choice] = field(default_factory=dict)
    last_seen: float = 0.0
    recent: deque[float] = field(default_factory=deque)
    gone: bool = False
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    def issue(self, message: dict[str, Any]) -> dict[str, Any]:
        """A message as it may leave the server: payloads replaced by opaque ids, its number added."""
        outgoing = {key: value for key, value in message.items() if key not in {"result", "choices"}}
        issued = []
        for choice in message.get("choices", ()):
            identifier = secrets.token_urlsafe(6)
            self.buttons[identifier] = Choice(choice["label"], choice["payload"])
            issued.append({"id": identifier, "label": choice["label"]})
        if issued:
            outgoing["choices"] = issued
        return self.record({"from": "assistant", **outgoing})

    def record(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Add an entry to the transcript, numbered."""
        numbered = {"number": len(self.transcript) + 1, **entry}
        self.transcript.append(numbered)
        return numbered

    def said(self, number: Any) -> dict[str, Any] | None:
        """What the assistant said in that entry; None when there is no such one."""
        if not isinstance(number, int) or isinstance(number, bool) or not 0 < number <= len(self.transcript):
            return None
        entry = self.transcript[number - 1]
        return entry if entry["from"] == "assistant" else None

    def answer_to(self, identifier: str) -> list[dict[str, Any]] | None:
        """What was said to a message that came before under the same name of the sender's; None when it is new."""
        first, last = self.answered.get(identifier, (0, 0))
        return self.transcript[first:last] if last else None

    def remember(self, identifier: str, first: int) -> None:
        """Everything since the entry `first` answers this message, should it be sent again."""
        self.answered[identifier] = (first, len(self.transcript))
        while len(self.answered) > MOST_REMEMBERED:
            del self.answered[next(iter(self.answered))]

    def pressed(self, identifier: str) -> Choice | None:
        """What a button stands for: topics always, replies only while their question is the last one."""
        choice = self.buttons.get(identifier)
        if choice is None or choice.payload.startswith("/") or choice in self.choices:
            return choice
        return None


class Sessions:
    """All conversations of a channel, by the hash of their token or peer: a leak of this table opens none of them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._by_hash: OrderedDict[str, Session] = OrderedDict()
        self._begun = PerAddress(NEW_PER_MINUTE, clock)
        self._resumed = PerAddress(RESUMED_PER_MINUTE, clock)
        self._salt = secrets.token_hex(16)

    def create(self, address: str | None = None) -> tuple[str, Session]:
        """A new conversation and its token; without an address nothing is counted.

        Raises:
            TooMany: too many conversations were begun from this address in the last minute.
        """
        self.forget_old()
        if address is not None:
            self._begun.count(address)
        token = secrets.token_urlsafe(32)
        return token, self._added(_hash(token))

    def of(self, peer: str) -> tuple[Session, bool]:
        """The conversation of somebody whom a messenger vouches for, and whether it begins now."""
        self.forget_old()
        # No table of who writes to us: the salt is lost with the process.
        key = _hash(f"{self._salt} {peer}")
        known = self._by_hash.get(key)
        return (known, False) if known else (self._added(key), True)

    def get(self, token: str) -> Session | None:
        """The conversation of a token; None if it never existed or was forgotten."""
        self.forget_old()
        return self._by_hash.get(_hash(token))

    def count_message(self, session: Session) -> None:
        """Count a message against the limit.

        Raises:
            TooMany: too many messages in the last minute.
        """
        count_within(session.recent, MESSAGES_PER_MINUTE, self._clock())
        # Only messages count, as for what Rasa keeps: a page that looks now and then keeps nothing alive.
        session.last_seen = self._clock()
        if session.key in self._by_hash:
            self._by_hash.move_to_end(session.key)

    def count_resumed(self, address: str | None) -> None:
        """Count a conversation that is taken up again from what was said: many turns at once; not without an address.

        Raises:
            TooMany: too many from this address in the last minute.
        """
        if address is not None:
            self._resumed.count(address)

    def forget(self, session: Session) -> None:
        """Forget this conversation now."""
        self._by_hash.pop(session.key, None)

    def _added(self, key: str) -> Session:
        session = Session(sender_id=f"visitor-{key[:32]}", key=key, last_seen=self._clock())
        self._by_hash[key] = session
        while len(self._by_hash) > MOST_SESSIONS:
            self._by_hash.popitem(last=False)
        return session

    def forget_old(self) -> None:
        """Forget conversations that have been silent for too long (the oldest come first)."""
        limit = self._clock() - FORGET_AFTER_SECONDS
        while self._by_hash and next(iter(self._by_hash.values())).last_seen < limit:
            self._by_hash.popitem(last=False)


def _hash(token: str) -> str:
    # What a header brings may be no text at all.
    return hashlib.sha256(token.encode(errors="surrogateescape")).hexdigest()
