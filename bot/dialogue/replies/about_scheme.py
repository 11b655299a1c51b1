"""The scheme that a message says: of oneself, of those that a question is about, of a relative."""

from __future__ import annotations

import re
from functools import cache

from bot.dialogue.people import people_words
from bot.dialogue.phrases import any_of, whole
from bot.dialogue.replies.folding import plain

# Up to three words between, none of which denies or brings in somebody else.
_GAP = r"(?: (?!(?:pas|plus|jamais|ni|non|chez|avec|mariee?|que|mais|fils|fille)\b)\w+){0,3}? "
_SENTENCE = re.compile(r"[.!?\n;:]+")


def own_scheme(text: str) -> str | None:
    """The scheme that somebody says to have: "je suis artisan", or "Artisan, 58 ans, …" at the start of a sentence."""
    words = plain(text)
    found = _after(people_words().first_person, words, _GAP)
    return _one(found, words) or _opening(text, words)


def asked_scheme(words: str) -> str | None:
    """The scheme that a question is about: "pour un artisan"; none when it speaks of a relative."""
    if whole(people_words().relatives).search(words):
        return None
    return _one(_after(people_words().like_me, words, " "), words)


def scheme_of_a_relative(words: str) -> str | None:
    """The scheme of somebody close: "ma femme est fonctionnaire"."""
    return _one(_after(people_words().relatives, words, _GAP), words)


def _opening(text: str, words: str) -> str | None:
    """A sentence that begins with one's trade; not when another trade is named, nor in the plural."""
    found = set()
    for sentence in map(plain, _SENTENCE.split(text)):
        for scheme in people_words().schemes:
            match = _opens_with(scheme).match(sentence)
            if match and not match["role"].endswith("s"):
                found.add(scheme)
    named = {scheme for scheme, roles in people_words().schemes.items() if whole(roles).search(words)}
    return _one(found, words) if named - {"general_employee"} <= found else None


def _after(cue: str, words: str, gap: str) -> set[str]:
    return {scheme for scheme in people_words().schemes if _roles(cue, scheme, gap).search(words)}


def _one(found: set[str], words: str) -> str | None:
    """The one scheme of several readings; none when there really are two."""
    # "Salarié agricole" is also "salarié", "contractuel de la fonction publique" also "fonction publique".
    if {"agri_employee", "general_employee"} <= found:
        found = found - {"general_employee"}
    if {"civil_servant", "general_employee"} <= found and "contractuel" in words:
        found = found - {"civil_servant"}
    return next(iter(found)) if len(found) == 1 else None


@cache
def _opens_with(scheme: str) -> re.Pattern[str]:
    age = r"(?:(?:j ?ai )?\d\d ans (?:et )?)?"
    before = rf"(?:{any_of(people_words().greeting)} )*{age}(?:une? |petite? |ancien(?:ne)? )*"
    return re.compile(rf"{before}(?P<role>{any_of(people_words().schemes[scheme])})\b")


@cache
def _roles(cue: str, scheme: str, gap: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(cue)}{gap}{any_of(people_words().schemes[scheme])}\b")
