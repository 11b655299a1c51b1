"""Who serves the pension: the fund of the place where somebody says to live, else the one they name as theirs."""

from __future__ import annotations

import re

from bot.dialogue.people import people_words
from bot.dialogue.phrases import whole
from bot.dialogue.replies.folding import plain
from bot.directory.communes.departments import fund_of
from bot.directory.communes.gazetteer import departments_named
from bot.directory.places import mentions_place

_BEFORE_AREA = {"a", "au", "de", "du", "des", "d", "en", "dans", "sur", "le", "la", "les", "l"}
_BEFORE_NUMBER = {"le", "du", "au"}  # "la cpam du 94", but not "à 15 jours"
_CAPITAL = re.compile(r"(?i:je suis (?:de|à|a|sur|en|dans|au)) (?:l['’]|la |le )?[A-ZÉÎ][a-zé]")
_LONGEST_AREA = 4  # words: "val de marne", "territoire de belfort"


def fund_of_message(text: str) -> str | None:
    """The fund, when the message tells; asking "la Cramif ou la CPAM ?" tells nothing but where one lives."""
    words = plain(text)
    return _of_the_place(text, words) or _named(words)


def _named(words: str) -> str | None:
    known = people_words()
    if len({match[0] for match in whole(known.funds).finditer(words)}) != 1:
        return None
    found = whole(known.fund_named).search(words)
    return next((fund for fund in found.groupdict().values() if fund), None) if found else None


def _of_the_place(text: str, words: str) -> str | None:
    lives = whole(people_words().dwelling).search(words)
    may = None if lives else whole(people_words().may_dwell).search(words)
    cue = lives or may
    if cue is None:
        return None
    start = cue.start() if cue[0].endswith("dans le") else cue.end()
    # An area first: "La Réunion" is also a village of Lot-et-Garonne.
    departments = _area(words[start:].split())
    # To look for a commune costs time: only for a message that announces one.
    if not departments and (lives or _CAPITAL.search(text)) and (found := mentions_place(text)):
        departments = frozenset(place.department for place in found.places)
    funds = {fund_of(department) for department in departments}
    return funds.pop() if len(funds) == 1 else None


def _area(after: list[str]) -> frozenset[str]:
    """The departments of the area that these words begin with: "dans le 94 depuis…", "de la Réunion"."""
    start = next((at for at, word in enumerate(after) if word not in _BEFORE_AREA), len(after))
    if start < len(after) and after[start].isdigit() and not set(after[:start]) & _BEFORE_NUMBER:
        return frozenset()
    after = after[start:]
    longest_first = range(min(_LONGEST_AREA, len(after)), 0, -1)
    return next((found for size in longest_first if (found := departments_named(" ".join(after[:size])))), frozenset())
