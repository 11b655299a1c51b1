"""Montant de la pension (CSS R341-4 to R341-6, R341-11, L341-5; F-3.1 to F-3.12)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from bot.rules.engine.calendar import MONTHS_IN_A_YEAR, january_first
from bot.rules.engine.fields import day_or
from bot.rules.engine.findings import KNOWN, TO_CHECK, Finding, Law
from bot.rules.engine.money import NO_BOUND, NOTHING, cents
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, Outcome, explore
from bot.rules.engine.span import Span
from bot.rules.schemes import EMPLOYEES, not_told, redirected, to_ask
from bot.rules.situation import Situation

NAME = "amount"
DAY = "payment_date"
RATES = {1: "rate_cat1", 2: "rate_cat2", 3: "rate_cat2"}  # L341-4: category 3 is category 2 with a third party
OUTPUTS = ("average_annual_pay", "base_monthly", "bound_applied", "mtp_monthly", "total_monthly")


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The gross monthly pension in euros, for employees; bounds while the category or the pay is not known.

    Pays are taken as they were, without the coefficients of L341-6: the average pay is then a little too low, and a
    mention says so. A pension already served moves on 1 April by another coefficient, not computed here (F-3.8).

    Raises:
        ParameterUnavailable: a figure of the payment date, or the ceiling of a year of pay, is not known.
    """
    if another := redirected(NAME, situation, on, covered=EMPLOYEES):
        return another
    if not_told(situation):
        return to_ask(NAME, situation, on)
    day = day_or(situation.payment_date, on)
    years = years_before_stop(situation)
    told = average_annual_pay(years, day, parameters) if years else None
    pays = (NOTHING, NO_BOUND) if told is None else (told.low,) if told.exact else (told.low, told.high)
    fields = {"category": tuple(RATES), "average_annual_pay": pays}
    found = explore(situation, fields, lambda case: pension(case, day, parameters))
    deciding, missing = found.deciding("total_monthly"), found.missing("total_monthly")
    outputs = {name: found.range(name) for name in OUTPUTS if name != "bound_applied"}
    return Finding(
        NAME,
        on,
        TO_CHECK if deciding else KNOWN,
        missing=tuple(name for name in missing if name != "average_annual_pay" or not years),
        outputs={**outputs, "bound_applied": found.value("bound_applied", TO_CHECK)},
        mentions=("pay_not_revalued",) if years and situation.average_annual_pay is None else (),
        law=_law(day),
        because=deciding,
    )


def pension(case: Case, day: date, parameters: Parameters) -> Outcome:
    """The pension of one category for one average pay, in euros a month."""
    rate, pay = parameters.number(RATES[case["category"]], day), case["average_annual_pay"]
    base = cents(rate * pay / MONTHS_IN_A_YEAR)  # R341-4, R341-5
    ceiling = cents(
        rate * parameters.number("pass_annual", day) / MONTHS_IN_A_YEAR
    )  # R341-5: the same rate of the PASS
    floor = parameters.number("pension_min_monthly", day)  # L341-5: the same for the three categories
    bound = "floor" if base < floor else "ceiling" if base > ceiling else "none"
    base = min(max(base, floor), ceiling)
    increase = NOTHING
    if case["category"] == 3:  # R341-6: a share of the pension, never less than a minimum, which is what is always paid
        share = cents(parameters.number("mtp_rate_of_pension", day) * base)
        increase = max(share, parameters.number("mtp_monthly", day))
    return {
        "average_annual_pay": cents(pay),
        "base_monthly": base,
        "bound_applied": bound,
        "mtp_monthly": increase,
        "total_monthly": base + increase,
    }


def years_before_stop(situation: Situation) -> Mapping[int, object]:
    """The civil years told that come before the stop of work (R341-4); all of them while the stop is not known."""
    stop, pays = situation.stop_date, situation.yearly_gross_pay
    told = pays if isinstance(pays, Mapping) else {}
    return {year: pay for year, pay in told.items() if not isinstance(stop, Span) or year < stop.low.year}


def average_annual_pay(yearly: Mapping[int, object], day: date, parameters: Parameters) -> Span[Decimal]:
    """Salaire annuel moyen: mean of the best ten civil years, each within the ceiling of its year (R341-4, R341-11).

    With fewer than ten years, the mean of those that there are.
    """
    ceilings = {year: parameters.number("pass_annual", january_first(year)) for year in yearly}
    best = parameters.count("sam_best_years", day)

    def mean(end: str) -> Decimal:
        capped = []
        for year, pay in yearly.items():
            not_known = NOTHING if end == "low" else ceilings[year]
            capped.append(min(getattr(pay, end) if isinstance(pay, Span) else not_known, ceilings[year]))
        kept = sorted(capped, reverse=True)[:best]
        return sum(kept, NOTHING) / len(kept)

    return Span(mean("low"), mean("high"))


def _law(day: date) -> dict[str, Law]:
    rates, ceiling = ("rate_cat1", "rate_cat2"), ("pass_annual", day)
    return {
        "average_annual_pay": Law(
            "moyenne des meilleures années civiles avant l'arrêt, chacune dans la limite du plafond de son année",
            ("F-3.2", "F-3.3"),
            ("css_r341_4", "css_r341_11"),
            ("yearly_gross_pay", "sam_best_years", "pass_annual"),
        ),
        "base_monthly": Law(
            "taux de la catégorie × salaire annuel moyen / 12, entre le minimum et le même taux du plafond annuel / 12",
            ("F-3.1", "F-3.5", "F-3.6"),
            ("css_r341_4", "css_r341_5", "css_l341_5"),
            ("category", *rates, "average_annual_pay", "pension_min_monthly", ceiling),
        ),
        "bound_applied": Law(
            "le minimum au-dessous, le maximum au-dessus, aucune limite entre les deux",
            ("F-3.5", "F-3.6"),
            ("css_r341_5", "css_l341_5"),
            ("pension_min_monthly", *rates, ceiling),
        ),
        "mtp_monthly": Law(
            "catégorie 3 : une part de la pension, sans pouvoir être inférieure au minimum de la majoration",
            ("F-3.10",),
            ("css_r341_6",),
            ("category", "base_monthly", "mtp_rate_of_pension", "mtp_monthly"),
        ),
        "total_monthly": Law(
            "pension + majoration, brut", ("F-3.11", "F-3.18"), ("css_l341_4",), ("base_monthly", "mtp_monthly")
        ),
    }
