"""Drawing in SVG without a single unescaped character: every text goes through `tag`.

Presentation attributes only, for the policy of the website forbids styles. Colours are those of the page that shows
the drawing (`currentColor`, its variables), so that a dark page has a light drawing.
"""

from __future__ import annotations

import re
from html import escape
from zlib import crc32

WIDTH = 320
FONT = 15  # still twelve pixels once the drawing is inside a message, on the narrowest telephone
LINE = 19  # from one line of words to the next
ACCENT = "var(--accent, #1b4b9b)"
PAPER = "var(--soft, var(--paper, #fff))"
_LETTER, _STRONG_LETTER = 8.1, 8.8  # the width of a mean character; a little more than most fonts need
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Drawn(str):
    """A piece of SVG, already escaped."""

    __slots__ = ()


def tag(name: str, *inside: str, **attributes: str | float) -> Drawn:
    """An element; what is inside is escaped unless it is drawn already; `stroke_width` stands for `stroke-width`."""
    named = "".join(f' {key.replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    content = "".join(part if isinstance(part, Drawn) else _escaped(part) for part in inside)
    return Drawn(f"<{name}{named}>{content}</{name}>" if content else f"<{name}{named}/>")


def words(text: str, x: float, y: float, anchor: str = "start", *, strong: bool = False) -> Drawn:
    """One line of words, with a halo that keeps it readable over lines."""
    weight = {"font_weight": "bold"} if strong else {}
    where = {"text_anchor": anchor} if anchor != "start" else {}
    return tag("text", text, x=x, y=y, stroke=PAPER, stroke_width=4, **where, **weight)


def width_of(text: str, *, strong: bool = False) -> float:
    """About how wide a line of words is; rather more than less."""
    return len(text) * (_STRONG_LETTER if strong else _LETTER)


def drawing(kind: str, title: str, description: str, height: float, *parts: Drawn) -> str:
    """The whole drawing; its ids begin with its kind and differ from one drawing to another."""
    mark = f"{kind}-{crc32((title + description + ''.join(parts)).encode()):08x}"
    return tag(
        "svg",
        tag("title", title, id=f"{mark}-title"),
        tag("desc", description, id=f"{mark}-desc"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {_value(height)}",
        role="img",
        lang="fr",
        aria_labelledby=f"{mark}-title",
        aria_describedby=f"{mark}-desc",
        font_family="system-ui, sans-serif",
        font_size=FONT,
        fill="currentColor",
        stroke_linejoin="round",
        paint_order="stroke",  # the halo of words lies under them
    )


def diamond(x: float, y: float, half: float, **attributes: str | float) -> Drawn:
    """A square on its corner, around a point."""
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return tag("polygon", points=points(corners), **attributes)


def points(corners: tuple[tuple[float, float], ...]) -> str:
    """Coordinates as SVG writes them."""
    return " ".join(f"{_value(x)},{_value(y)}" for x, y in corners)


def _value(value: str | float) -> str:
    return _escaped(value) if isinstance(value, str) else f"{round(value, 1):g}"


def _escaped(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
