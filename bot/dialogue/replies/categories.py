"""A category of invalidity as people write it: "cat2", "2e catégorie", "la deuxième catégorie", "invalidité 2"."""

from __future__ import annotations

import re

# One category, in folded words; a group for each way of writing it.
CATEGORY = (
    r"(?:cat(?:egorie)?s? ?([123])|([123]) ?(?:e|er|ere|eme|ieme|nd|nde)? cat(?:egorie)?|"
    r"(premiere|deuxieme|seconde|troisieme) cat(?:egorie)?|"
    r"inval(?:idite)? ?(?:de )?(?:niveau ?)?([123])\b(?! ans| mois))"
)
_CATEGORY = re.compile(rf"\b{CATEGORY}")
# "Catégorie 1 ou 2", "de la 2 à la 3": which one it is about cannot be told.
_ANOTHER = re.compile(
    r"\b(?:ou|et|a|en|vers|puis) (?:en |la |de |cat(?:egorie)? )*[123]\b(?! ?(?:ans?|mois|jours?|enfants?|fois|h))"
)
_ORDINALS = {"premiere": 1, "deuxieme": 2, "seconde": 2, "troisieme": 3}


def categories_in(words: str) -> list[tuple[int, int]]:
    """The categories that folded words name, each with the place where it begins."""
    found = []
    for match in _CATEGORY.finditer(words):
        said = next(part for part in match.groups() if part)
        found.append((_ORDINALS.get(said) or int(said), match.start()))
    return found


def only_category(words: str) -> int | None:
    """The category that folded words are about, when they name one and no other."""
    named = categories_in(words)
    others = {int(match[0][-1]) for match in _ANOTHER.finditer(words)}
    numbers = {number for number, _ in named} | (others if named else set())
    return numbers.pop() if len(numbers) == 1 else None
