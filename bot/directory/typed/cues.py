"""What the words around a name say of it: somebody's home, a place to go to, somebody else's, or no place at all."""

from __future__ import annotations

from typing import Literal

from bot.directory.text import ARTICLES
from bot.directory.typed.reading import Reading
from bot.directory.typed.spans import in_street
from bot.directory.typed.vocabulary import (
    AWAY,
    DETERMINERS,
    DWELLING,
    FUNDS,
    HUMAN_TITLES,
    NOW,
    PLACE_NOUNS,
    PRESENT,
    RELATIVES,
    SELF,
    STRONG_CUES,
    VERB_A,
    WANTED,
    WEAK_CUES,
    WORK,
)

# From the most convincing to what is no place of the person's; "here": one's present place, "work": where one works.
Cue = Literal["dwelling", "here", "strong", "weak", "", "work", "away", "forbidden"]
ORDER: tuple[Cue, ...] = ("dwelling", "here", "strong", "weak", "", "work")
_LONGEST_CLAUSE = 9  # words before a name that may say whose place it is
_CUT = frozenset({"mais", "et", "puis", "donc", "car"})


def cue_of(reading: Reading, start: int, end: int) -> Cue:
    """How the words around tokens [start, end) announce them as a place."""
    near, clause = _just_before(reading, start), _clause(reading, start)
    if near == "forbidden" or in_street(reading.folded, start):
        return "forbidden"
    words = set(clause)
    mine = bool(words & SELF)
    # "Pour ma mère qui est à Aubusson"; "ma mère habite à Aubusson, où peut-elle aller ?"
    for_them = "pour" in words or bool(WANTED & set(reading.folded))
    if words & RELATIVES and not mine and not for_them:
        return "away"
    if near == "dwelling" or (near == "strong" and words & DWELLING):
        return "dwelling"
    if words & AWAY:
        return "away"
    after = set(reading.folded[end : end + 2])
    if near in ("strong", "weak") and (words & PRESENT or after & NOW):
        return "here"
    if after & NOW and not near:
        return "here"
    return "work" if words & WORK else near


def _clause(reading: Reading, start: int) -> tuple[str, ...]:
    """The words before a name, back to a comma, a stop or a conjunction."""
    words, folded = reading.words, reading.folded
    first = start
    while first > 0 and start - first < _LONGEST_CLAUSE:
        between = reading.text[words[first - 1].end : words[first].start]
        if any(mark in between for mark in ",;.:!?\n(") or folded[first - 1] in _CUT:
            break
        first -= 1
    return folded[first:start]


def _just_before(reading: Reading, start: int) -> Cue:
    folded = reading.folded
    at = start - 1
    if at >= 0 and folded[at] in ARTICLES:
        at -= 1
    if at < 0:
        return ""
    word, before = folded[at], folded[at - 1] if at else ""
    if word in DETERMINERS or word in HUMAN_TITLES or word in RELATIVES:
        return "forbidden"
    if word == "a" and reading.words[at].raw == "a" and before in VERB_A:
        return "forbidden"
    if word in DWELLING:
        return "dwelling"
    if word in ("a", "au", "aux", "sur", "vers", "dans", "en") and before in DWELLING:
        return "dwelling"
    if word in STRONG_CUES or word in FUNDS or (word in ("service", "services", "public") and at):
        return "strong"  # "à Guéret", "cpam Lens", "France services Guéret"
    if word in WEAK_CUES:
        return _of(folded, at)
    return ""


def _of(folded: tuple[str, ...], at: int) -> Cue:
    """The cue of a name after "de": "près de Paris", but not "rue de Paris"."""
    while at > 0 and folded[at] in WEAK_CUES | ARTICLES:
        at -= 1
    if folded[at] in HUMAN_TITLES:
        return "forbidden"
    if folded[at] in DWELLING:
        return "dwelling"
    return "strong" if folded[at] in PLACE_NOUNS else "weak"
