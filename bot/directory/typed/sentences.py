"""Place names inside a sentence: only those that the words around them announce."""

from __future__ import annotations

from bot.directory.communes.gazetteer import Gazetteer
from bot.directory.communes.place import PlaceKind, PlaceMatch
from bot.directory.text import ARTICLES, without_article
from bot.directory.typed.names import cut_short, decide, decide_misspelt, decide_short, wears
from bot.directory.typed.reading import Reading
from bot.directory.typed.spans import LONGEST_NAME, Span, area_of, article_before, exact_spans, outermost
from bot.directory.typed.vocabulary import (
    DETERMINERS,
    DWELLING,
    FILLERS,
    FOREIGN_COUNTRIES,
    HUMAN_TITLES,
    NOT_PLACES,
    PLACE_NOUNS,
    STRONG_CUES,
    VERB_A,
    WEAK_CUES,
    common_words,
    ordinary_words,
)

_CUE_ORDER = ("dwelling", "strong", "weak", "")
_BIG = 5_000  # inhabitants: a capitalised name alone is convincing from there


def named_in(reading: Reading, known: Gazetteer, answer: bool = False) -> PlaceMatch | None:
    """The most convincing name of a sentence, as a place or a question; None without any.

    answer: the text answers "where?", so that any number in it may be that of a department.
    """
    spans = [span for span in outermost(exact_spans(reading, known)) if _convincing(reading, span, known)]
    if not spans:
        return _shortened(reading, known)
    spans = _without_areas_around(reading, spans, known)
    span = min(spans, key=lambda s: _CUE_ORDER.index(_cue(reading, s.start)))
    hints = (reading.hints if answer else reading.close_hints)(span.start, span.end)
    for rows in (span.rows, cut_short(list(span.words), known) if hints else ()):
        inside = [row for row in rows if known.department(row) in hints]
        if inside:
            return decide(inside, list(span.words), True, known)
    return decide(span.rows, list(span.words), False, known)


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
    cue = _cue(reading, span.start)
    capital = _capital(reading, span)
    if cue == "forbidden" or any(at in reading.used for at in range(span.start, span.end)):
        return False
    worn = [row for row in span.rows if wears(row, article, known)]
    if not worn or not _article_due(span, article, known):
        return False
    if len(bare) == 1 and (bare[0] in common_words() or bare[0] in FILLERS or len(bare[0]) < 3):
        hinted = cue == "strong" and bool(reading.close_hints(span.start, span.end))
        allowed = cue == "dwelling" or (cue == "strong" and capital) or hinted
        return allowed and bare[0] not in DETERMINERS
    if bare[0] in NOT_PLACES and len(bare) == 1:
        return capital and cue in ("dwelling", "strong")
    if len(bare) > 1 and all(word in common_words() or word in FILLERS for word in bare):
        return cue == "dwelling" or (capital and bool(cue))
    if cue in ("dwelling", "strong"):
        return True
    big = max(map(known.population, worn)) >= _BIG
    if cue == "weak":
        return capital
    hints = reading.close_hints(span.start, span.end)
    if capital and any(known.department(row) in hints for row in worn):
        return True
    return capital and (big or len(bare) > 1) and not _beside_a_name(reading, span)


def _article_due(span: Span, article: str, known: Gazetteer) -> bool:
    """A name with an article ("Le Robert") is not meant by the bare word ("Robert")."""
    if article or len(without_article(list(span.words))) > 1:
        return True
    return any(known.words(row)[0] not in ARTICLES for row in span.rows)


def _cue(reading: Reading, start: int) -> str:
    """How the words before a name announce it: dwelling, strong, weak, "" or forbidden."""
    folded = reading.folded
    at = start - 1
    if at >= 0 and folded[at] in ARTICLES:
        at -= 1
    if at < 0:
        return ""
    word, before = folded[at], folded[at - 1] if at else ""
    if word in DETERMINERS or word in HUMAN_TITLES:
        return "forbidden"
    if word == "a" and reading.words[at].raw == "a" and before in VERB_A:
        return "forbidden"
    if word in DWELLING:
        return "dwelling"
    if word in ("a", "au", "aux", "sur", "vers", "dans", "en") and before in DWELLING:
        return "dwelling"
    if word in STRONG_CUES or (word in ("service", "services") and before == "france"):
        return "strong"  # "à Guéret", "France services Guéret"
    if word in WEAK_CUES and before in HUMAN_TITLES:
        return "forbidden"  # "rue de Paris"
    if word in WEAK_CUES:
        return "strong" if before in PLACE_NOUNS else "weak"
    return ""


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
        cue = _cue(reading, at)
        span = Span(at, at + 1, (word,), article_before(reading.folded, at), ())
        if cue == "dwelling" or (cue == "strong" and _capital(reading, span)):
            rows = [r for r in cut_short([word], known) if wears(r, span.article, known)]
            found = decide_short(tuple(rows), known)
            if found.places and found.places[0].population >= 10_000:
                return found
    return None


def misspelt_in(reading: Reading, known: Gazetteer) -> PlaceMatch | None:
    """A slip in a name, only where somebody says where they live: "j'habite à Perpignant"."""
    folded = reading.folded
    for start in range(len(folded)):
        if _cue(reading, start) != "dwelling" or folded[start] in FILLERS | NOT_PLACES:
            continue
        for end in range(min(start + LONGEST_NAME, len(folded)), start, -1):
            words = list(folded[start:end])
            if not reading.used.intersection(range(start, end)) and _may_be_misspelt(words):
                found = decide_misspelt(words, None, known)
                initials = {place.name[0].lower() for place in found.places}
                if found.kind is PlaceKind.RESOLVED and words[0][0] in initials:
                    return found
    return None


def _may_be_misspelt(words: list[str]) -> bool:
    if len("".join(words)) < 6 or FOREIGN_COUNTRIES.intersection(words):
        return False
    return words[0] not in common_words() and not ordinary_words().issuperset(words[:1])
