"""Places said by others: "Beaumont, à côté de Clermont-Ferrand", "Lille ou Roubaix", "entre Tours et Blois"."""

from __future__ import annotations

import re

from bot.directory.communes.gazetteer import Gazetteer, Rows
from bot.directory.communes.place import UNKNOWN, Place, PlaceKind, PlaceMatch, ambiguous, resolved
from bot.directory.geometry import distance_km
from bot.directory.text import plain
from bot.directory.typed.finder import Finder
from bot.directory.typed.names import TOWN, cut_short
from bot.directory.typed.reading import Reading, read
from bot.directory.typed.spans import covering_span, exact_spans

_BESIDE = re.compile(
    r"[,\s(]+(?:(?:juste|tout|tres)\s+)*(?:vers\s+|(?:a\s+cote|pres|proche|pas\s+(?:tres\s+|trop\s+)?loin|autour"
    r"|aux?\s+(?:alentours|environs|nord|sud)|(?:en\s+)?banlieue)\s+(?:de\s+la\s+|de\s+|du\s+|des\s+|d[' ]))"
)
_EITHER = re.compile(r"\s+ou\s+(?:bien\s+)?(?:a\s+|soit\s+)?|(?:^|\s+)soit\s+")
_BETWEEN = re.compile(r"^(.*\bentre)\s+(.+?)\s+et\s+(.+)$")
_FAR_KM = 60.0
_CLEARLY = 0.5  # a homonym is meant that is at most half as far as the next one


def by_landmark(finder: Finder) -> PlaceMatch:
    """The homonym that lies near the other place named; unknown when nothing stands before "près de"."""
    text = plain(finder.reading.text)
    match = _BESIDE.search(text)
    if match is None:
        return UNKNOWN
    known = finder.known
    before = read(finder.reading.text[: match.start()], known)
    span = covering_span(before, known)
    words = list(span.words) if span else [word for word in before.folded]
    rows = span.rows if span else _beginning(before, known)
    if not rows:
        return UNKNOWN
    landmark = _named(finder.reading.text[match.end() :], finder)
    if landmark is None:
        return Finder(before, known, finder.context).by_name()
    near = _near(rows, landmark, known) or _near(cut_short(words, known), landmark, known)
    return _nearest(near) if near else UNKNOWN


def by_either(finder: Finder) -> PlaceMatch:
    """Both of two places between which the person does not choose."""
    text = plain(finder.reading.text)
    between = _BETWEEN.match(text)
    pieces = list(between.groups()[1:]) if between else _EITHER.split(text)
    if len(pieces) < 2:
        return UNKNOWN
    named = [_named(piece, finder) or _begun_by(piece, finder) for piece in pieces if piece.strip(" ,.")]
    found = [place for place in named if place is not None]
    return ambiguous(*found) if len(found) > 1 and len(found) == len(named) else UNKNOWN


def _beginning(reading: Reading, known: Gazetteer) -> Rows:
    """A name cut after its first words, alone before the landmark."""
    return cut_short(list(reading.folded), known) if len(reading.folded) <= 2 else ()


def _named(text: str, finder: Finder) -> Place | None:
    """The one place, or the biggest, that a piece of the text is the name of."""
    inner = Finder(read(text, finder.known), finder.known, finder.context)
    found = inner.by_name()
    found = found if found.kind is not PlaceKind.UNKNOWN else inner.by_first_words()
    return found.places[0] if found.places else None


def _begun_by(text: str, finder: Finder) -> Place | None:
    """The town with which a piece begins: "Roubaix, ça dépend"."""
    spans = [span for span in exact_spans(read(text, finder.known), finder.known) if span.start == 0]
    rows = spans[0].rows if spans else ()
    towns = [row for row in rows if finder.known.population(row) >= TOWN]
    return finder.known.place(max(towns, key=finder.known.population)) if towns else None


def _near(rows: Rows, landmark: Place, known: Gazetteer) -> list[tuple[float, Place]]:
    places = [known.place(row) for row in rows]
    near = [(distance_km(place.point, landmark.point), place) for place in places if place != landmark]
    return sorted(((km, place) for km, place in near if km <= _FAR_KM), key=lambda found: found[0])


def _nearest(near: list[tuple[float, Place]]) -> PlaceMatch:
    if len(near) == 1 or near[0][0] <= _CLEARLY * near[1][0]:
        return resolved(near[0][1])
    return ambiguous(*(place for _, place in near))
