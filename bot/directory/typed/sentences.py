"""Place names inside a sentence: only those that the words around them, or a language model, announce."""

from __future__ import annotations

from bot.directory.communes.gazetteer import Gazetteer
from bot.directory.communes.place import PlaceKind, PlaceMatch
from bot.directory.text import ARTICLES, without_article
from bot.directory.typed.cues import ORDER, cue_of
from bot.directory.typed.names import TOWN, cut_short, decide, decide_misspelt, decide_short, wears
from bot.directory.typed.reading import Reading
from bot.directory.typed.spans import LONGEST_NAME, Span, area_of, article_before, exact_spans, outermost
from bot.directory.typed.vocabulary import (
    DETERMINERS,
    FILLERS,
    FOREIGN_COUNTRIES,
    NOT_PLACES,
    common_words,
    ordinary_words,
)

_BIG = 5_000  # inhabitants: a capitalised name alone is convincing from there
_SMALL = 2_000  # where somebody says to live, the beginning of a name is enough from there
_SURE = ("dwelling", "here", "strong")
_NO_PLACE = ("forbidden", "away")


def named_in(reading: Reading, known: Gazetteer, answer: bool = False) -> PlaceMatch | None:
    """The most convincing name of a sentence, as a place or a question; None without any.

    answer: the text answers "where?", so that any number in it may be that of a department.
    """
    outer = (span for span in outermost(exact_spans(reading, known)) if not _in_an_area(reading, span))
    spans = [span for span in outer if _convincing(reading, span, known)]
    if not spans:
        return _shortened(reading, known)
    spans = _without_areas_around(reading, spans, known)
    span = min(spans, key=lambda s: ORDER.index(cue_of(reading, s.start, s.end)))
    hints = (reading.hints if answer else reading.close_hints)(span.start, span.end)
    for rows in (span.rows, cut_short(list(span.words), known) if hints else ()):
        inside = [row for row in rows if known.department(row) in hints]
        if inside:
            return decide(inside, list(span.words), True, known)
    return decide(span.rows, list(span.words), False, known)


def _in_an_area(reading: Reading, span: Span) -> bool:
    """ "Le Val", in "le Val d'Oise"."""
    return any(area.start <= span.start and span.end < area.end for area in reading.areas)


def _without_areas_around(reading: Reading, spans: list[Span], known: Gazetteer) -> list[Span]:
    """The names less those of the department where another one lies: "Aubusson dans la Creuse" is not La Creuse."""
    areas = {span: area_of(reading, span) for span in spans}

    def lies_in_one(span: Span) -> bool:
        around = [area for other, area in areas.items() if other != span and area is not None]
        return any(known.department(row) in area.departments for area in around for row in span.rows)

    inside = [span for span in spans if areas[span] is None and lies_in_one(span)]
    return inside or spans


def _convincing(reading: Reading, span: Span, known: Gazetteer) -> bool:
    bare = without_article(list(span.words))
    article = span.words[0] if len(bare) < len(span.words) else span.article
    cue = cue_of(reading, span.start, span.end)
    capital = _capital(reading, span)
    if cue in _NO_PLACE or any(at in reading.used for at in range(span.start, span.end)):
        return False
    worn = [row for row in span.rows if wears(row, article, known)]
    if not worn or not _article_due(span, article, known):
        return False
    hinted = any(known.department(row) in reading.close_hints(span.start, span.end) for row in worn)
    if bare[0] in NOT_PLACES and len(bare) == 1:
        return capital and cue in _SURE
    if hinted and (len(bare) > 1 or _in_area_named(reading, span, article, worn, known)):
        return True
    if len(bare) == 1 and (bare[0] in common_words() or bare[0] in FILLERS or len(bare[0]) < 3):
        allowed = cue == "dwelling" or (cue in _SURE and (capital or hinted)) or (capital and hinted)
        return allowed and bare[0] not in DETERMINERS
    if len(bare) > 1 and all(word in common_words() or word in FILLERS for word in bare):
        return cue == "dwelling" or (capital and bool(cue))
    if cue in _SURE or _is_named(reading, span):
        return True
    if cue == "weak":
        return capital
    big = max(map(known.population, worn)) >= _BIG
    return capital and (hinted or ((big or len(bare) > 1) and not _beside_a_name(reading, span)))


