"""Another site than the assistant's: pages written by a test, served as they are, with the headers that it chooses."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType

# Names of this machine for a browser: of one site with the assistant (localhost), or of others.
NEAR, FAR, STRANGE = "localhost", "127.0.0.1", "inconnu.localhost"
ORDINARY = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Un site ordinaire</title>
{head}
</head>
<body>
{body}
</body>
</html>
"""
ELEMENT = "<assistant-invalidite></assistant-invalidite>"


class Site:
    """Pages on a port of their own; the assistant allows two of the names that lead there."""

    def __init__(self) -> None:
        pages: dict[str, tuple[bytes, dict[str, str]]] = {"/favicon.ico": (b"", {})}

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                found = pages.get(self.path)
                content, headers = found or (b"", {})
                self.send_response(200 if found else 404)
                for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._pages = pages
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._port = self._server.server_port

    @property
    def origins(self) -> str:
        """The origins that the assistant allows, as its setting writes them."""
        return " ".join(f"http://{name}:{self._port}" for name in (NEAR, FAR))

    def put(self, page: str, *, name: str = NEAR, path: str = "/", **headers: str) -> str:
        """Serve a page there (`content_security_policy="…"` is a header); gives its address."""
        self._pages[path] = (page.encode(), {key.replace("_", "-"): value for key, value in headers.items()})
        return f"http://{name}:{self._port}{path}"

    def __enter__(self) -> Site:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


def script(assistant: str, **attributes: str) -> str:
    """The line that a site puts in its page."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<script type="module" src="{assistant}widget.js"{more}></script>'


def page_of(head: str, body: str = ELEMENT) -> str:
    """An ordinary page with this in it."""
    return ORDINARY.format(head=head, body=body)
