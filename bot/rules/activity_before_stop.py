"""Affiliation and activity before the stop of work, on one known day (CSS R313-5; F-2.5 to F-2.12)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules.engine.calendar import add_months, first_of_month, january_first
from bot.rules.engine.findings import Law
from bot.rules.engine.parameters import Parameters

JANUARY = 1
SOURCES = ("css_r313_5",)


def affiliation_limit(stop: date, parameters: Parameters) -> date:
    """R313-5, first al.: the last day to have been affiliated, twelve months before the month of the stop."""
    return add_months(first_of_month(stop), -parameters.count("eligibility_affiliation_months", stop))


def minimum_hours(stop: date, parameters: Parameters) -> Decimal:
    """R313-5 b): hours of salaried work, or counted as such, in the twelve months before the stop."""
    return parameters.number("eligibility_min_hours", stop)


def pay_threshold_of_the_text(stop: date, parameters: Parameters) -> Decimal:
    """R313-5 a): a number of hours at the Smic of the 1 January before the reference period, in euros.

    The period is that of the twelve civil months before the stop. For a stop in January it opens on a 1 January:
    "before" may then mean the year earlier, which is the lowest reading (F-2.10, U-1).
    """
    return _multiple(stop, parameters) * parameters.number("smic_hourly_gross", january_first(_year_of_text(stop)))


def pay_threshold_usually_read(stop: date, parameters: Parameters) -> Decimal:
    """The same with the Smic of the 1 January of the year of the stop: usual, but not the text (F-2.9, U-1)."""
    return _multiple(stop, parameters) * parameters.number("smic_hourly_gross", january_first(stop.year))


def law(stop: date) -> dict[str, Law]:
    """Where the thresholds of that day come from."""
    return {
        "minimum_hours": Law("heures demandées par le texte", ("F-2.6",), SOURCES, ("eligibility_min_hours",)),
        "pay_threshold_low": Law(
            "nombre d'heures × Smic horaire du 1er janvier qui précède les douze mois civils avant l'arrêt",
            ("F-2.7", "F-2.10"),
            SOURCES,
            ("stop_date", "eligibility_smic_multiple", ("smic_hourly_gross", january_first(_year_of_text(stop)))),
        ),
        "pay_threshold_high": Law(
            "nombre d'heures × Smic horaire du 1er janvier de l'année de l'arrêt, lecture courante mais différente",
            ("F-2.9",),
            SOURCES,
            ("stop_date", "eligibility_smic_multiple", ("smic_hourly_gross", january_first(stop.year))),
        ),
        "affiliation_limit": Law(
            "premier jour du mois de l'arrêt − durée d'affiliation demandée",
            ("F-2.5",),
            SOURCES,
            ("stop_date", "eligibility_affiliation_months"),
        ),
    }


def _multiple(stop: date, parameters: Parameters) -> Decimal:
    return parameters.number("eligibility_smic_multiple", stop)


def _year_of_text(stop: date) -> int:
    """The twelve civil months before the stop begin in the year before it; in January, on its very first day."""
    return stop.year - 2 if stop.month == JANUARY else stop.year - 1
