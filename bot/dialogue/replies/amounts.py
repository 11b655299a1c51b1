"""How much is meant: "plus de 600", "entre 500 et 600", "environ 800" as bounds, and how to say them back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from bot.answers import french
from bot.dialogue.replies.quantities import Quantity
from bot.dialogue.replies.reading import Value

ABOUT = Decimal("0.05")
_CENT = Decimal("0.01")
_AT_MOST = re.compile(
    r"\b(?:pas plus d[e']|au (?:plus|maximum)|maximum|maxi?|jusqu'a) ?$|^ ?[a-z€]* ?(?:maximum|maxi?|au plus)\b"
)
_AT_LEAST = re.compile(
    r"\b(?:plus d[e']|au moins|minimum|mini|au[- ]dela d[e']|au[- ]dessus d[e']) ?$|"
    r"^ ?[a-z€]* ?(?:minimum|mini|au moins|(?:ou|et) plus)\b"
)
_UNDER = re.compile(
    r"\b(?:moins d[e']|en dessous d[e']|presque|quasi(?:ment)?|pas tout a fait|meme pas) ?$|"
    r"^ ?[a-z€]* ?(?:ou|et) moins\b"
)
_MORE_OR_LESS = r"(?:\+ ?(?:ou|/|et)? ?-|±)"
_ABOUT_SO = r"environs?|env\b\.?|a peu pres|approx\w*\.?|plus ou moins"
_UNIT = r"(?: ?(?:€|euros?|e|h|heures?|brut|net|par|mois|ans?|/)(?![a-z]))*"
_ABOUT = re.compile(
    rf"\b(?:{_ABOUT_SO}|vers|autour de[s]?|aux alentours d[e']|dans les|grosso modo|en gros|de l'ordre d[e']) ?$|"
    rf"(?:{_MORE_OR_LESS}|~|≈) ?$|^{_UNIT} ?{_MORE_OR_LESS} ?$|"
    rf"^(?: ?(?!et\b)[a-z€]*|{_UNIT}) ?(?:{_ABOUT_SO}|et quelques?|et des (?:poussieres|brouettes))(?![a-z])"
)
_TO = re.compile(r"^ ?(?:a|-|–|ou|jusqu'a) ?$")


@dataclass(frozen=True)
class Amount:
    """Bounds, both included; `high` None: no upper bound; `about`: the person gave one round number."""

    low: Decimal
    high: Decimal | None
    about: bool = False

    def times(self, factor: Decimal | int) -> Amount:
        """Every bound multiplied."""
        return replace(self, low=self.low * factor, high=None if self.high is None else self.high * factor)

    def whole(self) -> Amount:
        """Whole numbers: one number rounded, an upper bound never raised."""
        if self.low == self.high:
            exact = self.low.quantize(Decimal(1), ROUND_HALF_UP)
            return replace(self, low=exact, high=exact)
        high = None if self.high is None else self.high.quantize(Decimal(1), ROUND_FLOOR)
        return replace(self, low=self.low.quantize(Decimal(1), ROUND_FLOOR), high=high)

    @property
    def highest(self) -> Decimal:
        """The largest number told."""
        return self.low if self.high is None else self.high


def amount_in(found: Sequence[Quantity]) -> Amount | None:
    """The first amount of a text; two that belong together are its bounds."""
    if not found:
        return None
    first = found[0]
    if len(found) > 1 and together(first, found[1]):
        low, high = first.value, found[1].value
        if 0 < low * 1000 <= high:  # "20-22k"
            low *= 1000
        if low <= high:
            return Amount(low, high)
    return _bounded(first)


def added(one: Amount, other: Amount) -> Amount:
    """Two amounts in one."""
    high = None if one.high is None or other.high is None else one.high + other.high
    return Amount(one.low + other.low, high, one.about or other.about)


def together(first: Quantity, second: Quantity) -> bool:
    """Are two numbers that follow each other the bounds of one amount?"""
    between = second.before
    return bool(_TO.match(between) or (between.strip() == "et" and re.search(r"\bentre\b", first.before)))


def _bounded(quantity: Quantity) -> Amount:
    value = quantity.value

    def told(pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(quantity.before) or pattern.search(quantity.after))

    if told(_AT_MOST):
        return Amount(Decimal(0), value)
    if told(_AT_LEAST):
        return Amount(value, None)
    if told(_UNDER):
        return Amount(Decimal(0), max(value - _CENT, Decimal(0)))
    return Amount(value, value, about=told(_ABOUT))


def as_value(amount: Amount, say: Callable[[Decimal], str]) -> Value:
    """The amount in the vocabulary of the rules, and how to say it back; a number told as round leaves a margin."""
    low, high = amount.low, amount.high
    said = in_words(amount, say)
    if amount.about:
        low, high = low * (1 - ABOUT), amount.highest * (1 + ABOUT)
    if low == high:
        return Value(_plain(low), said)
    return Value(f"{_plain(low)}/{'..' if high is None else _plain(high)}", said)


def in_words(amount: Amount, say: Callable[[Decimal], str]) -> str:
    """The amount as one says it in French, each number with its unit being said by `say`."""
    if amount.high is None:
        return f"au moins {say(amount.low)}"
    if amount.low == amount.high:
        return f"environ {say(amount.low)}" if amount.about else say(amount.low)
    if amount.low == 0:
        # What lies just under a round number is said with that number.
        under = amount.high + _CENT
        round_number = under == under.to_integral_value()
        return f"moins de {say(under)}" if round_number else f"{say(amount.high)} au plus"
    return f"entre {french.number(amount.low)} et {say(amount.high)}"


def _plain(number: Decimal) -> str:
    whole = number.to_integral_value()
    return f"{whole:f}" if number == whole else f"{number:f}".rstrip("0")
