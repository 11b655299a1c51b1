"""Arrondissements of Paris, Lyon and Marseille, however their rank is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.directory.text import Token, plain

_ORDINAL = re.compile(r"(\d{1,2})(?:e|er|ere|eme|ieme|me|nd|nde)?")
_ROMAN = re.compile(r"([ivx]+)(?:e|er|eme|ieme)?")
_ROMANS = str.split("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx")
_WORDS = str.split(
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme "
    "treizieme quatorzieme quinzieme seizieme - - - vingtieme"
)
# City: INSEE code of the arrondissement before the first, how many there are.
_CITIES = {"paris": (75100, 20), "lyon": (69380, 9), "marseille": (13200, 16)}
_NOUNS = frozenset({"arrondissement", "arrdt", "arr"})
_SUFFIXES = frozenset({"e", "er", "eme", "ieme"}) | _NOUNS


def arrondissements(text: str, words: Sequence[Token], used: set[int]) -> tuple[tuple[str, ...], set[int]]:
    """The INSEE code of an arrondissement ("paris 18e", "13e à Marseille") and its tokens.

    Several codes when the city is not said: "le 13e arrondissement" is in Paris, or in Marseille.
    """
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
                return (str(base + rank),), {position, other} | suffixes | tens
    return _without_city(words, used)


def _without_city(words: Sequence[Token], used: set[int]) -> tuple[tuple[str, ...], set[int]]:
    for at, word in enumerate(words[1:], start=1):
        if word.folded not in _NOUNS:
            continue
        before = at - 1 if words[at - 1].folded not in _SUFFIXES or at < 2 else at - 2
        rank = _rank(words[before].folded, adjacent=True) if before not in used else 0
        codes = tuple(str(base + rank) for base, count in _CITIES.values() if 0 < rank <= count)
        if codes:
            return codes, set(range(before, at + 1))
    return (), set()


def _around(words: Sequence[Token], position: int) -> list[int]:
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
