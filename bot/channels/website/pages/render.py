"""The pages of the server as HTML that needs no script: every word is escaped, links go to safe addresses only."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from bot.answers import french
from bot.answers.plain_text import RESERVATIONS
from bot.channels.website.pages.drawing import drawn
from bot.channels.website.pages.operated_by import Operator, operator_set

Entry = Mapping[str, Any]

_HERE = Path(__file__).resolve().parent
_SCHEMES = frozenset({"https", "tel", "mailto"})
_FILES = frozenset({"text/html", "text/calendar", "text/plain"})
_SAID_MORE_SIMPLY = frozenset({"answer", "verdict", "question", "places"})
_STATES = {"question": "Une question pour vous", "verdict": "Le résultat", "places": "Des lieux près de chez vous"}


def conversation_page(
    entries: Sequence[Entry],
    choices_open: Collection[str] = (),
    problem: str = "",
    draft: str = "",
    operator: Operator | None = None,
    script: bool = False,
) -> str:
    """The conversation, and the form that goes on with it.

    `entries`: the transcript as the API gives it; `choices_open`: the ids of the buttons that may still be pressed;
    `problem`: a sentence on what went wrong with the last sending; `draft`: words to put back into the field;
    `script`: let the widget take the place of the form in browsers that can.
    """
    turn = _last_turn(entries)
    return _page(
        "conversation.html",
        operator,
        script=script,
        entries=entries,
        choices_open=frozenset(choices_open),
        problem=problem,
        draft=draft,
        newest=turn[0]["number"] if turn else 0,
        state=_state(turn, problem),
        simpler=bool(turn) and turn[-1].get("kind") in _SAID_MORE_SIMPLY,
        figures=any(entry.get("figures") for entry in turn),
    )


def privacy_page(operator: Operator | None = None) -> str:
    """What becomes of what people write, and their rights."""
    return _page("privacy.html", operator)


def accessibility_page(operator: Operator | None = None) -> str:
    """The accessibility statement, in the form that French law gives it; "non conforme" as long as nobody audited."""
    return _page("accessibility.html", operator)


def _page(template: str, operator: Operator | None, **values: Any) -> str:
    page = _environment().get_template(template)
    return page.render(here=template, operator=operator or operator_set(), **values)


def _last_turn(entries: Sequence[Entry]) -> Sequence[Entry]:
    """What the assistant said since the person spoke last."""
    start = len(entries)
    while start and entries[start - 1].get("from") != "person":
        start -= 1
    return entries[start:]


def _state(turn: Sequence[Entry], problem: str) -> str:
    """What the title of the page says first; never the subject, which would stay in the history of the browser."""
    if problem:
        return "Un problème est survenu"
    return _STATES.get(str(turn[-1].get("kind")), "Nouvelle réponse") if turn else ""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(day=_day, link=_link, telephone=_telephone, download=_download)
    environment.globals.update(reservations=RESERVATIONS, drawn=drawn)
    return environment


def _day(value: date | str) -> str:
    """A date in words; what is no date stays as it is."""
    try:
        return french.day(value if isinstance(value, date) else date.fromisoformat(value))
    except ValueError:
        return str(value)


def _safe(address: str) -> bool:
    """Whether one may follow the address: of a known kind, and whole."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    whole = bool(parts.netloc) if parts.scheme == "https" else bool(parts.path)
    return parts.scheme in _SCHEMES and whole and not re.search(r"[\x00-\x20\x7f]", address)


def _link(address: str, words: str = "") -> Markup:
    """An address one may follow, when it is a safe one; otherwise only its words."""
    if not _safe(address):
        return Markup("{}").format(words or address)
    return Markup('<a href="{}">{}</a>').format(address, words or address)


def _telephone(number: str) -> Markup:
    dialled = re.sub(r"[\s.]", "", number)
    return _link(f"tel:{dialled}" if re.fullmatch(r"\+?[0-9]{2,15}", dialled) else "", number)


def _download(file: Entry) -> Markup:
    """A file that the page holds itself: no other address, no trace on the server."""
    kind = file["media_type"] if file["media_type"] in _FILES else "application/octet-stream"
    held = b64encode(str(file["content"]).encode()).decode()
    return Markup(
        '<a class="button" download="{}" href="data:{};charset=utf-8;base64,{}">Télécharger\u00a0: {}</a>'
    ).format(file["filename"], kind, held, file["label"])
