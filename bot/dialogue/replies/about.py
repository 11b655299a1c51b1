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
from bot.dialogue.replies.about_fund import fund_of_message
from bot.dialogue.replies.about_scheme import asked_scheme, own_scheme, scheme_of_a_relative
from bot.dialogue.replies.categories import CATEGORY, only_category
from bot.dialogue.replies.folding import plain

_LONGEST = 600  # characters: of a long story the end is read, where the question stands


def heard_in(text: str) -> Person:
    """What the person says of themselves, worth remembering."""
    text = text[-_LONGEST:]
    words = plain(text)
    return Person(
        scheme=own_scheme(text),
        category=_own_category(words),
        working=None if _finds(people_words().supposed, words) else _works(words),
        fund=fund_of_message(text),
        account=_account(words),
    )


def named_in(text: str) -> Person:
    """What this message is about, whoever it is."""
    text = text[-_LONGEST:]
    words = plain(text)
    if about_a_relative(text):
        return Person(scheme_of_a_relative(words), _asked_category(words), fund=fund_of_message(text))
    about = Person(scheme=asked_scheme(words), category=_asked_category(words), working=_works(words))
    return heard_in(text).over(about)


def about_a_relative(text: str) -> bool:
    """Is the pension asked about that of somebody close? What is known of the person does not hold for them."""
    words, known = plain(text), people_words()
    theirs = _finds(known.of_a_relative, words) and not _finds(known.of_their_income, words)
    return bool(theirs) and own_scheme(text) is None


def _asked_category(words: str) -> int | None:
    """The category that a question names, when it names one, and not one wished for or feared."""
    return None if _wished().search(words) else only_category(words)


def _own_category(words: str) -> int | None:
    """The category that is said to be one's own: "je suis en 1 et je voudrais passer en 2" gives the first."""
    mine = [only_category(m[0]) for m in _mine().finditer(words) if not _wished().search(words[: m.end()])]
    return mine[0] if len(set(mine)) == 1 else None


@lru_cache(maxsize=1)
def _mine() -> re.Pattern[str]:
    gap = r"(?: (?!(?:si|quand|passer|de la)\b)\w+){0,4}? ?"
    return re.compile(rf"\b{any_of(people_words().my_category)}{gap}{CATEGORY}")


@lru_cache(maxsize=1)
def _wished() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(people_words().wished_category)}(?: \w+){{0,5}}? {CATEGORY}")


def _works(words: str) -> bool | None:
    if _finds(people_words().does_not_work, words):
        return False
    return True if _finds(people_words().works, words) else None


def _account(words: str) -> bool | None:
    known = people_words()
    if _finds(known.no_account, words):
        return False
    if _finds(known.making_an_account, words):
        return None
    return True if _finds(known.account, words) else None


def _finds(phrases: str, words: str) -> re.Match[str] | None:
    return whole(phrases).search(words)
