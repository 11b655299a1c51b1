"""The numbers of a text with what they count and at which rate: "35 h par semaine pendant 6 mois"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.dialogue.replies.date_text import MONTH
from bot.dialogue.replies.digits import words_to_digits

MONTHS, WEEKS = 12, 52
NO_QUANTITY = 10**11  # so large a number is that of a file or of an account
_NUMBER = re.compile(
    r"(?<![\d,.])(?P<whole>\d{1,3}(?:[\s.,']\d{3})+|\d+)(?:[.,](?P<cents>\d{1,2}|(?<=\d{4}[.,])\d{3,4}))?(?!\d)\s?(?P<thousand>k(?![a-df-z]))?"
)
# "17h30" is half past seventeen hours; "151h67", as on a payslip, a decimal.
_HOURS_AND_MINUTES = re.compile(r"\b(\d+)\s?h\s?(\d{2})\b(?!\s?(?:h|e|€))")
# "1k2" is "1,2k", "950€50" is "950,50 €".
_THOUSAND_AND_PART = re.compile(r"(?<=\d)k(\d{1,2})\b")
_EUROS_AND_CENTS = re.compile(r"(?<=\d)(?:\s?€\s?|\s?euros?\s)(\d\d)\b(?!\s?(?:[a-z€%,.\d]))")
# A year told beside the amount: "en 2023 j'ai gagné 21000".
CIVIL_YEAR = re.compile(rf"\b(?:en|annee|an|depuis|\d{{1,2}}/|{MONTH}) ?(?:19|20)\d\d\b(?!\s?(?:h|€|e|brut|net|k))")
# "12/05/1970" counts nothing.
_DAY = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-])")
# What stands right after a number; a large number of "months" is an amount a month ("1750 mois").
_UNITS = (
    ("hour", r"(?:h|heures?|heurr?e?s?)\b", None),
    ("euro", r"(?:€|euros?\b|eur\b|e\b|balles\b)", None),
    ("day", r"jours?\b", 366),
    ("week", r"(?:semaines?|sem)\b", WEEKS),
    ("month", r"mois\b", 24),
    ("year", r"(?:ans?|annees?)\b", 99),
)
_RATES = (
    ("hour", r"\b(?:de l'heure|par heure|l'heure|horaire)\b|/ ?h(?:eure)?\b"),
    ("day", r"\b(?:par|chaque|le|la) ?jour\b|/ ?j(?:our)?\b|\b(?:journee|journalier|quotidien)\w*"),
    ("week", r"\b(?:semaines?|sem|hebdo\w*)\b"),
    ("month", r"\b(?:mois|par moi|mensuel\w*|pm)\b"),
    ("year", r"\b(?:ans?|annees?|annuel\w*|total|totale|en tout)\b"),
)


@dataclass(frozen=True)
class Quantity:
    """A number; `unit`: hour, euro, day, week, month, year or ""; `rate`: per hour, day, week, month, year or "".

    `before` and `after`: the folded text on both sides, up to the neighbouring numbers and their units.
    """

    value: Decimal
    unit: str
    rate: str
    before: str
    after: str

    @property
    def rate_before(self) -> str:
        """The rate told before the number: "par mois je gagnais 1800"."""
        return _rate(self.before)

    @property
    def months(self) -> Decimal | None:
        """How long it lasts, in months, when it is a length of time."""
        per_unit = {"month": Decimal(1), "year": Decimal(MONTHS), "week": Decimal(MONTHS) / WEEKS}
        return self.value * per_unit[self.unit] if self.unit in per_unit else None


# "En catégorie 2", "à 2 on touche 900": they count no sum.
_OF_A_RANK = re.compile(
    r"\b(?:cat|categorie|groupe|niveau)s? ?[123](?: ?(?:e|er|eme|ere))?\b|"
    r"\b[123] ?(?:e|er|eme|ere)? (?:cat|categorie|groupe)\b|"
    r"\b(?:a|tous les|nous|on est|en) (?:2|deux),? (?=on|nous|avec|par)"
)


def quantities(text: str) -> tuple[Quantity, ...]:
    """All the numbers of a text, in order; days and years of the calendar are left out, and shares of a hundred."""
    written = _EUROS_AND_CENTS.sub(r",\1 €", _THOUSAND_AND_PART.sub(r",\1k", words_to_digits(text)))
    counted = CIVIL_YEAR.sub(" ", _DAY.sub(" ", _in_decimal_hours(_OF_A_RANK.sub(" ", written))))
    return tuple(
        q for q in _scan(counted) if q.value < NO_QUANTITY and not re.match(r" ?(?:%|pour ?cents?\b)", q.after)
    )


def _in_decimal_hours(text: str) -> str:
    def decimal(match: re.Match[str]) -> str:
        part = int(match[2])
        share = Decimal(part) / 60 if part < 60 else Decimal(part) / 100
        return f"{int(match[1]) + share.quantize(Decimal('0.01'))} h"

    return _HOURS_AND_MINUTES.sub(decimal, text)


def _scan(text: str) -> Iterator[Quantity]:
    matches = list(_NUMBER.finditer(text))
    starts = [match.start() for match in matches] + [len(text)]
    before_start = 0
    for match, next_start in zip(matches, starts[1:], strict=True):
        value = _value(match)
        after = text[match.end() : next_start]
        unit, length = _unit(value, after)
        yield Quantity(value, unit, _rate(after[length:]), text[before_start : match.start()], after)
        before_start = match.end() + length


def _value(match: re.Match[str]) -> Decimal:
    value = Decimal(re.sub(r"\D", "", match["whole"]) + (f".{match['cents']}" if match["cents"] else ""))
    return value * 1000 if match["thousand"] else value


def _unit(value: Decimal, after: str) -> tuple[str, int]:
    for unit, pattern, most in _UNITS:
        found = re.match(rf"\s?{pattern}", after)
        if found and (most is None or value <= most):
            return unit, found.end()
    return "", 0


def _rate(text: str) -> str:
    """The rate told first in a text."""
    found = [(match.start(), rate) for rate, pattern in _RATES if (match := re.search(pattern, text))]
    return min(found)[1] if found else ""
