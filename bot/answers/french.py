"""French typography of numbers and dates, for people and for screen readers."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NARROW_SPACE = "\u202f"
HARD_SPACE = "\u00a0"
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
# "Y" is said with a pause: "de Y", but "d'Yvetot"; an aspirated H cannot be told from the spelling.
_VOWEL = re.compile(r"[AEIOUÀÂÄÉÈÊËÎÏÔÖÛÜŒ]|Y[^aeiouéè ]", re.IGNORECASE)
_BEFORE_SIGN = re.compile(r" ([:;?!»€%])")
_FRACTIONS = {"2/3": "deux tiers", "1/3": "un tiers", "1/2": "la moitié"}


def hard_spaces(text: str) -> str:
    """Ordinary spaces before French double signs and inside « » become non-breaking."""
    return _BEFORE_SIGN.sub(f"{HARD_SPACE}\\1", text.replace("« ", f"«{HARD_SPACE}"))


def number(value: Decimal | int, decimals: int | None = None) -> str:
    """`22878.1` gives "22 878,1"; with decimals, rounded half up."""
    exact = Decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{exact:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", NARROW_SPACE).replace(".", ",")


def euros(value: Decimal) -> str:
    """An amount in euros, rounded to the cent; cents are written unless it is whole."""
    exact = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{number(exact, 0 if exact == exact.to_integral_value() else 2)}{HARD_SPACE}€"


def percent(value: Decimal) -> str:
    """0.038 gives "3,8 %"."""
    return f"{number((value * 100).normalize())}{HARD_SPACE}%"


def fraction(value: object) -> str:
    """A rate, in words when it is a common fraction."""
    if words := _FRACTIONS.get(str(value)):
        return words
    top, _, bottom = str(value).partition("/")
    return percent(Decimal(top) / Decimal(bottom or 1))


def counted(value: Decimal, one: str, many: str) -> str:
    """ "1 an", "12 mois", "600 heures"."""
    return f"{number(value)}{HARD_SPACE}{one if value < 2 else many}"


def day(value: date) -> str:
    """ "1er janvier 2026"."""
    return f"{'1er' if value.day == 1 else value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """ "mars 1975"."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def of(name: str) -> str:
    """A commune after "de": "d'Aubenas", "du Havre", "de L'Haÿ-les-Roses"."""
    if name.startswith("Le "):
        return f"du {name[3:]}"
    if name.startswith("Les "):
        return f"des {name[4:]}"
    return f"d'{name}" if _VOWEL.match(name) else f"de {name}"


def at(name: str) -> str:
    """A commune after "à": "à Aubenas", "au Havre", "aux Trois-Bassins"."""
    if name.startswith("Le "):
        return f"au {name[3:]}"
    return f"aux {name[4:]}" if name.startswith("Les ") else f"à {name}"


def joined(items: list[str], last: str = "et") -> str:
    """ "a, b et c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
