"""What a text says about a place besides its name: codes, departments, arrondissement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.directory.communes.gazetteer import Gazetteer
from bot.directory.text import ARTICLES, Token, tokens
from bot.directory.typed.arrondissements import arrondissements
from bot.directory.typed.numbers import about_something_else, department_numbers

_FIVE = re.compile(r"(?<![\w.,])(?:[Ff][- ]?)?(\d{2})[ .\u00a0\u202f]?(\d{3})(?![\w]|[.,]\d)")
_CORSICAN = re.compile(r"(?<!\w)2[ABab][ ]?\d{3}(?!\w)")
_FOUR = re.compile(r"(?<![\w.,])[1-9]\d{3}(?![\w]|[.,]\d)")
_MONEY = re.compile(r"\s*(€|euro|eur\b|%|francs|brut|net|par an|/)", re.IGNORECASE)
# "Pas celui de la Réunion", "sauf Paris": what is set aside.
_NOT = frozenset({"pas", "sauf", "hors", "ni"})
_LINKS_OF_NOT = frozenset(str.split("a au aux en dans de d du des la le les l celui celle ceux sur non plus"))
_FURTHEST_NOT = 4  # words
_ANEW = frozenset({"mais", "plutot", "j", "je", "habite", "jhabite", "moi", "et", "ou"})
# "En Mayenne", "dans la Vienne": the department, whatever town bears its name.
_IN = frozenset({"en"})
_INTO = frozenset({"dans", "ds"})


@dataclass(frozen=True)
class Area:
    """Tokens [start, end) name these departments; `surely`: "en" or "dans la" before them says that it is no town."""

    start: int
    end: int
    departments: frozenset[str]
    surely: bool = False


@dataclass(frozen=True)
class Reading:
    """A text cut into words, with what its numbers and area names say.

    numbers: department numbers with their positions. arrondissements: INSEE codes of which one is meant.
    used: positions of the tokens that are numbers, CEDEX, an arrondissement, or set aside ("pas à Paris").
    excluded: departments set aside ("pas celui de la Réunion").
    named: pieces of the text, as character offsets, that a language model takes for places.
    """

    text: str
    words: tuple[Token, ...]
    postal_codes: tuple[str, ...]
    short_code: str | None
    insee: str | None
    numbers: tuple[tuple[int, str], ...]
    areas: tuple[Area, ...]
    arrondissements: tuple[str, ...]
    used: frozenset[int]
    excluded: frozenset[str] = frozenset()
    named: tuple[tuple[int, int], ...] = ()

    @property
    def folded(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(word.folded for word in self.words)

    def hints(self, start: int, end: int) -> frozenset[str]:
        """The departments named outside tokens [start, end), by number or by name."""
        numbered = frozenset(number for _, number in self.numbers)
        return numbered | self.named_areas(start, end)

    def named_areas(self, start: int, end: int) -> frozenset[str]:
        """The departments named in full outside tokens [start, end)."""
        outside = [a.departments for a in self.areas if a.end <= start or a.start >= end]
        return frozenset[str]().union(*outside)

    def close_hints(self, start: int, end: int) -> frozenset[str]:
        """As `hints`, a number counting only just after: a sentence is full of other numbers."""
        beside = frozenset(number for at, number in self.numbers if at == end)
        return beside | self.named_areas(start, end)


def read(text: str, known: Gazetteer, named: tuple[tuple[int, int], ...] = ()) -> Reading:
    """Cut a text and take its codes out; nothing is decided yet. named: as in `Reading`."""
    words = tuple(tokens(text))
    elsewhere = about_something_else(text)
    spans: list[tuple[int, int]] = list(elsewhere)
    codes: list[str] = []
    for match in _FIVE.finditer(text):
        if not _MONEY.match(text, match.end()) and not _inside(match.start(), elsewhere):
            codes.append(match[1] + match[2])
            spans.append(match.span())
    insee = _take(_CORSICAN, text, spans)
    short = _take(_FOUR, text, spans) if not codes and not elsewhere else None
    used = {i for i, w in enumerate(words) if _inside(w.start, spans)}
    used |= _cedex(words)
    ranks, its_words = arrondissements(text, words, used)
    used |= its_words
    numbers = department_numbers(words, used, known.departments)
    aside = _set_aside(words, text, known)
    areas = _areas(words, known)
    return Reading(
        text=text,
        words=words,
        postal_codes=tuple(codes),
        short_code=short,
        insee=insee.replace(" ", "").upper() if insee else None,
        numbers=tuple((at, number) for at, number in numbers if at not in aside),
        areas=tuple(area for area in areas if area.start not in aside),
        arrondissements=ranks,
        used=frozenset(used | {position for position, _ in numbers} | aside),
        excluded=frozenset[str]().union(
            *(area.departments for area in areas if area.start in aside),
            *(frozenset({number}) for at, number in numbers if at in aside),
        ),
        named=named,
    )


def _inside(start: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in spans)


def _set_aside(words: tuple[Token, ...], text: str, known: Gazetteer) -> set[int]:
    """The positions of a name after "pas": "pas celui de la Réunion", "mais pas à Paris"; not "pas loin de Lille"."""
    found: set[int] = set()
    for position, word in enumerate(words):
        if word.folded not in _NOT or _begins_a_name(words, position, known):
            continue
        at = position + 1
        while at < len(words) and words[at].folded in _LINKS_OF_NOT:
            at += 1
        linked = at - position - 1
        if 0 < linked <= _FURTHEST_NOT and at < len(words):
            ends = (end for end in range(at, len(words)) if _begins_anew(words, end, text))
            found.update(range(position, next(ends, len(words))))
    return found


def _begins_a_name(words: tuple[Token, ...], at: int, known: Gazetteer) -> bool:
    """ "Pas-de-Calais", "Pas-en-Artois"."""
    names = (tuple(word.folded for word in words[at : at + length]) for length in range(2, 6))
    return any(name in known.areas or " ".join(name) in known.by_key for name in names)


def _begins_anew(words: tuple[Token, ...], at: int, text: str) -> bool:
    """Does something else begin at this word?"""
    between = text[words[at - 1].end : words[at].start]
    return words[at].folded in _ANEW or any(mark in between for mark in ",;.:!?\n")


def _take(pattern: re.Pattern[str], text: str, spans: list[tuple[int, int]]) -> str | None:
    match = pattern.search(text)
    if match is None or _MONEY.match(text, match.end()):
        return None
    spans.append(match.span())
    return match[0]


def _cedex(words: tuple[Token, ...]) -> set[int]:
    found: set[int] = set()
    for position, word in enumerate(words):
        if word.folded == "cedex":
            found.add(position)
            following = words[position + 1].folded if position + 1 < len(words) else ""
            if following.isdigit() and len(following) <= 2:
                found.add(position + 1)
    return found


def _areas(words: tuple[Token, ...], known: Gazetteer) -> tuple[Area, ...]:
    """Departments and regions named in full, the longest first where two begin together."""
    found: list[Area] = []
    position = 0
    while position < len(words):
        for length in range(min(5, len(words) - position), 0, -1):
            key = tuple(word.folded for word in words[position : position + length])
            if key in known.areas:
                found.append(Area(position, position + length, known.areas[key], _surely(words, position)))
                position += length - 1
                break
        position += 1
    return tuple(found)


def _surely(words: tuple[Token, ...], start: int) -> bool:
    """Does "en", or "dans la", stand before the name or its article?"""
    before = [word.folded for word in words[max(0, start - 2) : start]]
    article = words[start].folded if words[start].folded in ARTICLES else ""
    if before[-1:] and before[-1] in _IN:
        return True
    if article:
        return bool(before) and before[-1] in _INTO
    return len(before) > 1 and before[0] in _INTO and before[1] in ARTICLES
