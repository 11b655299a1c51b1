"""Somebody whose messages are encrypted from their device to the assistant's."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from nio import AsyncClient, AsyncClientConfig, MegolmEvent, RoomMessage
from nio.events.room_events import Event as NioEvent

from tests.matrix.person import PATIENCE, Event, parts_to, whole
from tests.matrix.synapse import Synapse

ENCRYPTED = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}

Found = TypeVar("Found")
_numbers = itertools.count(1)


class EncryptedPerson:
    """An account with a device that has keys; `folder` is where they are kept."""

    def __init__(self, homeserver: Synapse, folder: Path) -> None:
        account = homeserver.account(f"chiffree{next(_numbers)}")
        self.user_id, self.texts, self.events = account.user_id, list[str](), list[Event]()
        self.unreadable = list[str]()
        self._loop = asyncio.new_event_loop()
        self._client = self._wait_for(self._opened(homeserver.address, folder))
        self._client.restore_login(account.user_id, account.device_id, account.token)
        self._client.add_event_callback(self._see, (RoomMessage, MegolmEvent))

    def direct(self, other: str) -> str:
        """The id of a new encrypted conversation for two, once the other has come into it."""
        self._look()
        state = {"is_direct": True, "initial_state": [ENCRYPTED], "invite": [other]}
        room_id = str(self._wait_for(self._client.room_create(**state)).room_id)
        self.until(lambda: self._joined(room_id, other), f"{other} joins")
        return room_id

    def say(self, room_id: str, text: str) -> list[Event]:
        """Write a message and wait for its whole answer."""
        return self.answer(self.write(room_id, text))

    def write(self, room_id: str, text: str) -> str:
        """Write a message, which only the devices in the room can read; gives its event id."""
        self.texts.append(text)
        content = {"msgtype": "m.text", "body": text}
        sent = self._client.room_send(room_id, "m.room.message", content, ignore_unverified_devices=True)
        return str(self._wait_for(sent).event_id)

    def answer(self, event_id: str) -> list[Event]:
        """The parts of the answer to a message, decrypted, once they are all there."""
        return self.until(lambda: whole(parts_to(event_id, self.events)), f"the answer to {event_id}")

    def until(self, condition: Callable[[], Found], what: str) -> Found:
        """What the condition gives, as soon as it holds.

        Raises:
            AssertionError: it did not hold in time.
        """
        deadline = time.monotonic() + PATIENCE
        while not (found := condition()):
            assert time.monotonic() < deadline, f"not seen in {PATIENCE} s: {what}"
            self._look()
        return found

    def forget_keys_of(self, room_id: str) -> None:
        """Share new keys from the next message on, as after a long time."""
        self._client.invalidate_outbound_session(room_id)

    def close(self) -> None:
        """Go away."""
        self._wait_for(self._client.close())
        self._loop.close()

    @staticmethod
    async def _opened(address: str, folder: Path) -> AsyncClient:
        return AsyncClient(address, store_path=str(folder), config=AsyncClientConfig(encryption_enabled=True))

    def _joined(self, room_id: str, user_id: str) -> bool:
        room = self._client.rooms.get(room_id)
        return bool(room and room.encrypted and user_id in room.users and user_id not in room.invited_users)

    def _look(self) -> None:
        self._wait_for(self._client.sync(timeout=500))
        if self._client.should_upload_keys:
            self._wait_for(self._client.keys_upload())
        if self._client.should_query_keys:
            self._wait_for(self._client.keys_query())
        self._wait_for(self._client.send_to_device_messages())

    def _see(self, _room: Any, event: NioEvent) -> None:
        if isinstance(event, MegolmEvent):
            self.unreadable.append(event.event_id)
        else:
            assert event.decrypted or event.sender == self.user_id, "a message in the clear"
            self.events.append(event.source)

    def _wait_for(self, coroutine: Coroutine[Any, Any, Found]) -> Found:
        return self._loop.run_until_complete(coroutine)
