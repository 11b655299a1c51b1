"""Where in a text a place name stands, when nothing else of the text is left unexplained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.directory.communes.gazetteer import Gazetteer, Rows
from bot.directory.text import ARTICLES, without_article
from bot.directory.typed.names import exactly_named, wears
from bot.directory.typed.reading import Area, Reading
from bot.directory.typed.vocabulary import CONTRACTIONS, DETERMINERS, FILLERS, NOT_PLACES, STREETS, common_words, words

LONGEST_NAME = 9  # words
# Fillers that also begin or end names ("Bourg-en-Bresse"): kept as long as possible.
_NAME_WORDS = words(
    "bourg ville pays maison maisons lieu nord sud ouest est coin centre point espace canton "
    "france pres vers un ile rue port mont"
)
_LINKS_OF_STREETS = frozenset({"de", "d", "du", "des", "la", "le", "les", "l"})
_AREA_CUES = frozenset({"en", "dans", "la", "le", "l", "du", "les"})
_LIGHT_FILLERS = FILLERS - _NAME_WORDS


@dataclass(frozen=True)
class Span:
    """Tokens [start, end) of a text read as a name, and the rows of that name."""

    start: int
    end: int
    words: tuple[str, ...]
    article: str
    rows: Rows


def article_before(folded: tuple[str, ...], start: int) -> str:
    """The article a name wears outside its own words: "le" before "Mans" in "au Mans"."""
    before = folded[start - 1] if start else ""
    return before if before in ARTICLES else CONTRACTIONS.get(before, "")


def exact_spans(reading: Reading, known: Gazetteer) -> Iterator[Span]:
    """Spans that are the name of a commune, the longest first, then the leftmost."""
    folded = reading.folded
    for length in range(min(LONGEST_NAME, len(folded)), 0, -1):
        for start in range(len(folded) - length + 1):
            end = start + length
            if reading.used.intersection(range(start, end)):
                continue
            article = article_before(folded, start)
            rows = exactly_named(list(folded[start:end]), article, known)
            if rows:
                yield Span(start, end, folded[start:end], article, rows)


def outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans that no longer one contains: "Saône" is not meant by "Ouroux-sur-Saône"."""
    kept: list[Span] = []
    for span in spans:  # the longest first
        if not any(other.start <= span.start and span.end <= other.end for other in kept):
            kept.append(span)
    return kept


def covering_span(reading: Reading, known: Gazetteer) -> Span | None:
    """The span that leaves nothing but small talk, numbers and area names outside, or None."""
    for span in exact_spans(reading, known):
        if _leaves_nothing(reading, span.start, span.end) and _plausible(reading, span, known):
            return span
    return None


def _leaves_nothing(reading: Reading, start: int, end: int) -> bool:
    explained = set(reading.used) | set(range(start, end))
    for area in reading.areas:
        if area.end <= start or area.start >= end:
            explained.update(range(area.start, area.end))
    rest = (word for at, word in enumerate(reading.folded) if at not in explained)
    return all(word in FILLERS or (word.isdigit() and len(word) < 3) for word in rest)


def _plausible(reading: Reading, span: Span, known: Gazetteer) -> bool:
    folded = reading.folded
    before = folded[span.start - 1] if span.start else ""
    bare = without_article(list(span.words))
    area = area_of(reading, span)
    if before in DETERMINERS or in_street(folded, span.start) or _is_surely_area(area, bare):
        return False
    if len(bare) > 1:
        return True
    inner = span.words[0] if len(span.words) > 1 else ""
    article = inner or span.article
    worn = any(wears(row, article, known) for row in span.rows)
    if bare[0] in common_words() and not worn:
        return False  # "à la campagne" is not Campagne
    if bare[0] in NOT_PLACES and not reading.hints(span.start, span.end):
        return reading.words[span.end - 1].raw[0].isupper()  # "à la montagne" is not La Montagne
    if area and not reading.hints(span.start, span.end) and (inner or before in _AREA_CUES):
        return max(map(known.population, span.rows)) >= 10_000
    if bare[0] in FILLERS and not _says_only(reading, span):
        # "Y", "Vers", "Bourg": only where a name is due.
        return before in ("a", "de", "sur", "vers") and not _used_as_verb(folded, span.start)
    return True


def _is_surely_area(area: Area | None, bare: list[str]) -> bool:
    """ "En Mayenne", but not "Bourg-en-Bresse"."""
    return area is not None and area.surely and len(bare) <= area.end - area.start


def in_street(folded: tuple[str, ...], start: int) -> bool:
    """Is the word part of the name of a street: "12 rue des Lilas"?"""
    at = start - 1
    while at >= 0 and folded[at] in _LINKS_OF_STREETS:
        at -= 1
    return at >= 0 and folded[at] in STREETS


def area_of(reading: Reading, span: Span) -> Area | None:
    """The department or region of the same name, if any."""
    return next((area for area in reading.areas if area.end == span.end and area.start >= span.start - 1), None)


def _says_only(reading: Reading, span: Span) -> bool:
    """Whether nothing but numbers and area names stands beside the span."""
    named = {at for area in reading.areas for at in range(area.start, area.end)}
    beside = set(range(len(reading.words))) - set(range(span.start, span.end))
    return beside <= named | set(reading.used)


def _used_as_verb(folded: tuple[str, ...], start: int) -> bool:
    return start > 1 and folded[start - 2] in ("il", "elle", "on", "qui")


def cores(reading: Reading) -> tuple[tuple[str, ...], ...]:
    """The words that may be a misspelt or shortened name, from all of them to the fewest.

    Small talk is taken off both ends, cautiously then thoroughly, area names at the end too.
    """
    kept = [at for at in range(len(reading.words)) if at not in reading.used]
    in_area = {at for area in reading.areas for at in range(area.start, area.end)}
    found = [tuple(reading.folded[at] for at in kept)] if kept else []
    for fillers, areas in (
        (_LIGHT_FILLERS, False), (_LIGHT_FILLERS, True), (FILLERS, False), (FILLERS, True),
    ):  # fmt: skip
        core = _stripped(reading.folded, kept, fillers, in_area if areas else set())
        if core and core not in found:
            found.append(core)
    return tuple(found)


def only_areas(reading: Reading) -> bool:
    """Whether the text says nothing but small talk, numbers and names of departments."""
    return _leaves_nothing(reading, 0, 0)


def _stripped(folded: tuple[str, ...], kept: list[int], fillers: frozenset[str], dropped: set[int]) -> tuple[str, ...]:
    left, right = 0, len(kept)
    while left < right and (folded[kept[left]] in fillers or kept[left] in dropped):
        left += 1
    while right > left and (folded[kept[right - 1]] in fillers or kept[right - 1] in dropped):
        right -= 1
    return tuple(folded[at] for at in kept[left:right])
