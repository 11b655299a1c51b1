"""A page to print or to show: what was said, the result, the dates, what to prepare, whom to call."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.answers import french
from bot.answers.message import Message
from bot.answers.pictures.picture import Picture
from bot.answers.plain_text import RESERVATIONS, plain_text

_HERE = Path(__file__).resolve().parent
_MADE_FOR = ("https", "tel")


@dataclass(frozen=True)
class Summary:
    """What the page tells; `facts` and `dates` are pairs of a label and its words. It never holds who the person is."""

    title: str
    made_on: date
    facts: tuple[tuple[str, str], ...]
    message: Message
    dates: tuple[tuple[str, str], ...] = ()
    picture: Picture | None = None


def summary_page(summary: Summary) -> str:
    """A whole HTML page that needs nothing else: no script, no address is loaded."""
    page = _environment().get_template("summary.html")
    return page.render(summary=summary, message=summary.message, style=_style(), policy=policy())


def summary_text(summary: Summary) -> str:
    """The same in words, for channels that send no files."""
    parts = [f"{summary.title} ({french.day(summary.made_on)})"]
    if summary.facts:
        parts.append("Ce que j'ai indiqué :\n" + _pairs(summary.facts))
    parts.append(plain_text(replace(summary.message, picture=summary.picture)))
    if summary.dates:
        parts.append("Dates :\n" + _pairs(summary.dates))
    return "\n\n".join(parts)


def _pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"- {label} : {words}" for label, words in pairs)


def policy() -> str:
    """The content security policy of the page: only its own style; for the header of a server that shows it."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=1)
def _style() -> str:
    return (_HERE / "summary.css").read_text(encoding="utf-8").strip()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(day=french.day, link=_link, telephone=_telephone)
    environment.globals["reservations"] = RESERVATIONS
    return environment


def _link(url: str, text: str = "") -> Markup:
    """An address one may follow, when it is a safe one; otherwise only its words."""
    words = text or url
    if urlsplit(url).scheme not in _MADE_FOR:
        return Markup("{}").format(words)
    return Markup('<a href="{}">{}</a>').format(url, words)


def _telephone(number: str) -> Markup:
    dialled = "".join(number.split())
    return _link(f"tel:{dialled}" if dialled.lstrip("+").isdecimal() else "", number)
