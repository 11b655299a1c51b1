"""What a rule computes, in French: sums, days, words, and bounds when a value is only known between two."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from bot.answers import french
from bot.answers.rule_words import rule_words
from bot.rules.engine.calendar import days_in_month
from bot.rules.engine.money import has_no_bound
from bot.rules.engine.span import Span

_PER = {"EUR/an": " par an", "EUR/mois": " par mois"}
_COUNTED = {
    "mois": ("mois", "mois"),
    "heures": ("heure", "heures"),
    "années": ("an", "ans"),
    "parts": ("part", "parts"),
}


def output(value: Any, unit: str, name: str = "") -> str:
    """A value of a rule with its unit, in French; bounds when it is only known between two."""
    if isinstance(value, Span):
        return _between(value, unit)
    if isinstance(value, tuple):
        return french.joined([output(item, unit, name) for item in value], "ou")
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return french.day(value)
    if isinstance(value, (int, Decimal)):
        return _number(Decimal(value), unit)
    return rule_words().value(name, value)


def _between(value: Span[Any], unit: str) -> str:
    """Both bounds, or the only one that is known; a whole month or year by its name."""
    if isinstance(value.low, date) and value.low.day == 1 and value.high.day == days_in_month(value.high):
        if (value.low.year, value.low.month) == (value.high.year, value.high.month):
            return french.month(value.low)
        if (value.low.month, value.high) == (1, value.low.replace(month=12, day=31)):
            return str(value.low.year)
    open_low, open_high = (_open(bound) for bound in (value.low, value.high))
    if open_low and open_high:
        return "pas encore connu"
    if open_high:
        return f"au moins {output(value.low, unit)}" if unit != "jour" else f"à partir du {output(value.low, unit)}"
    if open_low:
        return f"au plus tard le {output(value.high, unit)}"
    the = "le " if isinstance(value.low, date) else ""
    return f"entre {the}{output(value.low, unit)} et {the}{output(value.high, unit)}"


def _open(bound: Any) -> bool:
    return bound in (date.min, date.max) if isinstance(bound, date) else has_no_bound(bound)


def _number(value: Decimal, unit: str) -> str:
    if has_no_bound(value):
        return "pas encore connu"
    if unit.startswith("EUR"):
        return french.euros(value) + _PER.get(unit, "")
    if unit == "taux":
        return french.percent(value)
    if unit in _COUNTED:
        return french.counted(value, *_COUNTED[unit])
    return str(value)  # a year has no thousands
