"""matrix-nio's client as the gateway needs it: quiet, without retries of its own, never half sharing a key."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from pathlib import Path
from typing import Any, TypeVar

from aiohttp import ClientError
from nio import AsyncClient, AsyncClientConfig, ErrorResponse  # type: ignore[import-untyped]
from nio.store import SqliteStore  # type: ignore[import-untyped]

from bot.channels.matrix.errors import HomeserverAway, Refused, SignedOut
from bot.channels.matrix.marks import ANSWERS, WAITS

KEYS = "keys.db"
REQUEST_SECONDS = 30
_UNKNOWN_TOKEN = "M_UNKNOWN_TOKEN"  # noqa: S105 - a code
Response = TypeVar("Response")


def quiet() -> None:
    """nio quotes what it cannot read, names of people and devices: nothing of it is logged."""
    for name in ("nio", "peewee"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class Client(AsyncClient):  # type: ignore[misc]
    """A client of one account on one homeserver; its keys stand in `folder`."""

    def __init__(self, homeserver: str, user: str, folder: Path) -> None:
        config = AsyncClientConfig(
            store=SqliteStore,
            store_name=KEYS,
            max_limit_exceeded=0,
            max_timeouts=0,
            request_timeout=REQUEST_SECONDS,
        )
        super().__init__(homeserver, user, store_path=str(folder), config=config)

    async def send(
        self,
        method: str,
        path: str,
        data: Any = None,
        headers: dict[str, str] | None = None,
        trace_context: Any = None,
        timeout: float | None = None,
    ) -> Any:
        """Send a request with the token in a header: addresses are written to the logs of servers."""
        address, _, query = path.partition("?")
        given = [pair for pair in query.split("&") if pair and not pair.startswith("access_token=")]
        if self.access_token:
            headers = {**(headers or {}), "Authorization": f"Bearer {self.access_token}"}
        path = f"{address}?{'&'.join(given)}" if given else address
        return await super().send(method, path, data, headers, trace_context, timeout)

    def encrypt(self, room_id: str, message_type: str, content: dict[Any, Any]) -> tuple[str, dict[str, Any]]:
        """The content encrypted, but for our mark: it must still be there to read when the keys are lost."""
        kind, sealed = super().encrypt(room_id, message_type, content)
        return kind, sealed | {name: content[name] for name in (ANSWERS, WAITS) if name in content}

    async def share_group_session(self, room_id: str, ignore_unverified_devices: bool = False) -> Any:
        """Give the key of the room's messages to every device there that can take it.

        Raises:
            HomeserverAway: one may not have got it; the next attempt makes a new key.
        """
        try:
            response = await super().share_group_session(room_id, ignore_unverified_devices)
        except BaseException:
            if waited := self.sharing_session.pop(room_id, None):
                waited.set()
            raise
        if self._lacks_key(room_id, response.users_shared_with):
            self.invalidate_outbound_session(room_id)
            raise HomeserverAway
        return response

    def _lacks_key(self, room_id: str, shared_with: set[tuple[str, str]]) -> bool:
        session = self.olm.outbound_group_sessions[room_id]
        reached = shared_with | session.users_shared_with | session.users_ignored
        return any(
            (user, device.id) not in reached and self.olm.session_store.get(device.curve25519)
            for user in self.rooms[room_id].users
            for device in self.device_store.active_user_devices(user)
            if device.id != self.device_id
        )


async def asked(call: Awaitable[Response]) -> Response:
    """What the homeserver answers.

    Raises:
        HomeserverAway: it does not, or asks to wait.
        SignedOut: it does not know our token.
        Refused: it says no.
    """
    try:
        response = await call
    except (ClientError, OSError, asyncio.TimeoutError) as error:
        raise HomeserverAway from error
    transport = getattr(response, "transport_response", None)
    status = getattr(transport or response, "status", 200)
    if not isinstance(response, ErrorResponse) and status < 400:
        return response
    code, wait = getattr(response, "status_code", None), getattr(response, "retry_after_ms", None)
    if code == _UNKNOWN_TOKEN:
        raise SignedOut(bool(getattr(response, "soft_logout", False)))
    if status >= 500 or status == 429 or code == "M_LIMIT_EXCEEDED" or status < 400:
        raise HomeserverAway(wait / 1000 if wait else None)
    raise Refused(str(code or status))
