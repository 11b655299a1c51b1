"""Ages as people type them: "54 ans", "bientôt 60 ans", "entre 50 et 55 ans", "la cinquantaine", "54" alone."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from bot.dialogue.replies.date_text import MONTH, MONTHS
from bot.rules.engine.calendar import add_months

YOUNGEST, OLDEST = 14, 105
ABOUT_YEARS = 2
_YEARS = r"(?:ans?|a|annees?|balais|piges?|printemps)\b"
_AGE = re.compile(rf"\b(\d{{1,3}})(?: 5)? ?{_YEARS}")
_BETWEEN = re.compile(rf"\b(\d{{2,3}})(?: ?ans?)?(?: (?:et|ou|a) |/)(\d{{2,3}}) ?{_YEARS}")
_TENS = {"vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60}
_FILLER = (
    r"(?:j ai|j|ai|age|moi|ben|bah|euh|c est|environ|a peu pres|a|oui|non|bonjour|merci|svp|je crois|dans les|vers|"
    r"bientot|presque|quasiment)"
)
_ALONE = re.compile(rf"^(?:{_FILLER} )*(\d{{1,3}})(?: et demie?| 5)?(?: {_FILLER})*$")
# How long something lasts, or since when, is no age: "depuis 20 ans", "j'ai travaillé 30 ans", "15 ans que je cotise".
_ABOUT_SO = r"(?: (?:environ|plus de|presque|deja|bien|mes|l age de))*"
_SINCE = r"(?:depuis|il y a|pendant|durant|voila|(?:ca|cela) fait)"
_LASTING = (
    rf"(?<!\bne )(?<!\bnee )\b{_SINCE}{_ABOUT_SO} \d+ {_YEARS}",
    rf"\bdepuis (?:(?:le|l|la|en|debut|fin|mi|annee|\d{{1,2}}|{MONTH}) )*(?:\d{{1,2}}/)*(?:19|20)?\d\d\b(?! {_YEARS})",
    rf"\b(?:ai|avais|je) (?:travaille|bosse|cotise|exerce|passe|fait){_ABOUT_SO} \d+ {_YEARS}",
    rf"\b\d+ {_YEARS} (?:que|de (?:travail|carriere|metier|boite|service|cotisations?|maladie|boulot|maison))\b",
)
_DURATION = re.compile("|".join(_LASTING))
_NOT_YET = re.compile(
    r"\b(bientot|presque|quasi|quasiment|pas encore|pas tout a fait|vais|va|aurai|aura|"
    r"dans (?:\d+|une?|quelques) (?:jours?|semaines?|mois)|le mois prochain|prochainement)\b"
)
_ABOUT = re.compile(r"\b(environ|a peu pres|dans les|autour de|vers)\b")


class Age(NamedTuple):
    """Full years of age today, between two bounds (None: open), and how to say them."""

    least: int | None
    most: int | None
    said: str


def without_durations(words: str) -> str:
    """A `date_text` without what tells how long something has lasted."""
    return _DURATION.sub(" ", words)


def find_age(words: str, on: date) -> Age | None:
    """The age that a `date_text` tells; None when it tells none."""
    if match := _BETWEEN.search(words):
        low, high = sorted((int(match[1]), int(match[2])))
        return Age(low, high, f"entre {low} et {high} ans")
    if ten := next((tens for word, tens in _TENS.items() if word in words.split()), None):
        return Age(ten, ten + 9, f"entre {ten} et {ten + 9} ans")
    match = _AGE.search(words) or _ALONE.search(words)
    if not match:
        return None
    return _bounded(int(match[1]), words, on)


def _bounded(years: int, words: str, on: date) -> Age:
    if re.search(r"\bmoins de \d", words):
        return Age(None, years - 1, f"moins de {years} ans")
    if re.search(r"\b(?:plus de|au moins|passe) \d", words):
        return Age(years, None, f"plus de {years} ans")
    if _still_to_come(words, on):
        return Age(years - 1, years - 1, f"{years - 1} ans")
    if _ABOUT.search(words):
        return Age(years - ABOUT_YEARS, years + ABOUT_YEARS, f"environ {years} ans")
    return Age(years, years, f"{years} ans")


def _still_to_come(words: str, on: date) -> bool:
    """ "Bientôt 60 ans", "j'aurai 62 ans en mars", "62 ans en décembre" said in November."""
    month = re.search(rf"\ben ({MONTH})\b", words)
    past = re.search(r"\b(ai eu|a eu|eus|fetes?|depuis)\b", words)
    return bool(_NOT_YET.search(words) or (month and not past and MONTHS[month[1]] > on.month))


def birth_of(age: Age, on: date) -> tuple[date, date]:
    """The first and last day on which somebody of that age may be born."""
    low = date.min if age.most is None else add_months(on, -12 * (age.most + 1)) + timedelta(days=1)
    return low, add_months(on, -12 * (YOUNGEST if age.least is None else age.least))


def is_plausible(age: Age) -> bool:
    """Can somebody of that age ask for a pension?"""
    return all(YOUNGEST <= years <= OLDEST for years in (age.least, age.most) if years is not None)


def alone(words: str) -> int | None:
    """A number with nothing that says whether it is an age or a year."""
    match = _ALONE.search(words)
    return int(match[1]) if match else None
