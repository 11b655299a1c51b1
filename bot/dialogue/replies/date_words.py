"""Months and parts of years in words: "3 avril 1975", "mars l'an dernier", "début 2019", "l'été dernier", "en 75"."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue.replies.date_bounds import YEAR, Bounds, Form, InTheFuture, exact_day, full_year, last_time, months_of
from bot.dialogue.replies.date_text import MONTH, MONTHS

_PARTS = {
    "debut": (1, 4),
    "mi": (5, 8),
    "milieu": (5, 8),
    "fin": (9, 12),
    "printemps": (3, 6),
    "ete": (6, 9),
    "automne": (9, 12),
    "hiver": (1, 3),
}
SEASONS = "printemps|ete|automne|hiver"
_LAST_YEAR = r"(?:l an|an|annee) (?:dernier|derniere|passe|passee)"
_THIS_YEAR = r"cette annee|annee en cours"


def _month(match: re.Match[str], on: date) -> Bounds:
    month, after = MONTHS[match[2]], match.string[match.end() :]
    if after.startswith(" prochain"):
        raise InTheFuture

    def in_year(year: int) -> Bounds:
        day = match[1] or match[4]
        return exact_day(year, month, int(day)) if day else months_of(year, month, month)

    just_before = re.search(r"\b((?:19|20)\d\d) $", match.string[: match.start()])
    told = match[3] or (just_before and just_before[1])
    year = full_year(told, on) if told else _year_told_elsewhere(match.string, after, month, on)
    return last_time(in_year, on) if year is None else in_year(year)


def _year_told_elsewhere(words: str, after: str, month: int, on: date) -> int | None:
    """The year of the month it is told with ("de mars à juin 2024"), of "l'an dernier", or of "il y a deux ans"."""
    other = re.match(rf"(?: (?:et|ou|a|au|puis|en|le|\d{{1,2}}))* ({MONTH}) {YEAR}", after)
    if other:
        year = full_year(other[2], on)
        return year if month <= MONTHS[other[1]] else year - 1
    if re.search(rf"\b{_LAST_YEAR}\b", words):
        return on.year - 1
    if ago := re.search(r"\bil y a (\d+) ans?\b", words):
        return on.year - int(ago[1])
    return on.year if re.search(rf"\b(?:{_THIS_YEAR})\b", words) else None


def part_of(name: str, year: int) -> Bounds:
    """A part of a year, or all of it when the name is empty."""
    return months_of(year, *_PARTS.get(name, (1, 12)))


def _part_of_a_year(match: re.Match[str], on: date) -> Bounds:
    return part_of(match[1] or "", full_year(match[2], on))


def _part_of_last_year(match: re.Match[str], on: date) -> Bounds:
    return part_of(match[1] or "", on.year - 1)


def _part_of_this_year(match: re.Match[str], on: date) -> Bounds:
    return part_of(match[1] or "", on.year)


def _last_such_part(match: re.Match[str], on: date) -> Bounds:
    return last_time(lambda year: part_of(match[1], year), on)


# A part stands beside its year: "j'ai été opéré en 2023" is no summer.
_PART = rf"\b({'|'.join(_PARTS)})(?: (?:de|d|l|en|annee|an))* "
_SEASON_LAST = rf"\b({SEASONS}) (?:dernier|passe)\b"
_YEAR_AFTER_MONTH = rf"(?: (?:de|en|l an|l annee))* {YEAR}"
# "Juillet 2025 le 8"; but neither "le 8 avril" nor "le 8 ou le 9".
_DAY_AFTER = (
    rf"(?: le (\d{{1,2}})(?: ?er)?\b(?! (?:{MONTH}|du|jours?|mois|heures?|h)\b)(?! (?:(?:ou|et|au|a) )?(?:le )?\d))"
)
IN_WORDS = (
    Form(
        re.compile(
            rf"\b(?:(\d{{1,2}})(?: ?er)?(?: du mois)?(?: de)? )?({MONTH})\b(?:{_YEAR_AFTER_MONTH})?(?(1)|{_DAY_AFTER}?)"
        ),
        _month,
    ),
    Form(re.compile(rf"{_PART}{YEAR}"), _part_of_a_year),
    Form(re.compile(rf"\b()(?=(?:19|20)\d\d){YEAR}"), _part_of_a_year),
    Form(re.compile(rf"(?:{_PART})?\b{_LAST_YEAR}\b"), _part_of_last_year),
    Form(re.compile(rf"(?:{_PART})?\b(?:{_THIS_YEAR})\b"), _part_of_this_year),
    Form(re.compile(r"\b(debut|milieu|mi|fin) (?:de l |d )annee\b"), _last_such_part),
    Form(re.compile(_SEASON_LAST), _last_such_part),
    Form(re.compile(rf"\b(?:l|cet|ce|en|au|a l) ({SEASONS})\b"), _last_such_part),
    Form(re.compile(rf"\b()(?:en|annee|classe|depuis|vers|courant|nee?) (?=\d\d\b){YEAR}"), _part_of_a_year),
)
# "Fin 2023 début 2024" is one stretch of time.
PARTS_IN_A_ROW = re.compile(r"\b(?:fin|milieu|mi) .*?\d (?=(?:debut|mi|milieu) )")
