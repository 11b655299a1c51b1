"""A stand-in of a messenger: a real server on this machine, which checks each call as the messenger documents it."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HANG_UP = 0  # instead of a status: the connection is closed without an answer


@dataclass
class Call:
    """One call: its address, its headers, and what its body holds."""

    path: str
    headers: Mapping[str, str]
    fields: dict[str, Any]
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)


@dataclass
class Failure:
    """What the next call gets instead of an answer; `taken`: the call is done all the same."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    taken: bool = False
    about: str = ""  # part of the address, or of the body


class StandIn:
    """The messenger; `taken` are the calls that it took, `refused` those that are not as it documents them."""

    def __init__(self) -> None:
        self.taken: list[Call] = []
        self.tried: list[Call] = []
        self.refused: list[str] = []
        self.failures: deque[Failure] = deque()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("localhost", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://localhost:{self._server.server_address[1]}"

    def close(self) -> None:
        """Stop it."""
        self._server.shutdown()
        self._server.server_close()

    def reset(self) -> None:
        """Forget all calls and failures."""
        self.taken.clear()
        self.tried.clear()
        self.refused.clear()
        self.failures.clear()

    def take(self, call: Call) -> tuple[int, Any]:
        """Status and body of the answer to a call.

        Raises:
            ValueError: the messenger would not accept it.
        """
        raise NotImplementedError

    def unaccepted(self, problem: str) -> tuple[int, Any]:
        """Status and body of the answer to a call that cannot be accepted."""
        raise NotImplementedError

    def _failure(self, call: Call) -> Failure | None:
        whole = call.path + json.dumps(call.fields, ensure_ascii=False)
        if self.failures and self.failures[0].about in whole:
            return self.failures.popleft()
        return None

    def answer(self, call: Call) -> tuple[int, Any, dict[str, str]]:
        """The answer to a call, as told to fail or not."""
        with self._lock:
            self.tried.append(call)
            failure = self._failure(call)
            if failure and not failure.taken:
                return failure.status, failure.body, failure.headers
            try:
                status, body = self.take(call)
            except ValueError as problem:
                self.refused.append(str(problem))
                return (*self.unaccepted(str(problem)), {})
            if 200 <= status < 300:
                self.taken.append(call)
            return (failure.status, failure.body, failure.headers) if failure else (status, body, {})

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                fields, files = _read(self.headers.get("content-type", ""), body)
                headers = {name.lower(): value for name, value in self.headers.items()}
                status, answer, more = stand_in.answer(Call(self.path, headers, fields, files))
                if status == HANG_UP:
                    self.close_connection = True
                    return
                content = json.dumps(answer).encode()
                self.send_response(status)
                for name, value in {"content-type": "application/json", **more}.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                """Nothing."""

        return Handler


def _read(kind: str, body: bytes) -> tuple[dict[str, Any], dict[str, tuple[str, bytes]]]:
    if kind.startswith("application/json"):
        return json.loads(body), {}
    fields: dict[str, Any] = {}
    files: dict[str, tuple[str, bytes]] = {}
    for part in message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body).get_payload():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if filename := part.get_filename():
            files[name] = (filename, content)
        else:
            fields[name] = content.decode()
    return fields, files


def demand(holds: Any, problem: str) -> None:
    """Raise the problem unless it holds.

    Raises:
        ValueError: it does not.
    """
    if not holds:
        raise ValueError(problem)
