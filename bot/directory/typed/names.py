"""From the words of a name to communes: as written, abbreviated, cut short, or misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, log10
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.directory.communes.gazetteer import Gazetteer, Rows
from bot.directory.communes.place import UNKNOWN, PlaceMatch, ambiguous, resolved
from bot.directory.text import ARTICLES, LINKS, loose, skeleton, sound, squashed, without_article

_EDITS: Any = OSA.distance  # its stub is not the one that `extract` asks for
# A bare name stands for one town when it is this big and dwarfs its homonyms this much.
TOWN = 10_000
DWARFS = 20
# What a slip costs that cannot be heard, or only in the vowels, beside one that can; how many one name may have.
BY_EAR, SWALLOWED = 0.4, 0.6
_MOST_BY_EAR = 4
LIKELY = 0.3
# From how many letters on, up to which cost a misspelt name is believed where no department is given.
_MOST_COSTS = ((14, 1.5), (11, 1.0), (8, 0.6), (0, 0.1))
FEWEST_CONSONANTS = 4


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
    # "Castelnau" is cut short, and not Castelnau-le-Lez without its small words.
    several = len(loose(words).split()) > 1 or len(without_article(words)) > 1
    return rows or (known.by_loose.get(loose(words), ()) if several else ())


def cut_short(words: list[str], known: Gazetteer, both: bool = False) -> Rows:
    """Rows whose name goes on after these words ("Brive" for Brive-la-Gaillarde); both: former names as well."""
    key = " ".join(without_article(words))
    return known.extending(key, both) if len(key) > 2 else ()


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
    overshadowed = overshadowed or (len(ranked) == 1 and _shares_its_usual_name(ranked[0], words, longer, known))
    if len(ranked) == 1 and not overshadowed:
        return resolved(known.place(ranked[0]))
    second = known.population(ranked[1]) if len(ranked) > 1 else 0
    if not overshadowed and first >= (1 if hinted else TOWN) and first >= DWARFS * second:
        return resolved(known.place(ranked[0]))
    homonyms = [known.place(row) for row in ranked]
    return ambiguous(*homonyms, *map(known.place, longer))


def _shares_its_usual_name(row: int, words: list[str], longer: Rows, known: Gazetteer) -> bool:
    """Is it only called so ("Argelès"), as others of a like size may be?"""
    named_so = without_article(known.words(row)) == without_article(words)
    others = [known.population(other) for other in longer if other != row]
    return not named_so and bool(others) and known.population(row) < DWARFS * max(others) and row in longer


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
        for row in _alike_by_ear(words, heard, known):
            name = squashed(without_article(known.words(row)))
            edits = OSA.distance(letters, name)
            if edits <= _MOST_BY_EAR and (within is None or row in within):
                _keep(costs, row, _cost(edits, letters, name, row, heard, known))
    return tuple(sorted((cost, row) for row, cost in costs.items()))


def _alike_by_ear(words: list[str], heard: str, known: Gazetteer) -> Iterable[int]:
    """Rows that sound alike, and towns of which the same consonants are heard."""
    yield from known.by_sound.get(heard, ()) if len(heard) > 3 else ()
    consonants = skeleton(without_article(words))
    if len(consonants) >= FEWEST_CONSONANTS:
        yield from (row for row in known.by_skeleton.get(consonants, ()) if known.population(row) >= TOWN)


def decide_misspelt(words: list[str], within: frozenset[int] | None, known: Gazetteer, most: float = inf) -> PlaceMatch:
    """The likeliest place for misspelt words, a question when several are close, or unknown.

    most: the cost, as of `misspelt`, above which nothing is found.
    """
    found = tuple(item for item in misspelt(words, within, known) if item[0] <= most)
    if within is None:
        # A short word is one slip away from some village; only towns are worth the guess.
        bound = next(cost for length, cost in _MOST_COSTS if len(squashed(words)) >= length)
        found = tuple(item for item in found if item[0] <= bound)
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
    theirs = without_article(known.words(row))
    same_sound = sound(theirs) == heard
    by_ear = BY_EAR if same_sound else SWALLOWED if _same_consonants(theirs, heard) else 1.0
    cost = edits * by_ear - log10(_weight(row, name, known) + 10) / 3
    if typed[:1] != name[:1] and typed[:2] != name[1::-1] and not same_sound:
        cost += 0.5
    return cost


def _same_consonants(words: list[str], heard: str) -> bool:
    consonants = skeleton(words)
    return len(consonants) >= FEWEST_CONSONANTS and consonants == skeleton([heard])


def _weight(row: int, name: str, known: Gazetteer) -> int:
    """Inhabitants; few for a former name, since most people give the current one."""
    return known.population(row) if name in known.spellings(row) else 500


def _keep(costs: dict[int, float], row: int, cost: float) -> None:
    costs[row] = min(cost, costs.get(row, cost))
