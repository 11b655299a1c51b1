"""A canonical message, in its JSON form, as the lines of a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bot.answers import french
from bot.answers.figures import ShownFigure
from bot.answers.message import Contact, PlaceCard, Source
from bot.answers.plain_text import contact_text, figure_text, place_text, source_text
from bot.cli.terminal.choices import choice_lines
from bot.cli.terminal.lines import Piece, Screen, Style
from bot.cli.terminal.pictures import picture_lines

BY_YOUR_ANSWERS = "Résultat d'après vos réponses"
BULLET = "- "
_MARK = re.compile(r"- |\d{1,2}\. ")

Said = Mapping[str, Any]
Lines = list[str]


def message_lines(said: Said, screen: Screen, *, by_number: bool = False) -> Lines:
    """All that a message says but its details, which are asked for; `by_number`: its choices answer to numbers."""
    parts = [_heading(said, screen), *(_block(block, screen) for block in said.get("blocks", ()))]
    if not any(parts):  # a form that is not known has its words at least
        parts = [_plain(said["text"], screen)]
    parts += [_place(card, screen) for card in said.get("places", ())]
    parts += [picture_lines(said["picture"], screen)] if said.get("picture") else []
    parts += [_block(block, screen) for block in said.get("closing", ())]
    parts += [_attachment(file, screen) for file in said.get("attachments", ())]
    parts += [*_support(said, screen), choice_lines(said, screen, by_number=by_number)]
    return _apart(parts)


def _heading(said: Said, screen: Screen) -> Lines:
    lines = screen.text(BY_YOUR_ANSWERS, "faint") if said["kind"] == "verdict" else []
    return lines + (screen.text(said["title"], "strong") if said.get("title") else [])


def _block(block: Said, screen: Screen) -> Lines:
    lines: Lines = []
    for number, item in enumerate(block["items"], 1):
        mark = {"list": BULLET, "numbered": f"{number}. "}.get(block["type"], "")
        lines += screen.wrapped([Piece(span["text"], _style(block, span)) for span in item], mark)
    return lines


def _style(block: Said, span: Said) -> Style:
    return "strong" if span.get("strong") or block["type"] == "heading" else ""


def _plain(text: str, screen: Screen) -> Lines:
    """Text whose lines are kept, those of a list with their hanging indent."""
    lines: Lines = []
    for line in text.splitlines():
        mark = found[0] if (found := _MARK.match(line)) else ""
        lines += screen.text(line.removeprefix(mark), first=mark) if line.strip() else [""]
    return lines


def _place(card: Said, screen: Screen) -> Lines:
    name, *others = place_text(PlaceCard(**card)).splitlines()
    return screen.text(name, "strong") + [line for text in others for line in screen.text(text, first="  ")]


def _attachment(file: Said, screen: Screen) -> Lines:
    named = f"Fichier : {file['label']} ({file['filename']})"
    return _apart([screen.text(named, "strong"), _plain(file.get("text", ""), screen)])


def _support(said: Said, screen: Screen) -> list[Lines]:
    """Whom to call, then what an answer rests on, less prominent than the answer."""
    parts: list[Lines] = []
    # In distress the text itself says whom to call, and nothing must come between.
    if said.get("contacts") and said["kind"] != "distress":
        reached = [contact_text(Contact(**contact)) for contact in said["contacts"]]
        parts.append(_listed("À qui s'adresser :", reached, screen, BULLET))
    if said.get("figures"):
        figures = [figure_text(ShownFigure(**_dated(figure, "since"))) for figure in said["figures"]]
        parts.append(_listed("Chiffres :", figures, screen, "  ", "faint"))
    if said.get("sources"):
        sources = [source_text(Source(**_dated(source, "date", "seen"))) for source in said["sources"]]
        parts.append(_listed("Sources :", sources, screen, BULLET, "faint"))
    if said.get("verified_on"):
        parts.append(screen.text(f"Vérifié le {french.day(date.fromisoformat(said['verified_on']))}.", "faint"))
    return parts


def _listed(heading: str, texts: Iterable[str], screen: Screen, mark: str, style: Style = "") -> Lines:
    rest = "  " if mark == BULLET else "    "
    items = [line for text in texts for line in screen.text(text, style, first=mark, rest=rest)]
    return screen.text(heading, style) + items


def _dated(plain: Said, *names: str) -> dict[str, Any]:
    """With dates in the place of their ISO form."""
    days = {name: date.fromisoformat(plain[name]) for name in names if plain.get(name)}
    return {**plain, **days}


def _apart(parts: Iterable[Lines]) -> Lines:
    """All that is not empty, blank lines between."""
    lines: Lines = []
    for part in parts:
        lines += [""] * bool(lines and part) + part
    return lines
