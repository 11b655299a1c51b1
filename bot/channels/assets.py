"""The website widget's files, for any site: their digest tells whether a browser has them already."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.settings import ROOT

FOLDER = ROOT / "widget"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}
# Weighed together, they are what a visitor downloads.
WIDGET = ("widget.js", "widget/panel.js", "widget/render.js", "widget/services.js", "widget/styles.js")
DEMO = {"demo": "demo.html", "demo.css": "demo.css"}
_FOR_ALL = {
    "Access-Control-Allow-Origin": "*",  # modules are only loaded from another site with this
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "public, max-age=300, stale-while-revalidate=86400",
}
_OF_DEMO = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True)
class _Asset:
    content: bytes
    kind: str
    tag: str


def add_assets(routes: Blueprint) -> None:
    """Add the routes of the widget and of the site that shows it."""
    for name in WIDGET:
        routes.add_route(_serve(FOLDER / name, _FOR_ALL), f"/{name}", name=f"asset_{Path(name).stem}")
    for path, name in DEMO.items():
        routes.add_route(_serve(FOLDER / name, {**_FOR_ALL, **_OF_DEMO}), f"/{path}", name=path.replace(".", "_"))


def _serve(path: Path, headers: dict[str, str]) -> Callable[[Request], Awaitable[HTTPResponse]]:
    async def serve(request: Request) -> HTTPResponse:
        found = _asset(path, path.stat().st_mtime_ns)
        told = {**headers, "ETag": found.tag}
        if request.headers.get("if-none-match") == found.tag:
            return HTTPResponse(status=304, headers=told)
        return raw(found.content, headers=told, content_type=found.kind)

    return serve


@lru_cache(maxsize=32)
def _asset(path: Path, changed: int) -> _Asset:
    del changed  # only a key of the cache
    content = path.read_bytes()
    return _Asset(content, TYPES[path.suffix], f'"{sha256(content).hexdigest()[:32]}"')
