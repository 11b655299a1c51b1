"""Places outside France, so as to say so rather than to guess a French homonym."""

from __future__ import annotations

from bot.directory.communes.gazetteer import Gazetteer
from bot.directory.typed.reading import Reading
from bot.directory.typed.spans import covering_span, exact_spans
from bot.directory.typed.vocabulary import DWELLING, FILLERS, FOREIGN_CITIES, FOREIGN_COUNTRIES

_KNOWN_TOWN = 2_000  # inhabitants: below, the foreign homonym is likelier
# "Je vis", but neither "si je vis" nor "quand on vit".
_SELF = frozenset({"j", "je", "nous", "suis"})
_SUPPOSED = frozenset({"si", "quand", "puis", "peux", "on"})
_BEFORE_TOWN = frozenset({"a", "au", "aux", "sur", "vers", "pres", "cote", "de", "la", "le", "les", "l"})
_BEFORE_COUNTRY = frozenset({"en", "au", "aux", "a", "l", "de", "du", "la"})


def foreign_span(reading: Reading) -> tuple[int, int] | None:
    """The tokens [start, end) of a foreign city or country, or None.

    A city counts when the rest is small talk; a country also after "en", "au"...
    """
    folded = reading.folded
    for length in range(min(4, len(folded)), 0, -1):
        for start in range(len(folded) - length + 1):
            name = " ".join(folded[start : start + length])
            rest = folded[:start] + folded[start + length :]
            small_talk = all(word in FILLERS or word in FOREIGN_COUNTRIES for word in rest)
            if name in FOREIGN_CITIES and small_talk:
                return (start, start + length)
            if name in FOREIGN_COUNTRIES or (length > 1 and name in FOREIGN_CITIES):
                announced = bool(start) and folded[start - 1] in _BEFORE_COUNTRY
                if small_talk or announced:
                    return (start, start + length)
    return None


def is_abroad(reading: Reading, known: Gazetteer) -> bool:
    """Whether the text means a foreign place rather than its French homonym, if any."""
    span = foreign_span(reading)
    if span is None or lives_in_france(reading, known):
        return False
    french = covering_span(reading, known)
    if french is None:
        return True
    if reading.hints(french.start, french.end) or french.end - french.start > span[1] - span[0]:
        return False
    return max(map(known.population, french.rows)) < _KNOWN_TOWN


def lives_in_france(reading: Reading, known: Gazetteer) -> bool:
    """Does the text say that somebody lives in a French town: "je travaille à Genève mais j'habite Annemasse"?"""
    folded = reading.folded
    for span in exact_spans(reading, known):
        at = span.start - 1
        while at >= 0 and folded[at] in _BEFORE_TOWN:
            at -= 1
        foreign = {" ".join(folded[span.start : span.end])} & (FOREIGN_CITIES | FOREIGN_COUNTRIES)
        if at >= 0 and folded[at] in DWELLING and not foreign and max(map(known.population, span.rows)) >= _KNOWN_TOWN:
            return True
    return False


def lives_abroad(reading: Reading, known: Gazetteer) -> bool:
    """Whether a sentence says that somebody lives in a foreign place ("je vis à Lisbonne")."""
    folded = reading.folded
    for at, word in enumerate(folded):
        before = set(folded[max(0, at - 3) : at])
        if word not in DWELLING or not (before & _SELF or word == "jhabite") or before & _SUPPOSED:
            continue
        for start in range(at + 1, min(at + 4, len(folded))):
            names = (" ".join(folded[start : start + n]) for n in (1, 2, 3))
            if _country_follows(folded, start):
                return True
            if any(name in FOREIGN_CITIES | FOREIGN_COUNTRIES for name in names):
                return not _french(reading, start, known)
    return False


def _country_follows(folded: tuple[str, ...], start: int) -> bool:
    """ "À Bruges, en Belgique"."""
    return any(
        folded[at] in _BEFORE_COUNTRY and folded[at + 1] in FOREIGN_COUNTRIES
        for at in range(start + 1, min(start + 3, len(folded) - 1))
    )


def _french(reading: Reading, start: int, known: Gazetteer) -> bool:
    """Whether a French town, or a longer French name, begins at this token."""
    spans = [span for span in exact_spans(reading, known) if span.start == start]
    return any(span.end - start > 1 or max(map(known.population, span.rows)) >= _KNOWN_TOWN for span in spans)
