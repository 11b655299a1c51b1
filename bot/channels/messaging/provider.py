"""Calls to a messenger's interface: tried again for a while, then given up in one of two ways; never logged."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import httpx

logger = logging.getLogger(__name__)

WITHIN = 10.0  # seconds for one call, tries and pauses together: the messenger waits for our answer meanwhile
PAUSES = (0.5, 1.0, 2.0, 4.0)  # seconds
LONGEST_TRY, SHORTEST_TRY, LONGEST_SIGN = 5.0, 0.5, 2.0  # seconds
TIMEOUT_STATUS, TOO_MANY_STATUS, FAILURE_STATUS = 408, 429, 500
# Our token is not good any more: whoever runs the service will change it, and nobody's answer is lost meanwhile.
TOKEN_STATUS = 401


class Away(Exception):
    """The messenger cannot take it now; `after`: seconds to wait, when it says so."""

    def __init__(self, after: float | None = None) -> None:
        super().__init__()
        self.after = after


class Refused(Exception):
    """The messenger will not take it, whenever it is sent; `status` is the HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


Trouble = Callable[[httpx.Response], "Away | Refused | None"]


def usual_trouble(response: httpx.Response) -> Away | Refused | None:
    """What an answer means by its status alone; None: the call was taken."""
    if response.is_success:
        return None
    if response.status_code == TOKEN_STATUS:
        logger.error("the messenger does not take our token any more")
    if (
        response.status_code in {TOKEN_STATUS, TIMEOUT_STATUS, TOO_MANY_STATUS}
        or response.status_code >= FAILURE_STATUS
    ):
        return Away(seconds(response.headers.get("retry-after")))
    return Refused(response.status_code)


def seconds(value: Any) -> float | None:
    """A waiting time that a messenger asks for; None when it is none."""
    with suppress(TypeError, ValueError, OverflowError):
        if 0 < float(value) < float("inf"):
            return float(value)
    return None


def body_of(response: httpx.Response) -> Mapping[str, Any]:
    """The JSON object of an answer; empty when it is none."""
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


class Provider:
    """A messenger's interface at `address`; `trouble` reads what its answers mean."""

    def __init__(
        self,
        address: str,
        headers: Mapping[str, str] | None = None,
        trouble: Trouble = usual_trouble,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._address, self._headers = address, dict(headers or {})
        self._trouble, self._pauses = trouble, tuple(pauses)
        self._client: httpx.AsyncClient | None = None
        # They write each address at every call, and an address may hold a token.
        for library in ("httpx", "httpcore"):
            logging.getLogger(library).setLevel(logging.WARNING)

    async def call(self, path: str, **request: Any) -> None:
        """Make one call, as often as it takes within some seconds; `request` as for httpx.

        Raises:
            Away: it was not taken, and may be later.
            Refused: it will never be.
        """
        end = time.monotonic() + WITHIN
        for pause in (*self._pauses, None):
            try:
                return await self._once(path, max(SHORTEST_TRY, min(LONGEST_TRY, end - time.monotonic())), request)
            except Away as away:
                wait = max(pause or 0.0, away.after or 0.0)
                if pause is None or time.monotonic() + wait >= end:
                    raise
                await asyncio.sleep(wait)

    async def sign(self, path: str, **request: Any) -> None:
        """Make a call that nobody misses if it fails, such as "is writing…"."""
        with suppress(Away, Refused):
            await self._once(path, LONGEST_SIGN, request)

    async def close(self) -> None:
        """Close the connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _once(self, path: str, timeout: float, request: dict[str, Any]) -> None:
        if self._client is None:
            self._client = httpx.AsyncClient(headers=self._headers)
        try:
            response = await self._client.post(f"{self._address}/{path}", timeout=timeout, **request)
        except httpx.RequestError:
            # Without its cause, which holds the address.
            raise Away from None
        if trouble := self._trouble(response):
            raise trouble
