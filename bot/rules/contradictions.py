"""Facts that cannot all be true: said in French, with the field to look at again; no rule is applied to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.rules.engine.fields import OLDEST_YEAR, day_or
from bot.rules.engine.span import Span
from bot.rules.situation import Situation

HOURS_OF_A_YEAR = Decimal(366 * 24)


@dataclass(frozen=True)
class Contradiction:
    """A field that cannot be right beside the others, and why, in French."""

    field: str
    message: str


# (earlier, later, what is said of the later one): the later day cannot come before the earlier one.
ORDER = (
    ("birth_date", "stop_date", "l'arrêt de travail ne peut pas précéder la naissance"),
    ("birth_date", "affiliation_date", "l'affiliation ne peut pas précéder la naissance"),
    ("birth_date", "event_date", "l'événement ne peut pas précéder la naissance"),
    ("affiliation_date", "stop_date", "l'arrêt de travail ne peut pas précéder l'affiliation"),
    ("notification_date", "filed_date", "le recours ne peut pas précéder la notification de la décision"),
    ("filed_date", "rejection_notified_date", "le rejet ne peut pas précéder le dépôt du recours"),
)
PAST = (
    "birth_date", "stop_date", "affiliation_date", "last_declaration_date", "notification_date", "filed_date",
    "rejection_notified_date",
)  # fmt: skip
PENSION_TYPES = {"pipm": (1,), "pitd": (2, 3)}  # F-11.2


def contradictions(situation: Situation, on: date) -> tuple[Contradiction, ...]:
    """All that certainly cannot be, in a fixed order; bounds that only may contradict are left alone."""
    return tuple(_found(situation, on))


def _found(situation: Situation, on: date) -> Iterator[Contradiction]:
    for name in PAST:
        day = getattr(situation, name)
        if isinstance(day, Span) and day.low > on:
            yield Contradiction(name, "cette date est dans l'avenir")
    birth = situation.birth_date
    if isinstance(birth, Span) and birth.high.year < OLDEST_YEAR:
        yield Contradiction("birth_date", "personne n'a cet âge")
    for earlier, later, message in ORDER:
        first, second = getattr(situation, earlier), getattr(situation, later)
        if isinstance(first, Span) and isinstance(second, Span) and second.high < first.low:
            yield Contradiction(later, message)
    hours = situation.hours_last_12_months
    if isinstance(hours, Span) and hours.low > HOURS_OF_A_YEAR:
        yield Contradiction("hours_last_12_months", "une année n'a pas autant d'heures")
    control = day_or(situation.control_date, on)
    if isinstance(situation.last_year, int) and situation.last_year >= control.year:
        yield Contradiction("last_year", "l'année civile avant l'arrêt est finie au moment du contrôle")
    kinds = PENSION_TYPES.get(situation.pension_type or "", ())
    if kinds and isinstance(situation.category, int) and situation.category not in kinds:
        yield Contradiction("pension_type", "ce n'est pas la pension de cette catégorie")
    pays = situation.yearly_gross_pay
    for year in pays if isinstance(pays, Mapping) else ():
        if year > day_or(situation.payment_date, on).year:
            yield Contradiction("yearly_gross_pay", f"l'année {year} n'est pas encore là")
