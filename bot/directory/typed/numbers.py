"""The numbers of a text: departments, and those that are about something else (dates, telephones, sums, rates)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.directory.text import Token

_ELSE = re.compile(
    r"""(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?!\d)            # a day
    | (?<!\d)(?:\+33\s?|0)[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}(?!\d)    # a telephone number
    | \d[\d \u00a0\u202f.,]*\s?(?:%|€|\beuros?\b|\beur\b)              # a rate, a sum
    | \b\d{1,2}\s?h(?:eures?)?\b(?:\s?\d{2})? | \b\d{1,2}\s?ans\b | \b\d+\s?(?:mois|jours|semaines)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_UNITS = str.split(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre vingt"}
_ANNOUNCE = frozenset({"le", "du", "departement", "dept", "dpt", "dep", "numero"})
_LONGEST_SPELLED = 4  # words: "quatre vingt treize"
_DEPARTMENT_NOUNS = ("departement", "dept", "dpt", "dep")


def about_something_else(text: str) -> list[tuple[int, int]]:
    """The pieces of a text, as character offsets, whose numbers say nothing of a place."""
    return [match.span() for match in _ELSE.finditer(text)]


def department_numbers(words: Sequence[Token], used: set[int], known: Mapping[str, str]) -> list[tuple[int, str]]:
    """Department numbers with their positions: "(23)", "22", "2A", "974", "département 1", "le neuf trois"."""
    found = []
    for position, word in enumerate(words):
        number = word.folded.upper()
        if position in used:
            continue
        if not number[0].isdigit():
            found.extend(_spelled_at(words, position, known))
            continue
        before = words[position - 1].folded if position else ""
        if len(number) == 1 and before in _DEPARTMENT_NOUNS:
            number = f"0{number}"
        if number == "20":
            found.extend([(position, "2A"), (position, "2B")])
        elif number in known and len(number) > 1:
            found.append((position, number))
    return found


def _spelled_at(words: Sequence[Token], position: int, known: Mapping[str, str]) -> list[tuple[int, str]]:
    """A number in letters, only after what announces it; every one of its words carries it."""
    if not position or words[position - 1].folded not in _ANNOUNCE:
        return []
    for length in range(_LONGEST_SPELLED, 0, -1):
        number = _in_letters().get(tuple(word.folded for word in words[position : position + length]), "")
        # "Moussy-le-Neuf" has no number.
        if number in known and (int(number) > 9 or words[position - 1].folded in _DEPARTMENT_NOUNS):
            return [(at, number) for at in range(position, position + length)]
    return []


@lru_cache(maxsize=1)
def _in_letters() -> dict[tuple[str, ...], str]:
    """Numbers below a hundred in letters, and digit by digit ("neuf trois")."""
    found = {_letters(number): f"{number:02}" for number in range(1, 96)}
    digits = {(_UNITS[tens], _UNITS[units]): f"{tens}{units}" for tens in range(10) for units in range(10)}
    return digits | found


def _letters(number: int) -> tuple[str, ...]:
    if number < 20:
        return tuple(_UNITS[number].split("-"))
    tens = max(ten for ten in _TENS if ten <= number)
    rest = number - tens
    joined = ("et",) if rest in (1, 11) and tens != 80 else ()
    return (*_TENS[tens].split(), *joined, *(_letters(rest) if rest else ()))
