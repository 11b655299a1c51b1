"""Somebody who writes to the assistant, through the homeserver's client-server API, and what they see."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote

import httpx

from tests.matrix.synapse import Synapse

Event = dict[str, Any]
Found = TypeVar("Found")

MARKER = "fr.assistant-invalidite.answers"
PATIENCE = 45  # seconds
WHAT_I_SEE = '{"presence":{"not_types":["*"]},"room":{"timeline":{"limit":500}}}'
DIRECT = {"is_direct": True, "preset": "private_chat"}

_numbers = itertools.count(1)


class Person:
    """An account and its device. What others do is only seen while the person waits for something."""

    def __init__(self, homeserver: Synapse, name: str) -> None:
        account = homeserver.account(f"{name}{next(_numbers)}")
        self.user_id = account.user_id
        self.rooms: dict[str, Room] = {}
        self.texts: list[str] = []
        self._since = ""
        headers = {"Authorization": f"Bearer {account.token}"}
        self._http = httpx.Client(base_url=f"{homeserver.address}/_matrix/client/", headers=headers, timeout=30)

    def ask(self, method: str, path: str, body: object = None, **parameters: str) -> dict[str, Any]:
        """One request to the homeserver; path segments that hold identifiers must be quoted."""
        answer = self._http.request(method, f"v3/{path}", json=body, params=parameters)
        assert answer.is_success, answer.text
        return dict(answer.json())

    def room(self, *invited: str, **settings: Any) -> Room:
        """A new room, these people invited; `settings`: those of `createRoom`."""
        made = self.ask("POST", "createRoom", {"invite": list(invited), **settings})
        return self._known(made["room_id"])

    def direct(self, other: str, **settings: Any) -> Room:
        """A new conversation for two, once the other has come into it."""
        room = self.room(other, **{**DIRECT, **settings})
        self.until(lambda: room.membership(other) == "join", f"{other} joins")
        return room

    def join(self, room: Room) -> Room:
        """Come into a room of somebody else's."""
        self.ask("POST", f"join/{quote(room.id)}", {})
        return self._known(room.id)

    def until(self, condition: Callable[[], Found], what: str = "", seconds: float = PATIENCE) -> Found:
        """What the condition gives, as soon as it holds; looks again whenever something happens.

        Raises:
            AssertionError: it did not hold in time.
        """
        deadline = time.monotonic() + seconds
        while not (found := condition()):
            assert time.monotonic() < deadline, f"not seen in {seconds} s: {what}"
            self._look()
        return found

    def download(self, address: str) -> bytes:
        """What stands behind an mxc: address."""
        path = address.removeprefix("mxc://")
        return self._http.get(f"v1/media/download/{path}").raise_for_status().content

    def close(self) -> None:
        """Go away."""
        self._http.close()

    def _known(self, room_id: str) -> Room:
        return self.rooms.setdefault(room_id, Room(self, room_id))

    def _look(self) -> None:
        wanted = {"timeout": "500", "filter": WHAT_I_SEE} | ({"since": self._since} if self._since else {})
        try:
            news = self.ask("GET", "sync", **wanted)
        except httpx.TransportError:  # the homeserver is away
            time.sleep(0.1)
            return
        self._since = news["next_batch"]
        for room_id, seen in news.get("rooms", {}).get("join", {}).items():
            self._known(room_id).see(seen)


class Room:
    """A room as one of its members sees it."""

    def __init__(self, person: Person, room_id: str) -> None:
        self._person, self.id = person, room_id
        self.path = f"rooms/{quote(room_id)}"
        self.events: list[Event] = []
        self.members: dict[str, str] = {}
        self.typing: set[str] = set()
        self.typed: set[str] = set()
        self.read: dict[str, list[str]] = {}

    def see(self, seen: dict[str, Any]) -> None:
        """What a sync says of it."""
        events = seen["timeline"]["events"]
        self.events += events
        for event in [*seen["state"]["events"], *events]:
            if event["type"] == "m.room.member":
                self.members[event["state_key"]] = event["content"]["membership"]
        for event in seen["ephemeral"]["events"]:
            if event["type"] == "m.typing":
                self.typing = set(event["content"]["user_ids"])
                self.typed |= self.typing
            else:
                for event_id, receipts in event["content"].items():
                    self.read.setdefault(event_id, []).extend(receipts.get("m.read", ()))

    def membership(self, user_id: str) -> str:
        """ "invite", "join", "leave", or nothing."""
        return self.members.get(user_id, "")

    def write(self, text: str, **content: Any) -> str:
        """Write a message; gives its event id."""
        self._person.texts.append(text)
        return self.send({"msgtype": "m.text", "body": text, **content})

    def send(self, content: dict[str, Any], kind: str = "m.room.message") -> str:
        """Send any event; gives its id."""
        sent = self._person.ask("PUT", f"{self.path}/send/{kind}/{next(_numbers)}", content)
        return str(sent["event_id"])

    def say(self, text: str, **content: Any) -> list[Event]:
        """Write a message and wait for its whole answer."""
        return self.answer(self.write(text, **content))

    def answer(self, event_id: str, seconds: float = PATIENCE) -> list[Event]:
        """The parts of the answer to a message, once they are all there."""
        what = f"the answer to {event_id}"
        return self._person.until(lambda: whole(parts_to(event_id, self.events)), what, seconds)

    def until_seen(self, event_id: str) -> None:
        """Wait until the person sees an event."""
        self._person.until(lambda: event_id in [event["event_id"] for event in self.events], f"{event_id} is seen")

    def history(self) -> list[Event]:
        """Everything that the homeserver keeps of the room now, oldest first."""
        events: list[Event] = []
        page: dict[str, Any] = {"end": ""}
        while "end" in page:
            begin = {"from": page["end"]} if page["end"] else {}
            page = self._person.ask("GET", f"{self.path}/messages", dir="b", limit="200", **begin)
            events += page["chunk"]
        return events[::-1]

    def messages(self, sender: str) -> list[Event]:
        """The messages of a member that the homeserver keeps and that can still be read, oldest first."""
        return [e for e in self.history() if e["sender"] == sender and e["content"].get("msgtype")]

    def leave(self) -> None:
        """Go out of it."""
        self._person.ask("POST", f"{self.path}/leave", {})


def marker(event: Event) -> dict[str, Any]:
    """What an event of the assistant says that it answers."""
    mark = event["content"].get(MARKER)
    return mark if isinstance(mark, dict) else {}


def parts_to(event_id: str, events: list[Event]) -> list[Event]:
    """The parts of the answer to a message, in the order they came in."""
    return [event for event in events if marker(event).get("event") == event_id]


def whole(parts: list[Event]) -> list[Event]:
    """The parts, when none is missing; else nothing."""
    numbers = {marker(event)["part"] for event in parts}
    return parts if parts and len(numbers) == marker(parts[0])["of"] else []
