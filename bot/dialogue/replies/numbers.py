"""Hours and pay over twelve months as people type them: "450 h", "35 h par semaine", "1 800 brut par mois"."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.answers import french
from bot.dialogue.replies.amounts import Amount, amount_in, as_value, in_words
from bot.dialogue.replies.euros import (
    MONTHS_PAID,
    NONE,
    Money,
    Say,
    a_year,
    as_sum,
    is_below_nothing,
    is_net,
    is_nothing,
    money_in,
    month_or_year,
    over_twelve_months,
    says_net_or_gross,
)
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.periods import Quantities, during, from_first, months_of, months_told, rate_of, yearly_factor
from bot.dialogue.replies.quantities import MONTHS, quantities
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused

_TURNOVER = re.compile(r"\b(?:ca|chiffre d affaires?)\b")
_FULL_TIME = re.compile(r"\b(?:temps (?:plein|complet)|plein temps)\b")
_HALF_TIME = re.compile(r"\b(?:mi|demi) temps\b")
FULL_TIME_MONTH = Decimal("151.67")  # hours of 35 h a week, as on every payslip
MOST_HOURS = 4000
# Hours that one works in a week or in a month, given without a period, may be just that.
A_WEEK, A_MONTH = 48, 175
# Under this sum, a pay given without a period may be a month's as well as a year's.
SURELY_YEARLY = 8000


def read_hours(text: str) -> Reading:
    """Hours worked over twelve months; "35 h par semaine" and "151 h par mois" are multiplied out."""
    if is_nothing(text):
        return as_value(NONE, _hours)
    found = quantities(text)
    hours = [q for q in found if q.unit == "hour"] or [q for q in found if q.unit == ""]
    amount = amount_in(from_first(found, hours))
    if any(q.unit == "euro" for q in found) or says_net_or_gross(text):
        return Refused()
    if amount is None:
        return _by_working_time(plain(text), found)
    factor = yearly_factor(rate_of(hours), found)
    if factor is None:
        return Refused()
    if factor == 1 and not rate_of(hours) and _may_be_a_rate(amount):
        return _week_or_total(amount, found)
    yearly = amount if factor == 1 else amount.times(factor).whole()
    return Refused("impossible") if yearly.highest > MOST_HOURS else as_value(yearly, _hours)


def read_yearly_pay(text: str) -> Reading:
    """A pay over twelve months, in euros; net is refused, monthly multiplied, doubtful asked."""
    return _read_pay(text, over_twelve_months)


def read_yearly_income(text: str) -> Reading:
    """An average income a year, in euros, read as a pay is; a turnover is no income."""
    if _TURNOVER.search(plain(text)) and quantities(text):
        return Refused("net")
    return _read_pay(text, a_year)


def _read_pay(text: str, say: Say) -> Reading:
    if is_nothing(text):
        return as_value(NONE, say)
    if is_below_nothing(text):
        return Refused()
    if is_net(text):
        return Refused("net")
    money = money_in(quantities(text))
    if money is None:
        return Refused()
    if is_doubtful(money):
        return month_or_year(money.amount, money.found)
    yearly = yearly_pay(money)
    return Refused() if yearly is None else as_sum(yearly, say)


def is_doubtful(money: Money) -> bool:
    """May a pay be a month's as well as a year's?"""
    return not money.rate and not _months_paid(money) and 0 < money.amount.highest < SURELY_YEARLY


def yearly_pay(money: Money) -> Amount | None:
    """A pay over a year, multiplied by its rate; None when too little is told."""
    factor = _months_paid(money) or yearly_factor(money.rate, money.found)
    return None if factor is None or money.rate == "hour" else money.amount.times(factor)


def _months_paid(money: Money) -> Decimal | None:
    """Thirteen months, or more, when so many are told."""
    months = months_told(money.found)
    more = months is not None and months > MONTHS and months in MONTHS_PAID
    return months if more and money.rate in {"", "month"} else None


def _by_working_time(words: str, found: Quantities) -> Reading:
    """ "6 mois à temps plein": full time has as many hours everywhere."""
    share = Decimal(1) if _FULL_TIME.search(words) else Decimal("0.5") if _HALF_TIME.search(words) else None
    if share is None or not any(q.months for q in found):
        return Refused()
    hours = months_of(found) * FULL_TIME_MONTH * share
    return as_value(Amount(hours, hours).whole(), _hours)


def _may_be_a_rate(amount: Amount) -> bool:
    return amount.low > 0 and amount.high is not None and amount.high <= A_MONTH


def _week_or_total(amount: Amount, found: Quantities) -> Ambiguous:
    said = in_words(amount, _hours)
    period = "semaine" if amount.highest <= A_WEEK else "mois"
    labels = (f"{said} par {period}{during(found)}", f"{said} en tout")
    return Ambiguous(f"Est-ce par {period}, ou en tout sur l'année ?", labels)


def _hours(number: Decimal) -> str:
    return f"{french.number(number)}\u00a0heures"
