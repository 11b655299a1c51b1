"""The steps of `find_place` that go by names, from the surest to the boldest."""

from __future__ import annotations

from dataclasses import dataclass

from bot.directory.communes.gazetteer import Gazetteer, Rows
from bot.directory.communes.place import UNKNOWN, Place, PlaceKind, PlaceMatch, ambiguous
from bot.directory.text import loose, without_article
from bot.directory.typed.names import (
    LIKELY,
    abbreviated,
    cut_short,
    decide,
    decide_misspelt,
    decide_short,
    nearly_named,
)
from bot.directory.typed.reading import Reading
from bot.directory.typed.spans import Span, cores, covering_span, exact_spans, in_street, only_areas, outermost
from bot.directory.typed.vocabulary import (
    DETERMINERS,
    FILLERS,
    HUMAN_TITLES,
    NOT_PLACES,
    common_words,
    ordinary_words,
)

LONGEST_GUESS = 8  # words: a longer text is a sentence, not a misspelt name


@dataclass(frozen=True)
class Finder:
    """One text, read, with the departments that the context suggests."""

    reading: Reading
    known: Gazetteer
    context: frozenset[str]

    def by_name(self) -> PlaceMatch:
        """A name as written, nothing unexplained around it, in the department given if any."""
        span = covering_span(self.reading, self.known)
        if span is None:
            return UNKNOWN
        hints = self.reading.hints(span.start, span.end)
        found = self.decide_span(span, self._hints(span))
        if hints and not any(place.department in hints for place in found.places):
            return UNKNOWN
        return found

    def by_name_elsewhere(self) -> PlaceMatch:
        """The same when the department given is not the right one."""
        span = covering_span(self.reading, self.known)
        return self.decide_span(span, self._hints(span)) if span else UNKNOWN

    def _hints(self, span: Span | None) -> frozenset[str]:
        bounds = (span.start, span.end) if span else (0, 0)
        hints = self.reading.hints(*bounds)
        codes = (*self.reading.postal_codes, f"0{self.reading.short_code or ''}")
        for code in codes:
            if len(code) == 5:
                hints |= {code[:3]} if code[:2] in ("97", "98") else {code[:2]}
                hints |= {"2A", "2B"} if code[:2] == "20" else set()
        return hints or self.context

    def decide_span(self, span: Span, hints: frozenset[str]) -> PlaceMatch:
        """The commune that a name stands for, preferably in one of these departments."""
        words, known = list(span.words), self.known
        hints -= self.reading.excluded
        if not hints:
            as_area = [a for a in self.reading.areas if (a.start, a.end) == (span.start, span.end)]
            if as_area and max(map(known.population, span.rows)) < 10_000:
                homonyms = map(known.place, span.rows)
                return ambiguous(*homonyms, *self._largest(as_area[0].departments))
            return decide(self._allowed(span.rows), words, False, known)
        former = known.former.get(" ".join(words), ())
        for rows in (span.rows, former, cut_short(words, known, both=True)):
            inside = self._inside(rows, hints)
            if inside:
                return decide(inside, words, True, known)
        return decide(span.rows, words, False, known)

    def _allowed(self, rows: Rows) -> Rows:
        """Without those that the text sets aside, unless it sets aside all of them."""
        return tuple(row for row in rows if self.known.department(row) not in self.reading.excluded) or rows

    def _inside(self, rows: Rows, departments: frozenset[str]) -> Rows:
        return tuple(row for row in rows if self.known.department(row) in departments)

    def by_part_of_name(self) -> PlaceMatch:
        """A name with its small words lost, or with its words shortened."""
        hints = self._hints(None)
        for core in [*self._guesses(), *(core for core in self._guesses(False) if len(loose(core).split()) > 1)]:
            rows = nearly_named(core, self.known)
            inside = self._inside(rows, hints)
            if inside or (rows and not hints):
                return decide(inside or rows, core, bool(inside), self.known)
        for core in self._guesses():
            rows = () if cut_short(core, self.known) else abbreviated(core, self.known)
            inside = self._inside(rows, hints)
            if inside or (rows and not hints):
                return decide_short(inside or rows, self.known)
        return UNKNOWN

    def by_likeness_inside(self) -> PlaceMatch:
        """A slip in a name of the department that the text gives, rather than a homonym elsewhere."""
        hints = self.reading.hints(0, 0) - self.reading.excluded
        if not hints:
            return UNKNOWN
        inside = frozenset(self._inside(tuple(range(len(self.known.rows))), hints))
        for core in cores(self.reading):
            if len(core) > LONGEST_GUESS or (len(core) <= 2 and NOT_PLACES.intersection(core)):
                continue
            begun = self._inside(cut_short(list(core), self.known, both=True), hints)
            if begun:
                return decide_short(begun, self.known)
            found = decide_misspelt(list(core), inside, self.known, most=LIKELY)
            if found.kind is not PlaceKind.UNKNOWN:
                return found
        return UNKNOWN

    def by_any_name(self) -> PlaceMatch:
        """A name in the midst of words that explain nothing, when it is no word of every day."""
        known = self.known
        everyday = FILLERS | ordinary_words() | common_words() | DETERMINERS
        for span in outermost(exact_spans(self.reading, known)):
            before = self.reading.folded[span.start - 1] if span.start else ""
            words = without_article(list(span.words))
            telling = any(len(word) > 3 and word not in everyday for word in words)
            if telling and before not in DETERMINERS | HUMAN_TITLES and not in_street(self.reading.folded, span.start):
                return self.decide_span(span, self._hints(span))
        return UNKNOWN

    def by_first_words(self) -> PlaceMatch:
        """A name cut after its first words."""
        hints = self._hints(None)
        for core in self._guesses():
            rows = cut_short(core, self.known)
            if rows:
                return decide_short(self._inside(rows, hints) or rows, self.known)
        return UNKNOWN

    def by_last_word(self) -> PlaceMatch:
        """The second part of a name that no other commune has: "Hossegor"."""
        for core in self._guesses():
            rows = self.known.ending(core[-1]) if len(without_article(core)) == 1 and len(core[-1]) > 4 else ()
            if len(rows) == 1:
                return decide_short(rows, self.known)
        return UNKNOWN

    def by_likeness_of_words(self) -> PlaceMatch:
        """A misspelt name of several words."""
        several = [core for core in self._guesses() if len(loose(core).split()) > 1]
        return self._alike([core for core in several if not cut_short(core, self.known)])

    def by_likeness(self) -> PlaceMatch:
        """A misspelt name."""
        return self._alike(self._guesses())

    def _guesses(self, places_only: bool = True) -> list[list[str]]:
        """What may be a name once small talk is gone; places_only: not what people answer when they give none."""
        return [
            list(core)
            for core in cores(self.reading)
            if len(core) <= LONGEST_GUESS
            and not DETERMINERS.intersection(core)
            and not (places_only and len(core) <= 2 and NOT_PLACES.intersection(core))
            and not FILLERS.union(ordinary_words()).issuperset(core)
        ]

    def _alike(self, guesses: list[list[str]]) -> PlaceMatch:
        """The likeliest place, first within the departments that the text names."""
        hints = self._hints(None) - self.reading.excluded
        everywhere = tuple(range(len(self.known.rows))) if hints and guesses else ()
        inside = frozenset(self._inside(everywhere, hints))
        areas = [self.reading.folded[area.start : area.end] for area in self.reading.areas]
        # "Saint-Yrieix-la-Perche": an area in a name is no department.
        whole = [core for core in guesses if any(tuple(core[-len(area) :]) == area for area in areas)]
        for core in whole if inside else ():
            found = decide_misspelt(core, None, self.known, most=LIKELY)
            if found.kind is PlaceKind.RESOLVED:
                return found
        for within in (inside, None) if inside else (None,):
            for core in guesses:
                found = decide_misspelt(core, within, self.known)
                if found.kind is not PlaceKind.UNKNOWN:
                    return found
        return UNKNOWN

    def by_area(self) -> PlaceMatch:
        """Only a department or a region is named: its largest communes, to choose from."""
        if not only_areas(self.reading):
            return UNKNOWN
        hints = self.reading.hints(0, 0) - self.reading.excluded
        return ambiguous(*self._largest(hints)) if hints else UNKNOWN

    def _largest(self, departments: frozenset[str]) -> list[Place]:
        known = self.known
        rows = [r for r in known.by_insee.values() if known.department(r) in departments]
        communes = {row for row in rows if not known.is_arrondissement(row)}
        ranked = sorted(communes, key=lambda row: -known.population(row))
        return [known.place(row) for row in ranked[:8]]
