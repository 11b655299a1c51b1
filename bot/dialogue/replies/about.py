"""What a message says of the person: scheme, category, work, account, who serves the pension.

`heard_in` keeps what is said in the first person; `named_in` also takes what only this question is about ("pour un
artisan", "si je travaille"). Both rather miss a fact than make one up: an answer for nobody in particular is right too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.person import Person
from bot.dialogue.people import people_words
from bot.dialogue.phrases import any_of, whole
from bot.dialogue.replies.categories import CATEGORY, only_category
from bot.dialogue.replies.folding import plain
from bot.directory.departments import fund_of
from bot.directory.gazetteer import departments_named
from bot.directory.places import mentions_place

# Up to three words between, none of which denies or brings in somebody else.
_GAP = r"(?: (?!(?:pas|plus|jamais|ni|non|chez|avec|mariee?|que|mais|fils|fille)\b)\w+){0,3}? "
_BEFORE_AREA = {"a", "de", "du", "des", "d", "en", "dans", "sur", "le", "la", "les", "l"}
_BEFORE_NUMBER = {"le", "du"}  # "la cpam du 94", but not "à 15 jours"
_LONGEST_AREA = 4  # words: "val de marne", "territoire de belfort"
_LONGEST = 600  # characters: of a long story the end is read, where the question stands


def heard_in(text: str) -> Person:
    """What the person says of themselves, worth remembering."""
    words = plain(text[-_LONGEST:])
    known = people_words()
    mine = re.search(rf"\b{any_of(known.my_category)}(?: (?!si\b|quand\b|passer\b)\w+){{0,4}}? ?{CATEGORY}", words)
    return Person(
        scheme=_scheme(words, known.first_person),
        category=only_category(words) if mine else None,
        working=None if _finds(known.supposed, words) else _works(words),
        fund=_fund(text, words),
        account=_account(words),
    )


def named_in(text: str) -> Person:
    """What this message is about, whoever it is."""
    words = plain(text[-_LONGEST:])
    known = people_words()
    alike = None if _finds(known.relatives, words) else _scheme(words, known.like_me)
    return heard_in(text).over(Person(scheme=alike, category=only_category(words), working=_works(words)))


def about_a_relative(text: str) -> bool:
    """Is the pension asked about that of somebody close? What is known of the person does not hold for them."""
    return _finds(people_words().of_a_relative, plain(text)) is not None


def _scheme(words: str, cue: str) -> str | None:
    """The one scheme that follows the cue; none when there are two."""
    found = {scheme for scheme in people_words().schemes for _ in _roles(cue, scheme).finditer(words)}
    # "Salarié agricole" is also "salarié": the longer says more.
    if {"agri_employee", "general_employee"} <= found:
        found.discard("general_employee")
    if {"civil_servant", "general_employee"} <= found and "contractuel" in words:
        found.discard("civil_servant")
    return found.pop() if len(found) == 1 else None


def _works(words: str) -> bool | None:
    if _finds(people_words().does_not_work, words):
        return False
    return True if _finds(people_words().works, words) else None


def _account(words: str) -> bool | None:
    known = people_words()
    if _finds(known.no_account_meant, words):
        return None
    if _finds(known.no_account, words):
        return False
    return True if _finds(known.account, words) else None


def _fund(text: str, words: str) -> str | None:
    """Who serves the pension: named, or that of the place where the person says to live."""
    known = people_words()
    if named := _finds(known.fund_named, words):
        return str(named["fund"])
    # The gazetteer is only opened for a message that announces a place.
    lives = _finds(known.dwelling, words)
    if lives is None:
        return None
    # An area first: "La Réunion" is also a village of Lot-et-Garonne.
    departments = _area(words[lives.end() :].split())
    if not departments and (found := mentions_place(text[-_LONGEST:])):
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


def _finds(phrases: str, words: str) -> re.Match[str] | None:
    return whole(phrases).search(words)


@lru_cache(maxsize=64)
def _roles(cue: str, scheme: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(cue)}{_GAP}{any_of(people_words().schemes[scheme])}\b")
