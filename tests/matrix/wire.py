"""What stands between two programs: it can break at exact moments, or answer in the place of the one behind."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

NOT_PASSED_ON = {"connection", "transfer-encoding", "content-encoding", "content-length", "host", "accept-encoding"}


class Cut(Exception):
    """The connection breaks."""


class Late(Cut):
    """The connection breaks, and the request is still on its way: `Wire.arrive` lets it come."""


@dataclass(frozen=True)
class Instead:
    """An answer in the place of the real one."""

    status: int
    body: dict[str, Any]


PATIENCE = 60  # seconds

Act = Callable[[], Instead | None]


class Trap:
    """Where a wire acts: at the requests "METHOD /path" that match, once `skip` of them have passed, `times` times."""

    def __init__(self, pattern: str, act: Act, *, after: bool, skip: int, times: int) -> None:
        self._pattern, self._act, self._after = re.compile(pattern), act, after
        self._skip, self._times, self._met = skip, times, 0
        self._changed = threading.Condition()

    def meet(self, line: str, *, after: bool) -> Instead | None:
        """Act, if this is a request to act at; what it gives goes back in the place of the real answer.

        Raises:
            Cut: the connection must break.
        """
        if after is not self._after or not self._pattern.search(line):
            return None
        with self._changed:
            if self._skip or self._met == self._times:
                self._skip = max(self._skip - 1, 0)
                return None
            self._met += 1
            self._changed.notify_all()
        return self._act()

    def until_met(self, times: int = 1) -> None:
        """Wait until it has acted so often.

        Raises:
            AssertionError: it did not, in time.
        """
        with self._changed:
            assert self._changed.wait_for(lambda: self._met >= times, PATIENCE), self._pattern.pattern


class Wire:
    """A proxy before a server; requests pass until one meets a trap."""

    def __init__(self, target: str) -> None:
        self._target, self._traps = target.rstrip("/"), list[Trap]()
        self._on_their_way: list[Callable[[], object]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.address = f"http://localhost:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def before(self, pattern: str, act: Act, *, skip: int = 0, times: int = 1) -> Trap:
        """Act before the server behind has heard of a request."""
        return self._set(Trap(pattern, act, after=False, skip=skip, times=times))

    def after(self, pattern: str, act: Act, *, skip: int = 0, times: int = 1) -> Trap:
        """Act when the server behind has done what a request wants, before its answer goes back."""
        return self._set(Trap(pattern, act, after=True, skip=skip, times=times))

    def arrive(self) -> None:
        """The requests that were late come to the server behind; nobody hears the answers."""
        while self._on_their_way:
            self._on_their_way.pop()()

    def clear(self) -> None:
        """Take all traps away."""
        self._traps.clear()

    def close(self) -> None:
        """Stop it."""
        self._server.shutdown()
        self._server.server_close()

    def _set(self, trap: Trap) -> Trap:
        self._traps.append(trap)
        return trap

    def _meet(self, line: str, *, after: bool) -> Instead | None:
        met = [trap.meet(line, after=after) for trap in list(self._traps)]
        return next((instead for instead in met if instead), None)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        wire = self

        class Handler(BaseHTTPRequestHandler):
            def _pass(self) -> None:
                line = f"{self.command} {self.path}"
                length = int(self.headers.get("content-length") or 0)
                body = self.rfile.read(length)
                try:
                    instead = wire._meet(line, after=False)
                    answer = None if instead else wire._fetch(self, body)
                    instead = instead or wire._meet(line, after=True)
                    if instead is None and answer is not None:
                        self._answer(answer.status_code, dict(answer.headers), answer.content)
                    elif instead is not None:
                        self._answer(
                            instead.status, {"content-type": "application/json"}, json.dumps(instead.body).encode()
                        )
                except Late:
                    wire._on_their_way.append(lambda: wire._fetch(self, body))
                    self.close_connection = True
                except (Cut, OSError, httpx.TransportError):
                    self.close_connection = True

            do_GET = do_POST = do_PUT = do_DELETE = do_OPTIONS = _pass  # noqa: N815 (the library's names)

            def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    if name.lower() not in NOT_PASSED_ON:
                        self.send_header(name, value)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_arguments: object) -> None:
                pass

        return Handler

    def _fetch(self, handler: BaseHTTPRequestHandler, body: bytes) -> httpx.Response:
        headers = {name: value for name, value in handler.headers.items() if name.lower() not in NOT_PASSED_ON}
        return httpx.request(handler.command, self._target + handler.path, headers=headers, content=body, timeout=120)


def cut() -> Instead | None:
    """Break the connection."""
    raise Cut


def late() -> Instead | None:
    """Break the connection before the request has come to the server behind."""
    raise Late
