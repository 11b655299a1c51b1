"""From what people type to a place: communes, postal and INSEE codes, homonyms, slips."""

from __future__ import annotations

from collections.abc import Callable

from bot.directory.communes.gazetteer import departments_named, gazetteer
from bot.directory.communes.place import (
    ABROAD,
    UNKNOWN,
    Place,
    PlaceKind,
    PlaceMatch,
    ambiguous,
)
from bot.directory.mentions import mentions_place
from bot.directory.typed.abroad import is_abroad
from bot.directory.typed.codes import by_code, by_short_code
from bot.directory.typed.corrected import after_corrections
from bot.directory.typed.finder import Finder
from bot.directory.typed.landmarks import by_either, by_landmark
from bot.directory.typed.reading import read
from bot.directory.typed.sentences import misspelt_in, named_in

__all__ = ["Place", "PlaceKind", "PlaceMatch", "find_place", "mentions_place"]

_LONGEST_TEXT = 300  # characters: a place fits, and a huge text must not cost anything


def find_place(text: str, near: str | None = None) -> PlaceMatch:
    """The place meant by `text`, an answer to "where do you live?".

    near: a department or a place known from before, to choose among homonyms.
    """
    text = text[:_LONGEST_TEXT]
    corrected = (_find(rest, near) for rest in after_corrections(text))
    return next((match for match in corrected if match.places), None) or _find(text, near)


def _find(text: str, near: str | None) -> PlaceMatch:
    known = gazetteer()
    reading = read(text, known)
    if not reading.words:
        return UNKNOWN
    finder = Finder(reading, known, _departments_near(near))
    has_codes = bool(reading.postal_codes or reading.insee)
    if reading.arrondissements and not has_codes:
        return ambiguous(*(known.place(known.by_insee[code]) for code in reading.arrondissements))
    if not has_codes and is_abroad(reading, known):
        return ABROAD
    steps: tuple[Callable[[], PlaceMatch], ...] = (
        lambda: by_code(finder),
        lambda: by_landmark(finder),
        lambda: by_either(finder),
        finder.by_name,
        lambda: by_short_code(finder),
        finder.by_area,
        finder.by_part_of_name,
        finder.by_likeness_inside,
        finder.by_likeness_of_words,
        finder.by_name_elsewhere,
        lambda: named_in(reading, known, answer=True) or misspelt_in(reading, known) or UNKNOWN,
        finder.by_first_words,
        finder.by_last_word,
        finder.by_likeness,
        finder.by_any_name,
    )
    found = (step() for step in steps)
    return next((match for match in found if match.kind is not PlaceKind.UNKNOWN), UNKNOWN)


def _departments_near(near: str | None) -> frozenset[str]:
    if not near:
        return frozenset()
    named = departments_named(near)
    return named or frozenset(place.department for place in find_place(near).places)
