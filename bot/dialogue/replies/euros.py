"""The sum of money that a text tells: its bounds and its rate, the gross one when net and gross are both told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bot.answers import french
from bot.dialogue.replies.amounts import Amount, amount_in, as_value, in_words
from bot.dialogue.replies.folding import plain
from bot.dialogue.replies.periods import Quantities, during, from_first, rate_of
from bot.dialogue.replies.quantities import Quantity
from bot.dialogue.replies.reading import Ambiguous, Reading, Refused

_EARN = r"je (?:ne )?(?:touche|gagne|percois|recois)"
_KINDS = r"(?:heure|salaire|revenu|ressource|indemnite|chomage|euro|argent|ij)s?(?: journalieres?)?"
_NOTHING = re.compile(
    rf"^(?:(?:non|oui|c est|j ai|j en ai|je n ai|{_EARN}) )*(?:aucune?(?: {_KINDS})?|rien(?: du tout)?|nada|neant|"
    rf"que dalle|(?:0|zero)(?: euros?)?|pas une(?: seule)? heure|pas (?:de|d) {_KINDS}|"
    r"pas (?:travaille|bosse)(?: du tout)?)$"
)
_BELOW_NOTHING = re.compile(r"^\s*-\s?\d")
_NET = re.compile(r"\bnet(?:s|te|tes)?\b")
_GROSS = re.compile(r"\bbrut(?:s|e|es)?\b")
MOST_PAY = 1_000_000
MONTHS_PAID = range(12, 16)  # with a thirteenth month, or more
TOTAL = "total"  # the rate of a sum that is told as a whole
NONE = Amount(Decimal(0), Decimal(0))
# Says a number with its unit.
Say = Callable[[Decimal], str]


@dataclass(frozen=True)
class Money:
    """A sum, its rate ("" when none is told) and all the numbers of its text."""

    amount: Amount
    rate: str
    found: Quantities


def is_nothing(text: str) -> bool:
    """ "Rien", "aucun salaire", "pas travaillé"."""
    return bool(_NOTHING.search(plain(text)))


def is_below_nothing(text: str) -> bool:
    """A sum with a minus sign."""
    return bool(_BELOW_NOTHING.match(text))


def is_net(text: str) -> bool:
    """Is only a net sum told?"""
    words = plain(text)
    return bool(_NET.search(words)) and not _GROSS.search(words)


def says_net_or_gross(text: str) -> bool:
    """Does the text speak of net or of gross?"""
    words = plain(text)
    return bool(_NET.search(words) or _GROSS.search(words))


def sums_in(found: Quantities) -> list[Quantity]:
    """The numbers that may be sums of money; the gross ones when net and gross are both told."""
    sums = [q for q in found if q.unit in {"euro", ""}]
    around = " ".join(part for q in found for part in (q.before, q.after))
    return _told_as_gross(sums) if _NET.search(around) and _GROSS.search(around) else sums


def money_in(found: Quantities) -> Money | None:
    """The first sum of money among the numbers of a text."""
    told = sums_in(found)
    multiplied = _multiplied(told)
    if multiplied is not None:
        return Money(*multiplied, found)
    amount = amount_in(from_first(found, told))
    sums = [q for q in found if q.unit in {"euro", ""}]
    return None if amount is None else Money(amount, rate_of(told) or rate_of(sums), found)


def month_or_year(amount: Amount, found: Quantities) -> Ambiguous:
    """Is a sum that of a month, or of a whole year?"""
    said = in_words(amount, french.euros)
    labels = (f"{said} par mois{during(found)}", f"{said} en tout sur l'année")
    return Ambiguous("Est-ce par mois, ou pour toute l'année ?", labels)


def as_sum(amount: Amount, say: Say, most: int = MOST_PAY) -> Reading:
    """The sum as a reading; nobody has more than `most`."""
    return Refused("impossible") if amount.highest > most else as_value(amount, say)


def over_twelve_months(number: Decimal) -> str:
    """Says a sum over twelve months."""
    return f"{french.euros(number)} sur douze mois"


def a_month(number: Decimal) -> str:
    """Says a sum a month."""
    return f"{french.euros(number)} par mois"


def a_year(number: Decimal) -> str:
    """Says a sum a year."""
    return f"{french.euros(number)} par an"


def _multiplied(sums: list[Quantity]) -> tuple[Amount, str] | None:
    """ "1750 x 12", "13 fois 1750": the sum and its rate, that of a year when twelve months or more are multiplied."""
    if len(sums) < 2 or not re.fullmatch(r" ?(?:x|\*|fois) ?", sums[1].before):
        return None
    product = sums[0].value * sums[1].value
    a_year = any(q.value in MONTHS_PAID for q in sums[:2])
    return Amount(product, product), "year" if a_year else TOTAL


def _told_as_gross(sums: list[Quantity]) -> list[Quantity]:
    """Of "1400 net soit 1800 brut" or "brut 1800, net 1400", the gross one."""
    if sums and (_NET.search(sums[0].before) or _GROSS.search(sums[0].before)):
        return [q for q in sums if _GROSS.search(q.before)]
    return [q for q in sums if _GROSS.search(q.after)]
