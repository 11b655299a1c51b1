"""The website widget's files, for any site: without their comments, compressed, each known by its digest.

GET widget.js          the button; it names the digest of the rest
GET widget/panel.js    the rest, all modules in one; asked for by its version, it may be kept for a year
GET demo, demo.css     an ordinary site around it
"""

from __future__ import annotations

import gzip
import re
from base64 import b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.channels.website.joined import joined, without_comments
from bot.settings import ROOT

FOLDER = ROOT / "widget"
BUTTON, REST = "widget.js", "widget/panel.js"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}
DEMO = {"demo": "demo.html", "demo.css": "demo.css"}
# What the button holds when it stands on the disk, and what is written there instead when it is served.
_PLACE = 'const REST = "./widget/panel.js";'
_DIGEST = 'const DIGEST = "";'
_FOR_ALL = {
    "Access-Control-Allow-Origin": "*",  # modules are only loaded from another site with this
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept-Encoding",
}
# Asked for again each time, and seldom sent again: a button of yesterday refuses the rest of today.
_CHECKED = "public, no-cache"
_FOR_LONG = "public, max-age=31536000, immutable"
_NEVER = "no-store"
_OF_DEMO = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True)
class Asset:
    """A file as it is sent."""

    content: bytes
    compressed: bytes
    kind: str
    integrity: str

    @property
    def tag(self) -> str:
        """Its ETag."""
        return f'"{self.integrity[-32:]}"'


@dataclass(frozen=True)
class Widget:
    """The button and the rest, of one version."""

    button: Asset
    rest: Asset
    version: str

    @property
    def weight(self) -> int:
        """Bytes that a visitor receives in all."""
        return len(self.button.compressed) + len(self.rest.compressed)


def widget() -> Widget:
    """The widget as its files are now.

    Raises:
        ValueError: they cannot be joined, or the button has no place for the digest.
    """
    paths = (FOLDER / BUTTON, *sorted((FOLDER / "widget").glob("*.js")))
    return _widget(tuple(path.stat().st_mtime_ns for path in paths))


def add_assets(routes: Blueprint) -> None:
    """Add the routes of the widget and of the site that shows it."""

    @routes.get(f"/{BUTTON}", name="widget_button")
    async def _button(request: Request) -> HTTPResponse:
        return _sent(request, widget().button, {**_FOR_ALL, "Cache-Control": _CHECKED})

    @routes.get(f"/{REST}", name="widget_rest")
    async def _rest(request: Request) -> HTTPResponse:
        now = widget()
        # A button of another version asks for what is not there any more: it will see so by the digest.
        cached = _FOR_LONG if request.query_string.startswith(now.version) else _NEVER
        return _sent(request, now.rest, {**_FOR_ALL, "Cache-Control": cached})

    for path, name in DEMO.items():
        routes.add_route(_of_demo(FOLDER / name), f"/{path}", name=path.replace(".", "_"))


def _of_demo(path: Path) -> Callable[[Request], Awaitable[HTTPResponse]]:
    async def serve(request: Request) -> HTTPResponse:
        asset = _plain(path, path.stat().st_mtime_ns)
        return _sent(request, asset, {**_FOR_ALL, **_OF_DEMO, "Cache-Control": _CHECKED})

    return serve


def _sent(request: Request, asset: Asset, headers: dict[str, str]) -> HTTPResponse:
    told = {**headers, "ETag": asset.tag}
    if request.headers.get("if-none-match", "").removeprefix("W/") == asset.tag:
        return HTTPResponse(status=304, headers=told)
    if re.search(r"\bgzip\b", request.headers.get("accept-encoding", "")):
        return raw(asset.compressed, headers={**told, "Content-Encoding": "gzip"}, content_type=asset.kind)
    return raw(asset.content, headers=told, content_type=asset.kind)


@lru_cache(maxsize=2)
def _widget(changed: tuple[int, ...]) -> Widget:
    del changed  # only a key of the cache
    rest = _asset(joined(FOLDER / REST), ".js")
    version = sha256(rest.content).hexdigest()[:12]
    code = (FOLDER / BUTTON).read_text("utf-8")
    if _PLACE not in code or _DIGEST not in code:
        raise ValueError(f"{BUTTON}: no place for the digest")
    code = code.replace(_PLACE, f'const REST = "./{REST}?{version}";')
    code = code.replace(_DIGEST, f'const DIGEST = "{rest.integrity}";')
    return Widget(_asset(without_comments(code), ".js"), rest, version)


@lru_cache(maxsize=8)
def _plain(path: Path, changed: int) -> Asset:
    del changed  # only a key of the cache
    return _asset(path.read_text("utf-8"), path.suffix)


def _asset(text: str, suffix: str) -> Asset:
    content = text.encode()
    digest = b64encode(sha256(content).digest()).decode()
    return Asset(content, gzip.compress(content, 9, mtime=0), TYPES[suffix], f"sha256-{digest}")
