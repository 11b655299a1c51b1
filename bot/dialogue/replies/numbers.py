"""Hours and sums over twelve months as people type them: "450 h", "35 h par semaine", "1 800 brut par mois"."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from bot.answers import french
from bot.dialogue.replies.amounts import Amount, amount_in, as_value, in_words, together
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.quantities import MONTHS, WEEKS, Quantity, quantities
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused

_NOTHING = re.compile(
    r"^(?:(?:non|oui|c est|j ai|j en ai|je n ai) )*(?:aucune?(?: heures?| salaires?| revenus?)?|rien(?: du tout)?|nada|"
    r"pas une(?: seule)? heure|pas d heures?|pas de (?:salaire|revenu)s?|pas (?:travaille|bosse)(?: du tout)?)$"
)
_BELOW_NOTHING = re.compile(r"^\s*-\s?\d")
_TURNOVER = re.compile(r"\b(?:ca|chiffre d affaires?)\b")
_NET = re.compile(r"\bnet(?:s|te|tes)?\b")
_GROSS = re.compile(r"\bbrut(?:s|e|es)?\b")
_FULL_TIME = re.compile(r"\b(?:temps (?:plein|complet)|plein temps)\b")
_HALF_TIME = re.compile(r"\b(?:mi|demi) temps\b")
FULL_TIME_MONTH = Decimal("151.67")  # hours of 35 h a week, as on every payslip
MOST_HOURS = 4000
# Hours that one works in a week or in a month, given without a period, may be just that.
A_WEEK, A_MONTH = 48, 175
# Under this sum, a pay given without a period may be a month's as well as a year's.
SURELY_YEARLY = 8000
MOST_PAY = 1_000_000
MONTHS_PAID = range(13, 16)  # a thirteenth month, or a fourteenth
# Says a number with its unit.
Say = Callable[[Decimal], str]
NONE = Amount(Decimal(0), Decimal(0))


def read_hours(text: str) -> Reading:
    """Hours worked over twelve months; "35 h par semaine" and "151 h par mois" are multiplied out."""
    words = plain(text)
    if _NOTHING.search(words):
        return as_value(NONE, _hours)
    found = quantities(text)
    hours = [q for q in found if q.unit == "hour"] or [q for q in found if q.unit == ""]
    amount = amount_in(_from(found, hours))
    if _is_money(found, words):
        return Refused()
    if amount is None:
        return _by_working_time(words, found)
    factor = _yearly_factor(_rate(hours), found)
    if factor is None:
        return Refused()
    if factor == 1 and not _rate(hours) and _may_be_a_rate(amount):
        return _week_or_total(amount, found)
    yearly = amount if factor == 1 else amount.times(factor).whole()
    return Refused("impossible") if yearly.highest > MOST_HOURS else as_value(yearly, _hours)


def read_yearly_pay(text: str) -> Reading:
    """A pay over twelve months, in euros; net is refused, monthly multiplied, doubtful asked."""
    return _read_euros(text, _over_twelve_months)


def read_yearly_income(text: str) -> Reading:
    """An average income a year, in euros, read as a pay is; a turnover is no income."""
    if _TURNOVER.search(plain(text)) and quantities(text):
        return Refused("net")
    return _read_euros(text, _a_year)


def _read_euros(text: str, say: Say) -> Reading:
    words = plain(text)
    if _NOTHING.search(words):
        return as_value(NONE, say)
    if _BELOW_NOTHING.match(text):
        return Refused()
    net, gross = bool(_NET.search(words)), bool(_GROSS.search(words))
    if net and not gross:
        return Refused("net")
    found = quantities(text)
    sums = [q for q in found if q.unit in {"euro", ""}]
    told = _told_as_gross(sums) if net else sums
    multiplied = _multiplied(told)
    if multiplied is not None:
        return _as_pay(multiplied, say)
    amount = amount_in(_from(found, told))
    if amount is None:
        return Refused()
    rate = _rate(told) or _rate(sums)
    factor = _yearly_factor(rate, found)
    if factor is None or rate == "hour":
        return Refused()
    if rate in {"", "month"} and _months_told(found) in MONTHS_PAID:
        factor = _months_told(found)
    elif not rate and 0 < amount.highest < SURELY_YEARLY:
        return _month_or_year(amount, found)
    return _as_pay(amount.times(factor), say)


def _from(found: tuple[Quantity, ...], wanted: list[Quantity]) -> list[Quantity]:
    """The wanted numbers from the first one on; between bounds, the first may carry no unit: "entre 500 et 600 h"."""
    if not wanted:
        return []
    at = found.index(wanted[0])
    previous = found[at - 1] if at else None
    return [previous, *wanted] if previous and previous.unit == "" and together(previous, wanted[0]) else wanted


def _rate(found: list[Quantity]) -> str:
    """The rate told with the first numbers, else before them."""
    told = next((q.rate for q in found[:2] if q.rate), "")
    return told or (found[0].rate_before if found else "")


def _months(found: tuple[Quantity, ...]) -> Decimal:
    """The length of time told, in months; a year when none is, and never more."""
    return min(_months_told(found), Decimal(MONTHS))


def _months_told(found: tuple[Quantity, ...]) -> Decimal:
    return next((q.months for q in found if q.months is not None), Decimal(MONTHS))


def _yearly_factor(rate: str, found: tuple[Quantity, ...]) -> Decimal | None:
    """By what to multiply to have the sum of the time worked; None when too little is told."""
    months = _months(found)
    if rate == "month":
        return months
    weeks = months * WEEKS / MONTHS
    if rate == "week":
        return weeks
    if rate == "day":
        days = next((q.value for q in found if q.unit == "day" and q.rate == "week"), None)
        return None if days is None else days * weeks
    return Decimal(1)


def _is_money(found: tuple[Quantity, ...], words: str) -> bool:
    return any(q.unit == "euro" for q in found) or bool(_NET.search(words) or _GROSS.search(words))


def _by_working_time(words: str, found: tuple[Quantity, ...]) -> Reading:
    """ "6 mois à temps plein": full time has as many hours everywhere."""
    share = Decimal(1) if _FULL_TIME.search(words) else Decimal("0.5") if _HALF_TIME.search(words) else None
    if share is None or not any(q.months for q in found):
        return Refused()
    hours = _months(found) * FULL_TIME_MONTH * share
    return as_value(Amount(hours, hours).whole(), _hours)


def _may_be_a_rate(amount: Amount) -> bool:
    return amount.low > 0 and amount.high is not None and amount.high <= A_MONTH


def _week_or_total(amount: Amount, found: tuple[Quantity, ...]) -> Ambiguous:
    said = in_words(amount, _hours)
    period = "semaine" if amount.highest <= A_WEEK else "mois"
    labels = (f"{said} par {period}{_during(found)}", f"{said} en tout")
    return Ambiguous(f"Est-ce par {period}, ou en tout sur l'année ?", labels)


def _month_or_year(amount: Amount, found: tuple[Quantity, ...]) -> Ambiguous:
    said = in_words(amount, french.euros)
    labels = (f"{said} par mois{_during(found)}", f"{said} en tout sur l'année")
    return Ambiguous("Est-ce par mois, ou pour toute l'année ?", labels)


def _during(found: tuple[Quantity, ...]) -> str:
    months = _months(found)
    return "" if months == MONTHS else f" pendant {french.number(months, 0)} mois"


def _multiplied(sums: list[Quantity]) -> Amount | None:
    """ "1750 x 12", "13 fois 1750"."""
    if len(sums) < 2 or not re.fullmatch(r" ?(?:x|\*|fois) ?", sums[1].before):
        return None
    product = sums[0].value * sums[1].value
    return Amount(product, product)


def _told_as_gross(sums: list[Quantity]) -> list[Quantity]:
    """Of "1400 net soit 1800 brut" or "brut 1800, net 1400", the gross one."""
    if sums and (_NET.search(sums[0].before) or _GROSS.search(sums[0].before)):
        return [q for q in sums if _GROSS.search(q.before)]
    return [q for q in sums if _GROSS.search(q.after)]


def _as_pay(amount: Amount, say: Say) -> Reading:
    return Refused("impossible") if amount.highest > MOST_PAY else as_value(amount, say)


def _hours(number: Decimal) -> str:
    return f"{french.number(number)}\u00a0heures"


def _over_twelve_months(number: Decimal) -> str:
    return f"{french.euros(number)} sur douze mois"


def _a_year(number: Decimal) -> str:
    return f"{french.euros(number)} par an"
