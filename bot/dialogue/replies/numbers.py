"""Hours and sums as people type them: "1 800", "1,2k", "mille deux cents", "entre 500 et 600", "1 750 par mois"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bot.answers import french
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused, Value
from bot.dialogue.replies.words import plain

_NUMBER = re.compile(
    r"(?<![\d,.])(\d{1,3}(?:[\s\u00a0\u202f.]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?!\d)"
    r"\s?(k\b|mille\b)?",
    re.I,
)
_RANGE = re.compile(r"\bentre\b.+\bet\b|\bde\b.+\ba\b|\d\s?(?:-|–|à)\s?\d", re.I)
_MONTHLY = re.compile(r"\b(par mois|/ ?mois|mensuel\w*|le mois|chaque mois|au mois|mois|pm)\b")
_YEARLY = re.compile(
    r"\b(par an|/ ?an|annuel\w*|l annee|sur l annee|"
    r"douze mois|12 mois|an|annee|en tout|au total|total)\b"
)
_WEEKLY = re.compile(r"\b(par semaine|semaine|hebdo\w*|sem)\b")
_NET = re.compile(r"\b(net|nets|nette)\b")
_GROSS = re.compile(r"\b(brut|bruts|brute)\b")
MONTHS, WEEKS = 12, 52
MOST_HOURS = 4000
# Under this sum, a pay given without a period may be a month's as well as a year's.
SURELY_YEARLY = 8000
MOST_PAY = 1_000_000


@lru_cache(maxsize=1)
def _alpha2digit() -> Any:
    from text_to_num import alpha2digit

    return alpha2digit


def words_to_digits(text: str) -> str:
    """ "mille deux cents" becomes "1200"; a lone "un" is left alone."""
    if not re.search(r"[a-zA-Z]", text):
        return text
    result: str = _alpha2digit()(text, "fr")
    return result


def numbers(text: str) -> list[Decimal]:
    """All the numbers of a text, in order."""
    found = []
    for whole, cents, thousand in _NUMBER.findall(words_to_digits(text)):
        value = Decimal(re.sub(r"\D", "", whole) + (f".{cents}" if cents else ""))
        found.append(value * 1000 if thousand else value)
    return found


def _span(values: list[Decimal], text: str) -> tuple[Decimal, Decimal] | None:
    if len(values) >= 2 and _RANGE.search(text) and values[0] <= values[1]:
        return values[0], values[1]
    return (values[0], values[0]) if values else None


def _as_value(low: Decimal, high: Decimal, unit: str) -> Value:
    if low == high:
        return Value(f"{low:f}", f"{french.number(low)}\u00a0{unit}")
    said = f"entre {french.number(low)} et {french.number(high)}\u00a0{unit}"
    return Value(f"{low:f}/{high:f}", said)


def read_hours(text: str) -> Reading:
    """Hours worked over twelve months; "35 h par semaine" and "151 h par mois" are multiplied out."""
    words = plain(text)
    span = _span([n for n in numbers(text.lower().replace("h", " h "))], text.lower())
    if span is None:
        return Refused()
    factor = WEEKS if _WEEKLY.search(words) else MONTHS if _MONTHLY.search(words) and "12 mois" not in words else 1
    low, high = (bound * factor for bound in span)
    if high > MOST_HOURS:
        return Refused("impossible")
    if factor == 1 and re.search(r"\bjours?\b", words):
        return Refused()
    return _as_value(low, high, "heures")


def read_yearly_pay(text: str) -> Reading:
    """A gross pay over twelve months, in euros; net is refused, monthly multiplied, doubtful asked."""
    words = plain(text)
    if _NET.search(words) and not _GROSS.search(words):
        return Refused("net")
    values = numbers(text)
    if re.search(r"\b12 mois\b", words):
        values = [value for value in values if value != MONTHS] or values
    span = _span(values, text.lower())
    if span is None:
        return Refused()
    yearly, monthly = bool(_YEARLY.search(words)), bool(_MONTHLY.search(words))
    low, high = span
    if monthly and not yearly:
        low, high = low * MONTHS, high * MONTHS
    elif not yearly and 0 < high < SURELY_YEARLY:
        amount = french.euros(low)
        labels = (f"{amount} par mois", f"{amount} en tout sur l'année")
        return Ambiguous("Est-ce par mois, ou pour toute l'année ?", labels)
    if high > MOST_PAY:
        return Refused("impossible")
    return _as_value(low, high, "€ brut sur douze mois")
