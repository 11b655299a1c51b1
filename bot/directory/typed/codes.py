"""The steps of `find_place` that go by INSEE and postal codes."""

from __future__ import annotations

from bot.directory.communes.gazetteer import Rows
from bot.directory.communes.place import UNKNOWN, PlaceKind, PlaceMatch, ambiguous, resolved
from bot.directory.typed.finder import LONGEST_GUESS, Finder
from bot.directory.typed.names import cut_short, decide_misspelt
from bot.directory.typed.spans import cores, covering_span, exact_spans, only_areas

_CODE_WORDS = frozenset({"code", "postal", "postale", "cp"})


def by_code(finder: Finder) -> PlaceMatch:
    """By INSEE or postal code, the name choosing among the communes of a code."""
    reading, known = finder.reading, finder.known
    codes = [reading.insee] if reading.insee else []
    for code in (*codes, *reading.postal_codes):
        prefer_insee = "insee" in reading.folded or code == reading.insee
        if prefer_insee and code in known.by_insee:
            return resolved(known.place(known.by_insee[code]))
        rows = known.with_postal_code(code)
        if rows:
            return _within_code(finder, rows)
    for code in reading.postal_codes:
        if not only_areas(finder.reading):
            break  # the name is surer than a code that no commune has
        number = known.cedex.get(code, known.by_insee.get(code))  # the post is meant, unless "insee" was said
        if number is not None:
            return resolved(known.place(number))
    return UNKNOWN


def _within_code(finder: Finder, rows: Rows) -> PlaceMatch:
    known = finder.known
    if len(rows) == 1 and known.is_arrondissement(rows[0]):
        return resolved(known.place(rows[0]))
    for span in exact_spans(finder.reading, known):
        inside = [row for row in span.rows if row in rows]
        if inside:
            return resolved(known.place(inside[0]))
    for core in cores(finder.reading):
        inside = [row for row in cut_short(list(core), known) if row in rows]
        if len(inside) == 1:
            return resolved(known.place(inside[0]))
        if len(core) <= LONGEST_GUESS:
            found = decide_misspelt(list(core), frozenset(rows), known)
            if found.kind is PlaceKind.RESOLVED:
                return found
    return _beside_code(finder, rows)


def names_commune_of_code(finder: Finder) -> bool:
    """Whether the text also names a commune of one of its postal codes."""
    spans = list(exact_spans(finder.reading, finder.known))
    for code in finder.reading.postal_codes:
        rows = set(finder.known.by_postal.get(code, ()))
        if any(rows.intersection(span.rows) for span in spans):
            return True
    return False


def _beside_code(finder: Finder, rows: Rows) -> PlaceMatch:
    """No commune of the code is named: perhaps another one is."""
    known = finder.known
    places = [known.place(row) for row in rows]
    span = covering_span(finder.reading, known)
    departments = frozenset(place.department for place in places)
    named = finder.decide_span(span, departments) if span else UNKNOWN
    if named.kind is not PlaceKind.RESOLVED:
        return resolved(*places)
    if named.places[0].department in departments:
        return named
    return ambiguous(*named.places, *places)


def by_short_code(finder: Finder) -> PlaceMatch:
    """A postal code that lost its zero, when the text or the context says it is one."""
    code = f"0{finder.reading.short_code}"
    if "insee" in finder.reading.folded and code in finder.known.by_insee:
        return resolved(finder.known.place(finder.known.by_insee[code]))
    rows = finder.known.with_postal_code(code) if finder.reading.short_code else ()
    if rows and (code[:2] in finder.context or _CODE_WORDS & set(finder.reading.folded)):
        return _within_code(finder, rows)
    return UNKNOWN
