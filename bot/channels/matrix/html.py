"""A canonical message as the HTML that Matrix allows: every word escaped, links to safe addresses only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from bot.answers import french
from bot.answers.plain_text import RESERVATIONS
from bot.channels.rendering.numbered import NUMBER, OR_ASK, OR_ELSE, PICK, PICK_ONE

_HERE = Path(__file__).resolve().parent
_SCHEMES = frozenset({"https", "tel", "mailto"})


def formatted(said: Mapping[str, Any], *, is_last: bool = True) -> str:
    """The message with its choices, for `formatted_body`; it holds what the numbered text holds.

    `is_last`: a number means one of its choices.
    """
    html = _environment().get_template("message.html").render(said=said, is_last=is_last)
    return re.sub(r"\s*\n\s*", "", html)


def lines(text: str) -> str:
    """A text as it is, line by line."""
    paragraphs = re.split(r"\n{2,}", text.strip())
    return "".join(f"<p>{'<br>'.join(str(escape(line)) for line in part.splitlines())}</p>" for part in paragraphs)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(day=_day, link=_link, telephone=_telephone)
    environment.globals.update(reservations=RESERVATIONS, number=NUMBER, pick=PICK, pick_one=PICK_ONE)
    environment.globals.update(or_else=OR_ELSE, or_ask=OR_ASK)
    return environment


def _day(value: str) -> str:
    try:
        return french.day(date.fromisoformat(value))
    except ValueError:
        return value


def _link(address: str, words: str = "") -> Markup:
    """An address one may follow, when it is a safe one; otherwise only its words."""
    if not _is_safe(address):
        return Markup("{}").format(words or address)
    return Markup('<a href="{}">{}</a>').format(address, words or address)


def _is_safe(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    whole = bool(parts.netloc) if parts.scheme == "https" else bool(parts.path)
    return parts.scheme in _SCHEMES and whole and not re.search(r"[\x00-\x20\x7f]", address)


def _telephone(number: str) -> Markup:
    dialled = re.sub(r"[\s.]", "", number)
    return _link(f"tel:{dialled}" if re.fullmatch(r"\+?[0-9]{2,15}", dialled) else "", number)
