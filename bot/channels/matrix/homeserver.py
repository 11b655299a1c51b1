"""What the gateway asks of its homeserver; every method may raise HomeserverAway, Refused and SignedOut."""

from __future__ import annotations

import asyncio
import io
import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from nio import Api, MegolmEvent, RoomGetEventResponse, SyncResponse  # type: ignore[import-untyped]
from nio.exceptions import LocalProtocolError  # type: ignore[import-untyped]

from bot.channels.matrix.addressing import Me
from bot.channels.matrix.client import Client, asked
from bot.channels.matrix.entries import MESSAGE, TYPES, Event
from bot.channels.matrix.errors import HomeserverAway, Refused
from bot.channels.matrix.marks import ERASING
from bot.channels.matrix.parts import File, file_content
from bot.channels.matrix.powers import CREATE, all_powerful

LONG_POLL = 30_000  # milliseconds
# The first sync tells of every room, at once. A homeserver may keep its answer for a while, and give it again to a
# gateway that asks the same after a restart: so no two ask quite the same.
FIRST_POLL = 120_000
PAGE = 50  # events
TYPING = 30_000  # milliseconds, unless it is said again
_NOTHING: dict[str, list[str]] = {"types": []}
_SYNC = {
    "presence": _NOTHING,
    "account_data": _NOTHING,
    "room": {"ephemeral": _NOTHING, "account_data": {"types": [ERASING]}, "timeline": {"limit": 5}},
}


class Homeserver:
    """The homeserver, as the account of `client`, which is signed in."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._keys = asyncio.Lock()
        self._creators: dict[str, frozenset[str]] = {}
        self._known_to = ""
        self._is_first = True

    def me(self, room_id: str) -> Me:
        """The account, under the name it has in that room."""
        room = self._client.rooms.get(room_id)
        own = room.users.get(self._client.user_id) if room else None
        return Me(self._client.user_id, (own.display_name if own else "") or "")

    def members(self, room_id: str) -> frozenset[str]:
        """Who has joined the room, ourselves included; nobody when it is not known."""
        room = self._client.rooms.get(room_id)
        return frozenset(room.users) - frozenset(room.invited_users) if room else frozenset()

    def invited(self, room_id: str) -> frozenset[str]:
        """Who is invited to the room and has not joined."""
        room = self._client.rooms.get(room_id)
        return frozenset(room.invited_users) if room else frozenset()

    def may_redact(self, room_id: str) -> bool:
        """Whether we may delete what others wrote in the room."""
        room, own = self._client.rooms.get(room_id), self._client.user_id
        return own in self._creators.get(room_id, ()) or bool(room and room.power_levels.can_user_redact(own))

    async def sync(self) -> SyncResponse:
        """Wait for news, then do what the encryption needs; what of that fails is done after the next news."""
        self._is_first = not self._client.next_batch
        patience = FIRST_POLL + secrets.randbelow(FIRST_POLL) if self._is_first else LONG_POLL
        response = await asked(self._client.sync(patience, _SYNC))
        for room_id, room in response.rooms.join.items():
            for event in (*room.state, *room.timeline.events):
                if event.source.get("type") == CREATE:
                    self._creators[room_id] = all_powerful(event.source)
        with suppress(HomeserverAway, Refused):
            await self._tend_keys()
        return response

    def start_over(self) -> bool:
        """Let the next sync be a first one, which tells of everything; not when the last one was, which it gives."""
        if not self._is_first:
            self._known_to = self._client.next_batch or self._known_to
            self._client.next_batch = ""
        return not self._is_first

    async def page(self, room_id: str, start: str = "") -> tuple[list[Event], str]:
        """Events of the room, newest first, before `start`, or those that the last sync knew of; and where to go on.

        The second is empty when there is nothing older.
        """
        wanted = {"types": list(TYPES), "lazy_load_members": True}
        start = start or self._client.next_batch or self._known_to
        page = await asked(self._client.room_messages(room_id, start, limit=PAGE, message_filter=wanted))
        return [event.source for event in page.chunk], page.end or ""

    async def event(self, room_id: str, event_id: str) -> Event:
        """One event of the room."""
        found: RoomGetEventResponse = await asked(self._client.room_get_event(room_id, event_id))
        source: Event = found.event.source
        return source

    async def ask_for_key(self, room_id: str, event_id: str) -> None:
        """Ask for the key of an event that cannot be read."""
        found = await asked(self._client.room_get_event(room_id, event_id))
        if isinstance(found.event, MegolmEvent):
            with suppress(LocalProtocolError):  # asked for already
                await asked(self._client.request_room_key(found.event))

    async def send(self, room_id: str, content: Mapping[str, Any], transaction: str) -> None:
        """Send a message; again under the same name, it is there once. Encrypted where the room is."""
        room = self._client.rooms.get(room_id)
        if room is None:
            raise Refused("M_FORBIDDEN")
        if room.encrypted and self._client.should_query_keys:
            await self._tend_keys()
        await asked(
            self._client.room_send(room_id, MESSAGE, dict(content), transaction, ignore_unverified_devices=True)
        )

    async def upload(self, room_id: str, file: File) -> dict[str, Any]:
        """Upload a file, encrypted where the room is; the content of the event that gives it."""
        room = self._client.rooms.get(room_id)
        encrypted = bool(room and room.encrypted)
        size = len(file.content)
        kind = file.media_type
        response, keys = await self._client.upload(
            lambda *_: io.BytesIO(file.content), kind, None if encrypted else file.name, encrypted, filesize=size
        )
        uploaded = await asked(_done(response))
        return file_content(file, uploaded.content_uri, keys)

    async def redact(self, room_id: str, event_id: str, transaction: str) -> None:
        """Delete what an event says."""
        await asked(self._client.room_redact(room_id, event_id, tx_id=transaction))

    async def read(self, room_id: str, event_id: str) -> None:
        """Let people see that it is read."""
        await asked(self._client.update_receipt_marker(room_id, event_id))

    async def typing(self, room_id: str, now: bool) -> None:
        """Let people see that an answer comes, or not any more."""
        await asked(self._client.room_typing(room_id, now, TYPING))

    async def join(self, room_id: str) -> None:
        """Accept an invitation."""
        await asked(self._client.join(room_id))

    async def leave(self, room_id: str) -> None:
        """Leave a room, or refuse an invitation, and forget the room."""
        await asked(self._client.room_leave(room_id))
        with suppress(Refused):
            await asked(self._client.room_forget(room_id))

    async def keep_erasing(self, room_id: str, erasures: Mapping[str, str]) -> None:
        """Remember, in the room's account data, what is still to be deleted: before which event, written by whom."""
        path = ["user", self._client.user_id, "rooms", room_id, "account_data", ERASING]
        address = Api._build_path(path, {"access_token": self._client.access_token})
        await asked(self._client.send("PUT", address, json.dumps({"until": dict(erasures)})))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _tend_keys(self) -> None:
        client = self._client
        async with self._keys:
            if client.should_upload_keys:
                await asked(client.keys_upload())
            if client.should_query_keys:
                await asked(client.keys_query())
            if client.should_claim_keys:
                await asked(client.keys_claim(client.get_users_for_key_claiming()))
            for answer in await client.send_to_device_messages():
                await asked(_done(answer))


async def _done(response: Any) -> Any:
    return response
