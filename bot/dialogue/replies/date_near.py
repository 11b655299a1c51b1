"""Dates told from today: "il y a deux ans", "depuis six mois", "hier", "la semaine dernière", "lundi"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.dialogue.replies.date_bounds import Bounds, Form, days_ago, months_of
from bot.rules.engine.calendar import add_months

# "2 ans" alone answers "depuis quand ?"; "54 ans" alone is an age.
MOST_YEARS_ALONE = 15
DAYS_OF_WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ABOUT = r"(?:environ|a peu pres|presque|plus de|deja|bientot|maintenant|bien|au moins)"
_LENGTH = r"(\d+|une?) (ans?|annees?|mois|semaines?|jours?)\b(?: et (?:(demie?)|(\d+) mois))?"
_SINCE = r"(?:il y a|depuis|voila|(?:ca|cela) fait)"


def _ago(match: re.Match[str], on: date) -> Bounds:
    count = 1 if match[1] in {"un", "une"} else int(match[1])
    if match[2].startswith("jour"):
        return days_ago(count, on)
    if match[2].startswith("semaine"):
        return days_ago(7 * count, on)
    per_unit = 12 if match[2].startswith("an") else 1
    more = per_unit // 2 if match[3] else int(match[4] or 0)
    day = add_months(on, -(per_unit * count + more))
    return months_of(day.year, day.month, day.month)


def _near(match: re.Match[str], on: date) -> Bounds:
    return days_ago({"avant hier": 2, "hier": 1}.get(match[0], 0), on)


def _month(match: re.Match[str], on: date) -> Bounds:
    day = on if match[0].startswith("ce") else add_months(on, -1)
    return months_of(day.year, day.month, day.month)


def _week(match: re.Match[str], on: date) -> Bounds:
    monday = on - timedelta(days=on.weekday() + (0 if match[0].startswith("cette") else 7))
    return monday, min(monday + timedelta(days=6), on)


def _weekday(match: re.Match[str], on: date) -> Bounds:
    return days_ago((on.weekday() - DAYS_OF_WEEK.index(match[1])) % 7 or 7, on)


NEAR = (
    Form(re.compile(rf"\b{_SINCE} (?:{_ABOUT} )*{_LENGTH}"), _ago),
    Form(re.compile(r"\b(?:avant hier|hier|aujourd hui|ce matin)\b"), _near),
    Form(re.compile(r"\bce mois(?: ci)?\b(?! (?:dernier|passe))|\bmois (?:dernier|passe)\b"), _month),
    Form(re.compile(r"\bcette semaine\b|\bsemaine (?:derniere|passee)\b"), _week),
    Form(re.compile(rf"\b({'|'.join(DAYS_OF_WEEK)})\b"), _weekday),
)
_ALONE = re.compile(rf"^(?:{_ABOUT} )*{_LENGTH}(?: {_ABOUT})*$")


def length_alone(words: str, on: date) -> Bounds | None:
    """ "2 ans" or "six mois" and nothing else, said of something that lasts since then."""
    match = _ALONE.search(words)
    if not match or (match[2].startswith("an") and match[1].isdigit() and int(match[1]) > MOST_YEARS_ALONE):
        return None
    return _ago(match, on)


TO_COME = re.compile(
    r"\b(?:demain|prochaine?|l an prochain|dans (?:\d+|une?|quelques) (?:jours?|semaines?|mois|ans?|annees?))\b"
)
