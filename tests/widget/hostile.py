"""A message that has every part, and what could be put into its parts to do harm."""

from __future__ import annotations

from typing import Any

RUN = "window.hacked=1"
MARKUP = f'<img src=x onerror="{RUN}"><svg onload="{RUN}"></svg><script>{RUN}</script><a href="javascript:{RUN}">x</a>'
REVERSED = "\u202egnp.exe\u202c \u2067droite\u2069 \u200f\ufeff\u0000\u0301"
LONG = "w" * 3_000
HTML = "http://www.w3.org/1999/xhtml"
PNG = "https://evil.example/x.png"

ADDRESSES = [
    f"javascript:{RUN}",
    f" javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\nscript:{RUN}",
    f"\x01javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    "https:evil.example",
    "https:/evil.example",
    "HTTPS://evil.example",
    "http://evil.example",
    "//evil.example",
    "/evil",
    "https://www.ameli.fr@evil.example/",
    "https://:secret@evil.example/",
    "https://evil.example\\@www.ameli.fr/",
    "https://",
    "https://[",
    "https:// evil.example",
    " https://evil.example",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "",
    f'https://quotes.example/"onclick="{RUN}',
    "https://www.ameli.fr/assure",
    "mailto:quelquun@example.org",
    "tel:3646",
]


def svg(inside: str, attributes: str = "") -> str:
    """A drawing with something in it."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {spaces} {attributes}>{inside}</svg>"


PICTURES = [
    svg(f"<script>{RUN}</script>"),
    svg("<rect/>", f'onload="{RUN}"'),
    svg(f'<rect onclick="{RUN}" onfocus="{RUN}" tabindex="0" width="9" height="9"/>'),
    svg(f'<foreignObject><body xmlns="{HTML}" onload="{RUN}"><iframe src="{PNG}"/></body></foreignObject>'),
    svg(f'<a href="javascript:{RUN}"><text>x</text></a><a xlink:href="javascript:{RUN}"><text>y</text></a>'),
    svg(f'<image href="{PNG}"/><image xlink:href="{PNG}"/><use href="{PNG}#a"/><feImage href="{PNG}"/>'),
    svg(f"<style>@import url({PNG}); * {{ background: url({PNG}) }}</style>"),
    svg(f'<rect style="background:url({PNG})" fill="url({PNG}#a)" stroke="URL( \'{PNG}\')" width="9" height="9"/>'),
    svg(f'<rect fill="u\\72l({PNG}#a)" stroke="\\75rl({PNG})" filter="url({PNG})" mask="url({PNG})" width="9"/>'),
    svg(f'<text font-family="url({PNG})" class="menu" id="field">x</text>'),
    svg(f'<rect><set attributeName="onclick" to="{RUN}"/><animate attributeName="href" to="javascript:{RUN}"/></rect>'),
    f'<?xml-stylesheet href="{PNG}"?>' + svg("<rect/>"),
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>" + svg("<text>&i;</text>"),
    f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{PNG}">]>' + svg("<text>&x;</text>"),
    svg("<rect>"),
    "<svg",
    "",
    MARKUP,
    f'<html xmlns="{HTML}"><script>{RUN}</script></html>',
    f'<svg xmlns="{HTML}" onload="{RUN}"><script>{RUN}</script></svg>',
    "<g>" * 20_000,
    svg("<g>" * 20_000 + "</g>" * 20_000),
    svg("<rect/>", 'width="1e9" height="1e9" viewBox="0 0 1 1e9"'),
]  # fmt: skip


def everywhere(words: str, address: str, svg: str = "") -> dict[str, Any]:
    """A message that has every part, each with these words, each link with this address."""
    line = [{"text": words}, {"text": words, "strong": True}]
    blocks = [{"type": kind, "items": [line]} for kind in ("paragraph", "heading", "list", "numbered", "other")]
    return {
        "kind": "answer",
        "text": words,
        "topic": words,
        "title": words,
        "blocks": blocks,
        "details": blocks,
        "closing": blocks,
        "figures": [{"label": words, "value": words, "since": words, "confidence": words}],
        "sources": [{"title": words, "url": address, "date": words, "seen": words}],
        "contacts": [
            {"name": words, "url": address, "phone": words, "phone_note": words, "phone_from_abroad": address},
            {"name": words, "phone": address},
        ],
        "verified_on": words,
        "places": [
            {
                "name": words, "address": [words], "distance": words, "telephone": address, "hours": [words],
                "status": words, "note": words, "route": address,
            }
        ],
        "picture": {
            "title": words, "svg": svg or words, "description": words, "columns": [words], "rows": [[words, words]],
        },
        "attachments": [{"label": words, "filename": words, "media_type": address, "content": words}],
        "choices": [{"id": words, "label": words}],
        "expects": words,
    }  # fmt: skip


FULL = everywhere("des mots", "https://www.ameli.fr/assure", PICTURES[1])
# What stands where something else is expected.
WRONG: list[Any] = [
    None,
    True,
    3,
    "mots",
    [],
    {},
    [None],
    [[None]],
    [3],
    ["mots"],
    [{}],
    [{"items": None}],
    {"mots": {}},
]
