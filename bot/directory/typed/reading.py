"""What a text says about a place besides its name: codes, departments, arrondissement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.directory.communes.gazetteer import Gazetteer
from bot.directory.text import Token, plain, tokens

_FIVE = re.compile(r"(?<![\w.,])(?:[Ff][- ]?)?(\d{2})[ .\u00a0\u202f]?(\d{3})(?![\w]|[.,]\d)")
_CORSICAN = re.compile(r"(?<!\w)2[ABab][ ]?\d{3}(?!\w)")
_FOUR = re.compile(r"(?<![\w.,])[1-9]\d{3}(?![\w]|[.,]\d)")
_MONEY = re.compile(r"\s*(€|euro|eur\b|%|francs|brut|net|par an|/)", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,2})(?:e|er|ere|eme|ieme|me|nd|nde)?")
_ROMAN = re.compile(r"([ivx]+)(?:e|er|eme|ieme)?")
_ROMANS = str.split("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx")
_WORDS = str.split(
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme "
    "treizieme quatorzieme quinzieme seizieme - - - vingtieme"
)
# City: INSEE code of the arrondissement before the first, how many there are.
_CITIES = {"paris": (75100, 20), "lyon": (69380, 9), "marseille": (13200, 16)}
_SUFFIXES = frozenset({"e", "er", "eme", "ieme", "arrondissement", "arrdt", "arr"})


@dataclass(frozen=True)
class Area:
    """Tokens [start, end) name these departments."""

    start: int
    end: int
    departments: frozenset[str]


@dataclass(frozen=True)
class Reading:
    """A text cut into words, with what its numbers and area names say.

    numbers: department numbers with their positions.
    used: positions of the tokens that are numbers, CEDEX, or an arrondissement.
    """

    text: str
    words: tuple[Token, ...]
    postal_codes: tuple[str, ...]
    short_code: str | None
    insee: str | None
    numbers: tuple[tuple[int, str], ...]
    areas: tuple[Area, ...]
    arrondissement: str | None
    used: frozenset[int]

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


def read(text: str, known: Gazetteer) -> Reading:
    """Cut a text and take its codes out; nothing is decided yet."""
    words = tuple(tokens(text))
    spans: list[tuple[int, int]] = []
    codes: list[str] = []
    for match in _FIVE.finditer(text):
        if not _MONEY.match(text, match.end()):
            codes.append(match[1] + match[2])
            spans.append(match.span())
    insee = _take(_CORSICAN, text, spans)
    short = _take(_FOUR, text, spans) if not codes else None
    used = {i for i, w in enumerate(words) if any(a <= w.start < b for a, b in spans)}
    used |= _cedex(words)
    arrondissement, its_words = _arrondissement(text, words, used)
    used |= its_words
    numbers = _numbers(words, used, known)
    return Reading(
        text=text,
        words=words,
        postal_codes=tuple(codes),
        short_code=short,
        insee=insee.replace(" ", "").upper() if insee else None,
        numbers=tuple(numbers),
        areas=_areas(words, known),
        arrondissement=arrondissement,
        used=frozenset(used | {position for position, _ in numbers}),
    )


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


def _numbers(words: tuple[Token, ...], used: set[int], known: Gazetteer) -> list[tuple[int, str]]:
    """Department numbers standing alone: "(23)", "22", "2A", "974", "département 1"."""
    found = []
    for position, word in enumerate(words):
        number = word.folded.upper()
        if position in used or not number[0].isdigit():
            continue
        before = words[position - 1].folded if position else ""
        if len(number) == 1 and before in ("departement", "dept", "dpt", "dep"):
            number = f"0{number}"
        if number == "20":
            found.extend([(position, "2A"), (position, "2B")])
        elif number in known.departments and len(number) > 1:
            found.append((position, number))
    return found


def _areas(words: tuple[Token, ...], known: Gazetteer) -> tuple[Area, ...]:
    """Departments and regions named in full, the longest first where two begin together."""
    found: list[Area] = []
    position = 0
    while position < len(words):
        for length in range(min(5, len(words) - position), 0, -1):
            key = tuple(word.folded for word in words[position : position + length])
            if key in known.areas:
                found.append(Area(position, position + length, known.areas[key]))
                position += length - 1
                break
        position += 1
    return tuple(found)


def _arrondissement(text: str, words: tuple[Token, ...], used: set[int]) -> tuple[str | None, set[int]]:
    """The INSEE code of an arrondissement ("paris 18e", "13e à Marseille") and its tokens."""
    # "Marseille (13)" is the department.
    bracketed = {at for at, word in enumerate(words) if text[: word.start].endswith("(")}
    for position, word in enumerate(words):
        base, count = _CITIES.get(word.folded, (0, 0))
        if not count:
            continue
        for other in _around(words, position):
            rank = _rank(words[other].folded, adjacent=other == position + 1)
            if rank in (7, 8, 9) and other and words[other - 1].folded == "dix":
                rank += 10
            if rank and rank <= count and other not in used and other not in bracketed:
                first = min(position, other)
                suffixes = {i for i, w in enumerate(words) if w.folded in _SUFFIXES and i > first}
                tens = {i for i, w in enumerate(words) if w.folded == "dix" and i == other - 1}
                return str(base + rank), {position, other} | suffixes | tens
    return None, set()


def _around(words: tuple[Token, ...], position: int) -> list[int]:
    """Where the rank may stand: just after the city, else with a suffix anywhere in the text."""
    after = [position + 1] if position + 1 < len(words) else []
    others = []
    for other, word in enumerate(words):
        suffixed = word.folded[-1] == "e" and word.folded[0] in "0123456789"
        following = words[other + 1].folded if other + 1 < len(words) else ""
        spelled = suffixed or word.folded == "1er" or word.folded in _WORDS
        if other != position and (spelled or following in _SUFFIXES):
            others.append(other)
    return after + others


def _rank(word: str, adjacent: bool) -> int:
    """The rank a word stands for, 0 for none; Roman figures only beside the city."""
    plain_word = plain(word)
    if match := _ORDINAL.fullmatch(plain_word):
        return int(match[1])
    if plain_word in _WORDS:
        return _WORDS.index(plain_word) + 1
    if adjacent and (match := _ROMAN.fullmatch(plain_word)) and match[1] in _ROMANS:
        return _ROMANS.index(match[1]) + 1
    return 0