def _in_area_named(reading: Reading, span: Span, article: str, rows: list[int], known: Gazetteer) -> bool:
    """A name with its own article beside the area where it lies: "guadeloupe le moule"."""
    around = reading.named_areas(span.start, span.end)
    return bool(article) and any(known.department(row) in around and known.words(row)[0] == article for row in rows)


def _is_named(reading: Reading, span: Span) -> bool:
    """Does a language model take the words, or more words around them, for a place?"""
    words = reading.words
    first, last = words[span.start].start, words[span.end - 1].end
    return any(start <= first and last <= end for start, end in reading.named)


def _article_due(span: Span, article: str, known: Gazetteer) -> bool:
    """A name with an article ("Le Robert") is not meant by the bare word ("Robert")."""
    if article or len(without_article(list(span.words))) > 1:
        return True
    return any(known.words(row)[0] not in ARTICLES for row in span.rows)


def _capital(reading: Reading, span: Span) -> bool:
    """Whether the name is capitalised where the sentence alone would not ask for it."""
    letters = [c for c in reading.text if c.isalpha()]
    if sum(c.isupper() for c in letters) > len(letters) / 2:
        return False  # everything is in capitals: they say nothing
    words = reading.words
    first = span.start + (1 if words[span.start].folded in ARTICLES else 0)
    if first >= span.end or not words[first].raw[0].isupper():
        return False
    lead = reading.text[: words[first].start].rstrip(" \u00a0'’\"«(-")
    opens = not lead or lead[-1] in ".?!:\n"
    if words[first].raw.isupper() and len(words[first].raw) < 5:
        return False  # an acronym
    return not opens


def _beside_a_name(reading: Reading, span: Span) -> bool:
    """Whether another capitalised word touches the name, as in "Vincent Durand"."""
    words = reading.words
    near = []
    if span.start and reading.text[words[span.start - 1].end : words[span.start].start] == " ":
        near.append(words[span.start - 1])
    if span.end < len(words) and reading.text[words[span.end - 1].end : words[span.end].start] == " ":
        near.append(words[span.end])
    return any(word.raw[0].isupper() and word.folded not in FILLERS for word in near)


def _shortened(reading: Reading, known: Gazetteer) -> PlaceMatch | None:
    """A big town by the beginning of its name: "à Brive"."""
    for at, word in enumerate(reading.folded):
        if at in reading.used or word in common_words() | FILLERS | ordinary_words() or len(word) < 4:
            continue
        if word in known.by_key:  # a name of its own, which did not convince
            continue
        span = Span(at, at + 1, (word,), article_before(reading.folded, at), ())
        cue = cue_of(reading, at, at + 1)
        if cue in _SURE or _is_named(reading, span):
            rows = [r for r in cut_short([word], known) if wears(r, span.article, known)]
            found = decide_short(tuple(rows), known)
            fewest = _SMALL if cue == "dwelling" else _BIG if _capital(reading, span) else TOWN
            if found.places and found.places[0].population >= fewest:
                return found
    return None


def misspelt_in(reading: Reading, known: Gazetteer) -> PlaceMatch | None:
    """A slip in a name where somebody says where they live ("j'habite à Perpignant"); elsewhere only that of a town."""
    folded = reading.folded
    for start in range(len(folded)):
        cue = cue_of(reading, start, start + 1)
        if cue not in _SURE or folded[start] in FILLERS | NOT_PLACES:
            continue
        for end in range(min(start + LONGEST_NAME, len(folded)), start, -1):
            words = list(folded[start:end])
            if not reading.used.intersection(range(start, end)) and _may_be_misspelt(words):
                found = decide_misspelt(words, None, known)
                if _believed(found, words, cue == "dwelling"):
                    return found
    return None


def _believed(found: PlaceMatch, words: list[str], home: bool) -> bool:
    if found.kind is not PlaceKind.RESOLVED:
        return False
    place = found.places[0]
    return place.name[0].lower() == words[0][0] and (home or place.population >= TOWN)


def _may_be_misspelt(words: list[str]) -> bool:
    if len("".join(words)) < 6 or FOREIGN_COUNTRIES.intersection(words):
        return False
    return words[0] not in common_words() and not ordinary_words().issuperset(words[:1])
