"""What a reply typed for a field that has no question of its own is worth."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue.field_words import said
from bot.dialogue.replies.dates import read_date
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.reading import Ambiguous, Value
from bot.dialogue.replies.words import is_dont_know, is_no, is_yes
from bot.rules import UNKNOWN
from bot.rules.reader import allowed, kind

TYPED = {
    "Dates": "Répondez par une date, par exemple « juin 2024 » ou « 10/06/2024 ».",
    "Amount": "Répondez par un nombre, par exemple « 1250,50 ».",
    "YesNo": "Répondez « oui » ou « non ».",
    "Count": "Répondez par un nombre entier, par exemple « 2 ».",
    "choice": "Répondez par le numéro d'une des réponses.",
}
DAY_WRITTEN = re.compile(r"\d{4}(-\d{2}){0,2}")


def read_typed(name: str, text: str, on: date) -> str | None:
    """A reply to a field that has no question of its own, in the vocabulary of the rules; None when unreadable."""
    what = kind(name)
    if not text.strip() or is_dont_know(text) or plain(text) == UNKNOWN:
        return UNKNOWN
    if what == "choice":
        return _choice(name, text)
    if what == "YesNo":
        return "yes" if is_yes(text) else "no" if is_no(text) else None
    if what == "Dates":
        return _date(text, on)
    # "1 250,50 €" as it is written here; an interval keeps its bar.
    return re.sub(r"(?i)\s|euros?|€", "", text).replace(",", ".")


def _choice(name: str, text: str) -> str | None:
    """By its rank, which is what the screen shows, or by its words; a category is its own number."""
    values = allowed(name)
    if text.strip().isdigit():
        rank = int(text)
        return str(values[rank - 1]) if 0 < rank <= len(values) else None
    same = (value for value in values if plain(text) in {plain(str(value)), plain(said(name, value))})
    return next((str(value) for value in same), None)


def _date(text: str, on: date) -> str | None:
    """A date written for the rules is kept; else as people write it, in one reading only."""
    if DAY_WRITTEN.fullmatch(text.strip()):
        return text.strip()
    reading = read_date(text, on)
    return reading.value if isinstance(reading, Value) else None


def doubt(name: str, text: str, on: date) -> str:
    """What two readings of a date are, when that is why it was not taken."""
    reading = read_date(text, on) if kind(name) == "Dates" else None
    if isinstance(reading, Ambiguous):
        return f"{reading.question} « {reading.labels[0]} » ou « {reading.labels[1]} » ?"
    return ""
