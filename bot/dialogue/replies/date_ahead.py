"""Days to come: "dans 3 mois", "la semaine prochaine", "fin du mois", and what says that a date lies ahead."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.dialogue.replies.date_bounds import NOT_A_YEAR, Bounds, Form, exact_day, months_of
from bot.dialogue.replies.date_near import DAYS_OF_WEEK, TO_COME
from bot.dialogue.replies.date_text import MONTH
from bot.dialogue.replies.date_words import SEASONS, part_of
from bot.rules.engine.calendar import add_months

YEARS_AHEAD = 5
MONTHS_AHEAD = 6  # what "bientôt" and "ça va…" may reach
_TO_COME = re.compile(r"\b(?:qui (?:vient|arrive)|a venir|proch(?:ein|in|an|ien)e?)\b")
_NEXT_YEAR = re.compile(r"\b(?:l )?(?:an|annee) prochaine?\b")
_THIS_YEAR = re.compile(r"\b(debut|milieu|mi|fin) (?:de l |d |de cette )annee(?! (?:derniere|passee|\d))(?: en cours)?")
_NEXT_SEASON = re.compile(rf"\b({SEASONS}) prochaine?\b")
_NEXT_MONTH_NAME = re.compile(rf"\b({MONTH}) prochaine?\b")
_WEEKDAY = "|".join(DAYS_OF_WEEK)
# "Sera", "prendront fin", "va s'arrêter": the verb says it; "bientôt" and "va" alone say less.
_AHEAD = re.compile(
    r"\b(?:ser|aur)(?:a|ont|ai)\b|\b(?:va|vont|vais|allons)(?: (?:s|me|se|en))? \w{2,}(?:er|ir|re)\b|\bd ici\b|"
    r"\b(?!opera\b|camera\b)\w{2,}(?:era|eront|erai|ira|iront|irai|dra|dront|drai|vra|vront|vrai)\b"
)
_SOON = re.compile(r"\b(?:va|vont|vais|allons|bientot|futurs?|prevue?s?|doit|doivent|pas encore)\b")
_PAST = re.compile(
    r"\b(?:depuis|il y a|voila|(?:ca|cela) fait|hier|derniere?|passee?|etai(?:t|ent)|avai(?:t|ent)|s est|se sont|"
    r"(?:a|ont|ai) (?:ete|eu|recu|fini|pris|commence|envoye|arrete))\b"
)


def spelled_ahead(words: str, on: date) -> str:
    """A `date_text` in which years to come are written in full: "l'an prochain", "mars 27", "l'été prochain"."""
    words = _TO_COME.sub("prochain", words).replace("pas avant", "a partir de")
    words = _NEXT_YEAR.sub(str(on.year + 1), words)
    words = _THIS_YEAR.sub(rf"\1 {on.year}", words)
    words = _NEXT_SEASON.sub(lambda match: f"{match[1]} {_year_of_next(match[1], on)}", words)
    for year in range(on.year + 1, on.year + YEARS_AHEAD + 1):
        words = _with_full_year(words, year)
    return words


def without_next(words: str) -> str:
    """ "En mars prochain" as "en mars", which the forms of dates can read."""
    return _NEXT_MONTH_NAME.sub(r"\1", words)


def _year_of_next(season: str, on: date) -> int:
    return on.year if part_of(season, on.year)[0] > on else on.year + 1


def _with_full_year(words: str, year: int) -> str:
    short = f"{year % 100:02d}"
    words = re.sub(rf"\b(\d{{1,2}}([/ ])\d{{1,2}}\2){short}\b(?!/)", rf"\g<1>{year}", words)
    words = re.sub(rf"(?<![/\d])(\d{{1,2}})/{short}\b(?!/)", rf"\g<1>/{year}", words)
    words = re.sub(rf"\b(\d\d(?:0\d|1[0-2])){short}\b", rf"\g<1>{year}", words)
    named = rf"(?:{MONTH}|debut|mi|milieu|fin|{SEASONS}|en|annee|courant|avant|apres)"
    return re.sub(rf"\b({named}(?: (?:de|d|l|en|annee|an))*) {short}{NOT_A_YEAR}(?! {MONTH})", rf"\1 {year}", words)


def looks_ahead(words: str) -> bool:
    """Do the words say that the date is to come?"""
    return bool(TO_COME.search(words) or (_AHEAD.search(words) and not _PAST.search(words)))


def looks_near(words: str) -> bool:
    """Do they say that it may come soon?"""
    return bool(_SOON.search(words)) and not _PAST.search(words)


def ahead(words: str, on: date) -> Bounds | None:
    """The days to come that a `date_text` tells from today.

    Raises:
        ValueError: a day that does not exist.
    """
    for form in _FORMS:
        match = form.pattern.search(words)
        if match:
            return form.read(match, on)
    return None


def length_ahead(count: int, unit: str, on: date) -> Bounds:
    """The day, or the month, that far ahead."""
    if unit.startswith(("jour", "semaine")):
        day = on + timedelta(days=count * (7 if unit.startswith("semaine") else 1))
        return day, day
    day = add_months(on, count * (12 if unit.startswith("an") else 1))
    return months_of(day.year, day.month, day.month)


def _within(match: re.Match[str], on: date) -> Bounds:
    count = 1 if match[1] in {"un", "une"} else int(match[1])
    last = int(match[2] or count)
    unit, more = match[3], 0
    if unit.startswith("an") and (match[4] or match[5]):
        unit, count, last = "mois", 12 * count, 12 * last
        more = 6 if match[4] else int(match[5])
    return length_ahead(count + more, unit, on)[0], length_ahead(max(last, count) + more, unit, on)[1]


def _tomorrow(match: re.Match[str], on: date) -> Bounds:
    return length_ahead(2 if match[0].startswith("apres") else 1, "jour", on)


def _next_week(match: re.Match[str], on: date) -> Bounds:
    monday = on + timedelta(days=7 - on.weekday())
    return monday, monday + timedelta(days=6)


def _of_a_month(match: re.Match[str], on: date) -> Bounds:
    month = add_months(on, {"prochain": 1, "dernier": -1}.get(match[2] or "", 0))
    if match[1] and match[1].isdigit():
        return exact_day(month.year, month.month, int(match[1]))
    return months_of(month.year, month.month, month.month)


def _next_weekday(match: re.Match[str], on: date) -> Bounds:
    return length_ahead((DAYS_OF_WEEK.index(match[1]) - on.weekday()) % 7 or 7, "jour", on)


_LENGTH = r"(\d+|une?)(?: (?:ou|a) (\d+))? (ans?|annees?|mois|semaines?|jours?)\b(?: et (?:(demie?)|(\d+) mois))?"
_PART, _OF_THE = r"(\d{1,2}|debut|fin|milieu|mi)(?: ?er)?", "(?:de|du|de ce)"
_FORMS = (
    Form(re.compile(rf"\b(?:dans|d ici|sous)(?: (?:environ|a peu pres|moins de|les|a))* {_LENGTH}"), _within),
    Form(re.compile(r"\b(?:apres )?demain\b"), _tomorrow),
    Form(re.compile(r"\b(?:semaine prochaine|prochaine semaine)\b"), _next_week),
    Form(re.compile(rf"\b{_PART} {_OF_THE} ?mois(?! (?:de|d)\b)(?: (prochain|dernier|ci))?\b"), _of_a_month),
    Form(re.compile(r"\b()(?:mois (prochain)|prochain mois)\b"), _of_a_month),
    Form(re.compile(rf"\b({_WEEKDAY})(?! \d| {MONTH})(?: prochain)?\b"), _next_weekday),
)
