"""A drawing put into a page: shapes and words only, with ids of its own."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markupsafe import Markup

_SHAPES = frozenset({"svg", "g", "title", "desc", "text", "line", "polyline", "polygon", "circle", "rect", "path"})
_PLACES = {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "d", "points", "width", "height", "viewbox"}
_LOOKS = {"fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin"}
_LETTERS = {"font-family", "font-size", "font-weight", "text-anchor", "paint-order"}
_NAMES = {"xmlns", "role", "lang", "id", "aria-labelledby", "aria-describedby"}
_ATTRIBUTES = frozenset(_PLACES | _LOOKS | _LETTERS | _NAMES)
_IDENTIFIER = re.compile(r'\b(id|aria-labelledby|aria-describedby)="([^"]+)"')


class _Reader(HTMLParser):
    """Whether the text is one SVG element made of nothing but shapes, opened and closed in order."""

    def __init__(self, svg: str) -> None:
        super().__init__()
        self.safe = svg.startswith("<svg ") and svg.endswith("</svg>") and "<!" not in svg and "<?" not in svg
        self._open: list[str] = []
        self._seen = 0
        self.feed(svg)
        self.close()
        self.safe = self.safe and not self._open

    def _check(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        outside = not self._open and (name != "svg" or self._seen > 0)
        self._seen += 1
        known = name in _SHAPES and all(key in _ATTRIBUTES and "url(" not in (value or "") for key, value in attrs)
        # A browser reads what is inside a title as HTML: nothing but words may be there.
        in_words = bool(self._open) and self._open[-1] in {"title", "desc", "text"}
        self.safe = self.safe and known and not outside and not in_words

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._check(tag, attrs)
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._check(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.safe = False


def drawn(svg: str, number: int) -> Markup:
    """The drawing, whose ids end with the number of its message (the same may be shown twice); nothing if not safe."""
    if not _Reader(svg).safe:
        return Markup("")
    return Markup(_IDENTIFIER.sub(rf'\1="\2-{number}"', svg))  # noqa: S704 - nothing but shapes, checked above
