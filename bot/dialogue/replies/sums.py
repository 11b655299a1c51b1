"""Sums a month or over a year, net or gross alike: "950 € par mois", "11 400 par an", "600 tous les trois mois"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from bot.answers import french
from bot.dialogue.replies.amounts import Amount, added, amount_in, in_words, together
from bot.dialogue.replies.date_text import MONTH
from bot.dialogue.replies.digits import words_to_digits
from bot.dialogue.replies.euros import (
    NONE,
    Money,
    a_month,
    as_sum,
    is_below_nothing,
    is_nothing,
    money_in,
    month_or_year,
    over_twelve_months,
    sums_in,
)
from bot.dialogue.replies.folding import fold
from bot.dialogue.replies.numbers import SURELY_YEARLY
from bot.dialogue.replies.periods import Quantities, months_of, months_told, yearly_factor
from bot.dialogue.replies.quantities import CIVIL_YEAR, MONTHS, WEEKS, Quantity, quantities
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused

DAYS = 365
# Over this sum, one given without a period may be a year's as well as a month's.
SURELY_MONTHLY = 6000
MOST_MONTHLY = 100_000
MOST_DAILY = 150  # an allowance of so many days tells that of one day
SMALLEST_ADDED = 20  # "800 et 2 enfants" adds nothing
_PER_YEAR = {"month": Decimal(MONTHS), "week": Decimal(WEEKS), "day": Decimal(DAYS), "year": Decimal(1)}
_UNITS = {"mois": MONTHS, "semaine": WEEKS, "jour": DAYS}
_QUARTER = re.compile(r"\b(?:par|chaque|/ ?)trimestre\b|\b(?:par|chaque) trimestre\b|\btrimestriel\w*")
_EVERY = re.compile(r"\btou(?:te)?s les (\d+) (mois|semaine|jour)s?\b")
_PLUS = re.compile(r"\+|\bplus\b(?! ?(?:de|d'|du|ou))|\b(?:s'y |s')ajoute\w*\b")
_AND = re.compile(r"\bet\b|[,;\n]")
# Words that say the same sum in another way, or a part of it.
_SAME = re.compile(r"\b(?:soit|ou|donc|dont|pas|mais|environ|a peu pres|c'est|non|pardon|net|brut|depuis|en fait)\b")
_OWN_WORD = re.compile(r"\b(?!(?:euros?|par|mois|ans?|annees?|semaines?|jours?|et|les|des|plus|encore)\b)[a-z]{2,}")
_A_MONTH_AFTER = re.compile(rf"\s?(?:{MONTH})\b")  # "le 25 mars"
# "À deux on a 900 en tout" tells the sum of the household; "900 en tout sur l'année" that of the year.
_IN_ALL = re.compile(r"\b(?:en tout(?: et pour tout)?|(?:au )?total)\b")
_OF_A_YEAR = re.compile(r"\b(?:ans?|annees?|annuel\w*|(?:19|20)\d\d)\b")
_OVER_MONTHS = re.compile(r"\b(?:sur|en|pour|pendant|durant) (?:les )?\d+ (?:derniers )?mois\b")


def read_monthly_sum(text: str) -> Reading:
    """A sum a month, in euros; that of a year is divided, a very large one asked about."""
    words = fold(text)
    in_all = bool(_IN_ALL.search(words)) and not _OF_A_YEAR.search(words)
    money = _read(_IN_ALL.sub(" ", words) if in_all else text)
    if not isinstance(money, Money):
        return money
    if in_all and money.rate == "" and _OVER_MONTHS.search(words_to_digits(words)):
        return as_sum(_over(money.amount, months_told(money.found) or Decimal(1)), a_month, MOST_MONTHLY)
    if money.rate == "" and money.amount.highest > SURELY_MONTHLY:
        months = months_told(money.found)
        if months is None and money.amount.highest <= MOST_MONTHLY:
            return _month_or_year(money.amount)
        return as_sum(_over(money.amount, months or Decimal(MONTHS)), a_month, MOST_MONTHLY)
    several = _several(money.found, text)
    if several is None:
        return as_sum(_monthly(money.amount, money.rate), a_month, MOST_MONTHLY)
    # "9 600 et 2 400 par an": a rate told at the end is that of all.
    usual = several[-1].rate or "month"
    first = _monthly(money.amount, money.rate)
    total = reduce(added, (_monthly(_sum(q), q.rate or usual) for q in several))
    if total.highest > MOST_MONTHLY or all(_PLUS.search(q.before) for q in several[1:]):
        return as_sum(total, a_month, MOST_MONTHLY)
    return Ambiguous("Faut-il ajouter ces sommes ?", (in_words(total, a_month), in_words(first, a_month)))


def read_yearly_sum(text: str) -> Reading:
    """A sum over twelve months, in euros; a monthly or daily one is multiplied, several are added."""
    money = _read(text)
    if not isinstance(money, Money):
        return money
    several = _several(money.found, text)
    amount = reduce(added, map(_sum, several)) if several else money.amount
    if several and (len(_rates(several)) > 1 or sum(q.months is not None for q in money.found) > 1):
        return Refused()  # each has its own length of time
    if money.rate == "":
        days = _days(money.found)
        if days and amount.highest < MOST_DAILY:
            return as_sum(amount.times(days), over_twelve_months)
        if 0 < amount.highest < SURELY_YEARLY:
            return month_or_year(amount, money.found)
    return as_sum(_yearly(replace(money, amount=amount)), over_twelve_months)


def _read(text: str) -> Money | Reading:
    """The sum of a text with its rate; a payment every so many months becomes a yearly one."""
    if is_nothing(text):
        return Money(NONE, "month", ())
    if is_below_nothing(text):
        return Refused()
    written = _QUARTER.sub("tous les 3 mois", words_to_digits(text))
    every = _EVERY.search(written)
    money = money_in(quantities(_EVERY.sub(" ", written)))
    if money is None or money.rate == "hour":
        return Refused()
    if every and (int(every[1]) == 0 or _has_other_sums(money.found)):
        return Refused()
    if every:
        a_year = money.amount.times(Decimal(_UNITS[every[2]]) / int(every[1]))
        return replace(money, amount=_cents(a_year), rate="year")
    return money


def _monthly(amount: Amount, rate: str) -> Amount:
    return _over(amount.times(_PER_YEAR[rate]), Decimal(MONTHS)) if rate in {"week", "day", "year"} else amount


def _yearly(money: Money) -> Amount:
    """The sum of the time told, at its rate: an allowance is paid for every day of the calendar."""
    if money.rate not in {"month", "week", "day"}:
        return money.amount
    days = yearly_factor("day", money.found) or _days(money.found) if money.rate == "day" else None
    return _cents(money.amount.times(days or _PER_YEAR[money.rate] * months_of(money.found) / MONTHS))


def _days(found: Quantities) -> Decimal | None:
    """How many days are told."""
    return next((q.value for q in found if q.unit == "day"), None)


def _several(found: Quantities, text: str) -> Sequence[Quantity] | None:
    """Sums of several kinds that are told one after the other: "800 de pension et 200 d'APL"."""
    told = _large(found)
    others = told[1:]
    of_several_years = len(CIVIL_YEAR.findall(fold(text))) > 1
    if not others or of_several_years or _tells_the_same(told):
        return None
    named = all(_OWN_WORD.search(q.before) or _OWN_WORD.search(q.after) for q in others)
    added = all(_PLUS.search(q.before) or (named and _AND.search(q.before)) for q in others)
    return told if added else None


def _has_other_sums(found: Quantities) -> bool:
    told = _large(found)
    return len(told) > 1 and not _tells_the_same(told)


def _large(found: Quantities) -> list[Quantity]:
    """The sums that may be added: neither a number of children nor a day of a month."""
    return [
        q
        for q in sums_in(found)
        if q.unit == "euro" or (q.value >= SMALLEST_ADDED and not _A_MONTH_AFTER.match(q.after))
    ]


def _tells_the_same(told: Sequence[Quantity]) -> bool:
    """ "950 soit 1 100 brut", "entre 900 et 1 000", "950 en 2025 et 980 en 2026"."""
    pairs = pairwise(told)
    return any(together(first, second) or _SAME.search(second.before) for first, second in pairs)


def _rates(several: Sequence[Quantity]) -> set[str]:
    return {q.rate for q in several} - {""}


def _sum(quantity: Quantity) -> Amount:
    return amount_in([quantity]) or NONE


def _over(amount: Amount, parts: Decimal) -> Amount:
    return _cents(replace(amount, low=amount.low / parts, high=None if amount.high is None else amount.high / parts))


def _month_or_year(amount: Amount) -> Ambiguous:
    said = in_words(amount, french.euros)
    return Ambiguous("Est-ce par mois, ou par an ?", (f"{said} par mois", f"{said} par an"))


def _cents(amount: Amount) -> Amount:
    """A sum to the cent: what was divided rarely falls on one."""
    cent = Decimal("0.01")
    high = None if amount.high is None else amount.high.quantize(cent)
    return replace(amount, low=amount.low.quantize(cent), high=high)
