"""From the words of a name to communes: as written, abbreviated, cut short, or misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from math import log10
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.directory.communes.gazetteer import Gazetteer, Rows
from bot.directory.communes.place import UNKNOWN, PlaceMatch, ambiguous, resolved
from bot.directory.text import ARTICLES, LINKS, loose, sound, squashed, without_article

_EDITS: Any = OSA.distance  # its stub is not the one that `extract` asks for
# A bare name stands for one town when it is this big and dwarfs its homonyms this much.
TOWN = 10_000
DWARFS = 20


def exactly_named(words: list[str], article: str, known: Gazetteer) -> Rows:
    """Rows of that very name; those with the article that was typed, if any, come alone.

    article: the article just before the words ("le" for "au"), or "" when there is none.
    """
    if words and words[0] in ARTICLES and len(words) > 1:
        article = words[0]
    key = " ".join(without_article(words))
    rows = known.by_key.get(key) or known.former.get(key, ())
    if article:
        same = tuple(row for row in rows if known.words(row)[0] == article)
        return same or rows
    return rows


def wears(row: int, article: str, known: Gazetteer) -> bool:
    """Whether the article typed before a name belongs to it."""
    return known.words(row)[0] == article or not article


def nearly_named(words: list[str], known: Gazetteer) -> Rows:
    """Rows whose name has the same letters, or the same words but for the linking ones."""
    letters = squashed(words)
    if len(letters) < 4:
        return ()
    rows = known.by_letters.get(letters) or known.by_letters.get(squashed(without_article(words)))
    return rows or known.by_loose.get(loose(words), ())


def cut_short(words: list[str], known: Gazetteer) -> Rows:
    """Rows whose name goes on after these words ("Brive" for Brive-la-Gaillarde)."""
    key = " ".join(without_article(words))
    return known.extending(key) if len(key) > 2 else ()


def abbreviated(words: list[str], known: Gazetteer) -> Rows:
    """Rows whose first word is the first one typed, and whose others it shortens ("clermont fd")."""
    typed = [word for word in without_article(words) if word not in LINKS]
    if len(typed) < 2 or len(typed[0]) < 3:
        return ()
    return tuple(row for row in known.extending(typed[0]) if _shortens(typed, known.words(row)))


def _shortens(typed: list[str], words: list[str]) -> bool:
    full = [word for word in without_article(words) if word not in LINKS]
    if len(typed) != len(full):
        return False
    for short, word in zip(typed, full, strict=True):
        letters = iter(word)
        if short[0] != word[0] or not all(letter in letters for letter in short):
            return False
    return True


def decide(rows: Iterable[int], words: list[str], hinted: bool, known: Gazetteer) -> PlaceMatch:
    """One place or a question, by the rule for bare names (see TOWN and DWARFS).

    hinted: the text named the department and the rows are all in it.
    """
    ranked = sorted(set(rows), key=lambda row: -known.population(row))
    if not ranked:
        return UNKNOWN
    first = known.population(ranked[0])
    longer = () if hinted else cut_short(words, known)
    shadow = max((known.population(row) for row in longer), default=0)
    overshadowed = first < TOWN <= shadow and shadow >= 5 * first
    if len(ranked) == 1 and not overshadowed:
        return resolved(known.place(ranked[0]))
    second = known.population(ranked[1]) if len(ranked) > 1 else 0
    if not overshadowed and first >= (1 if hinted else TOWN) and first >= DWARFS * second:
        return resolved(known.place(ranked[0]))
    homonyms = [known.place(row) for row in ranked]
    return ambiguous(*homonyms, *map(known.place, longer))


def decide_short(rows: Rows, known: Gazetteer) -> PlaceMatch:
    """For a name cut short: the one town that dwarfs the others, or a question."""
    ranked = sorted(rows, key=lambda row: -known.population(row))
    if not ranked:
        return UNKNOWN
    first = known.population(ranked[0])
    second = known.population(ranked[1]) if len(ranked) > 1 else 0
    if len(ranked) == 1 or (first >= TOWN and first >= DWARFS * second):
        return resolved(known.place(ranked[0]))
    return ambiguous(*map(known.place, ranked))


def misspelt(words: list[str], within: frozenset[int] | None, known: Gazetteer) -> tuple[tuple[float, int], ...]:
    """Rows that these words may be a slip for, as (cost, row), the likeliest first.

    The cost is in edits, less for what sounds the same and for a populous town. within: only these
    rows, with more slips allowed; None for the whole country.
    """
    costs: dict[int, float] = {}
    heard = sound(without_article(words))
    for letters in {squashed(words), squashed(without_article(words))}:
        allowed = _allowed_edits(len(letters), within is not None)
        for name, edits, _ in process.extract(
            letters, _pool(within, known), scorer=_EDITS, score_cutoff=allowed, limit=40
        ):
            for row in known.by_letters[name]:
                if within is None or row in within:
                    _keep(costs, row, _cost(edits, letters, name, row, heard, known))
        for row in known.by_sound.get(heard, ()) if len(heard) > 3 else ():
            name = squashed(without_article(known.words(row)))
            edits = OSA.distance(letters, name)
            if edits <= 3 and (within is None or row in within):
                _keep(costs, row, _cost(edits, letters, name, row, heard, known))
    return tuple(sorted((cost, row) for row, cost in costs.items()))


def decide_misspelt(words: list[str], within: frozenset[int] | None, known: Gazetteer) -> PlaceMatch:
    """The likeliest place for misspelt words, a question when several are close, or unknown."""
    found = misspelt(words, within, known)
    length = len(squashed(words))
    if within is None and length < 8:
        # A short word is one slip away from some village; only towns are worth the guess.
        found = tuple(item for item in found if item[0] <= 0.1)
    if not found:
        return UNKNOWN
    best = found[0][0]
    close = [row for cost, row in found if cost - best <= 0.2]
    if len(close) == 1:
        return resolved(known.place(close[0]))
    return ambiguous(*map(known.place, close))


def _allowed_edits(length: int, narrow: bool) -> int:
    extra = 1 if narrow and length >= 5 else 0
    return extra + (0 if length <= 3 else 1 if length <= 7 else 2 if length <= 13 else 3)


def _pool(within: frozenset[int] | None, known: Gazetteer) -> Iterable[str]:
    if within is None:
        return known.letters_pool
    return [name for row in within for name in known.spellings(row)]


def _cost(edits: float, typed: str, name: str, row: int, heard: str, known: Gazetteer) -> float:
    cost = float(edits) - log10(_weight(row, name, known) + 10) / 3
    if typed[:1] != name[:1]:
        cost += 0.5
    if sound(without_article(known.words(row))) == heard:
        cost -= 0.3
    return cost


def _weight(row: int, name: str, known: Gazetteer) -> int:
    """Inhabitants; few for a former name, since most people give the current one."""
    return known.population(row) if name in known.spellings(row) else 500


def _keep(costs: dict[int, float], row: int, cost: float) -> None:
    costs[row] = min(cost, costs.get(row, cost))
