"""Facts as people say them: how a value of the rules is told in reply to its question."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from bot.answers.french import MONTHS
from bot.dialogue.questions import Question, questions

DONT_KNOW = ("je ne sais pas", "jsp", "aucune idée", "je préfère ne pas dire", "je sais plus trop")

DAY = len("2026-11-21")


def told(field: str, value: Any, chance: random.Random) -> str:
    """One way to say it; what is not known is said as such."""
    if value in ("unknown", None):
        return chance.choice(DONT_KNOW)
    question = questions()[field]
    text = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    kind = question.head.kind
    if kind == "choice":
        return _choice(question, text, chance)
    if kind in ("date", "any_date", "birth"):
        return _day(date.fromisoformat(text), chance) if len(text) == DAY else _stretch(text)
    if kind == "yearly_pays":
        return ", ".join(f"{year} : {pay}" for year, pay in value.items())
    low, _, high = text.partition("/")
    return chance.choice(_FORMS[kind]).format(f"entre {low} et {high}" if high else text)


_FORMS = {
    "yearly_pay": ("{} euros par an", "{} € sur l'année", "{} brut par an"),
    "yearly_income": ("{} euros par an", "{} € sur l'année"),
    "yearly_sum": ("{} euros en tout sur l'année", "{} € sur l'année"),
    "monthly_sum": ("{}", "{} euros par mois", "{} €/mois"),
    "age": ("{} ans", "j'ai {} ans"),
    "hours": ("{} h", "{} heures", "{}"),
    "count": ("{}", "j'en ai fait {}"),
    "year": ("{}", "en {}"),
}


def _choice(question: Question, value: str, chance: random.Random) -> str:
    choice = next(one for one in question.head.choices if one.value == value)
    bare = {"yes": ("oui", "ouais"), "no": ("non", "nan")}.get(choice.means, ())
    return chance.choice([choice.label, *choice.words[:3], *bare])


def _stretch(text: str) -> str:
    """A month or a year."""
    year, _, month = text.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else f"en {year}"


def _day(day: date, chance: random.Random) -> str:
    month = MONTHS[day.month - 1]
    forms = (f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"le {day.day} {month} {day.year}")
    return chance.choice([*forms, f"c'était le {day:%d/%m/%Y}", f"{day.day} {month} {day.year}"])
