"""Whether a whole sentence says where somebody lives or wants to go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.directory.communes.gazetteer import gazetteer
from bot.directory.communes.place import ABROAD, PlaceKind, PlaceMatch, resolved
from bot.directory.typed.abroad import lives_abroad
from bot.directory.typed.codes import by_code, names_commune_of_code
from bot.directory.typed.corrected import after_corrections
from bot.directory.typed.finder import Finder
from bot.directory.typed.reading import Reading, read
from bot.directory.typed.sentences import misspelt_in, named_in
from bot.directory.typed.vocabulary import AMOUNTS, DWELLING, PLACE_NOUNS, STRONG_CUES, WEAK_CUES, WHERE

_LONGEST_SENTENCE = 1_000  # characters
_BEFORE_NUMBER = frozenset({"le", "du", "departement", "dept"})
_SPACED = re.compile(r"\d{2}[ .\u00a0\u202f]\d{3}")
_CODE_CUES = STRONG_CUES | WEAK_CUES | DWELLING | PLACE_NOUNS | {"postal", "cp", "code", "le"}


def mentions_place(text: str, named: tuple[tuple[int, int], ...] = ()) -> PlaceMatch | None:
    """The place that a sentence mentions, or None when nothing is convincing.

    Precise rather than greedy: a postal code that is no sum of money, or a name that the words
    before it or its capital letter announce.

    named: pieces of the text, as character offsets, that a language model takes for places; what it says is
    believed of names that nothing else announces, unless the words around them say that they are none.
    """
    text = text[:_LONGEST_SENTENCE]
    for rest in after_corrections(text):  # "près de Lyon, enfin plutôt Villeurbanne"
        found = _mentioned(f"à {rest}", ())
        if found is not None and found.places:
            return found
    return _mentioned(text, named)


def _mentioned(text: str, named: tuple[tuple[int, int], ...]) -> PlaceMatch | None:
    known = gazetteer()
    reading = read(text, known, named)
    finder = Finder(reading, known, frozenset())
    if reading.postal_codes and _is_postal(reading, finder):
        found = by_code(finder)
        if found.kind is PlaceKind.RESOLVED:
            return found
    if len(reading.arrondissements) == 1:
        return resolved(known.place(known.by_insee[reading.arrondissements[0]]))
    if lives_abroad(reading, known):
        return ABROAD
    return named_in(reading, known) or misspelt_in(reading, known)


def departments_in(text: str) -> frozenset[str]:
    """The departments that a sentence names as such: "dans la Creuse", "le 93", "en Bretagne"."""
    reading = read(text[:_LONGEST_SENTENCE], gazetteer())
    named = (area.departments for area in reading.areas if area.surely)
    folded = reading.folded
    numbered = (frozenset({number}) for at, number in reading.numbers if at and folded[at - 1] in _BEFORE_NUMBER)
    return frozenset[str]().union(*named, *numbered) - reading.excluded


def _is_postal(reading: Reading, finder: Finder) -> bool:
    if AMOUNTS & set(reading.folded):
        return names_commune_of_code(finder)
    first = next(at for at, word in enumerate(reading.words) if at in reading.used)
    if len(reading.words) <= 2 and first == 0:
        return not _SPACED.fullmatch(reading.text.strip())
    if WHERE & set(reading.folded) and not _SPACED.search(reading.text):
        return True
    spaced = _SPACED.search(reading.text) is not None
    return names_commune_of_code(finder) or (_announced(reading.folded[:first]) and not spaced)


def _announced(before: Sequence[str]) -> bool:
    """Do the words before a number say that it is a place: "vers 31000", "France services 23000"?"""
    named = before[-2:-1] == ("france",) and before[-1] in {"service", "services"}
    return named or (bool(before) and before[-1] in _CODE_CUES)
