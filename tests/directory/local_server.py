"""A server on this machine that answers what a test tells it to: no test touches the network."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bot.directory.official.catalogue import Addresses


@dataclass
class Server:
    """What to answer: path to (status, headers, body). `cut` bytes are announced but not sent."""

    base: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    cut: int = 0
    delay: float = 0.0

    asked: list[str] = field(default_factory=list)

    def file(self, path: str, text: str, **headers: str) -> None:
        self.pages[path] = (200, headers, text.encode())

    def catalogue(self, *resources: dict[str, str], name: str = "jeu") -> None:
        self.pages[f"/api/{name}/"] = (200, {}, json.dumps({"resources": resources}).encode())

    @property
    def addresses(self) -> Addresses:
        return Addresses(f"{self.base}/api/{{}}/", ("jeu", "ancien-jeu"), (f"{self.base}/r/direct",))


@contextmanager
def running() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(self.path)
            status, headers, body = state.pages.get(self.path, (404, {}, b"absent"))
            time.sleep(state.delay)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body) + (state.cut if "csv" in self.path else 0)))
            self.end_headers()
            with suppress(OSError):  # the client may have hung up, that is what some tests are about
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.base = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        http.shutdown()
        http.server_close()
