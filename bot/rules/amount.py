"""Montant de la pension (CSS R341-4 to R341-6, R341-11, L341-5; F-3.1 to F-3.11)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from bot.rules.calendar import january_first
from bot.rules.findings import REDIRECT, Finding, Law
from bot.rules.money import NO_BOUND, NOTHING, cents
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Case, Outcome, explore
from bot.rules.situation import UNKNOWN, Situation
from bot.rules.span import Span
from bot.rules.truth import Truth

NAME = "amount"
EMPLOYEES = {"general_employee", "agri_employee"}
LAW = {
    "average_annual_pay": Law(
        "moyenne des meilleures années civiles, chacune dans la limite du plafond de son année",
        ("F-3.2", "F-3.3"),
        ("css_r341_4", "css_r341_11"),
    ),
    "base_monthly": Law(
        "taux de la catégorie × salaire annuel moyen / 12, entre le minimum et le maximum",
        ("F-3.1", "F-3.5", "F-3.6"),
        ("css_r341_4", "css_r341_5", "css_l341_5"),
    ),
    "mtp_monthly": Law("majoration pour tierce personne, catégorie 3", ("F-3.10",), ("css_r341_6",)),
    "total_monthly": Law("pension + majoration, brut", ("F-3.11", "F-3.18"), ("css_l341_4",)),
}
RATES = {1: "rate_cat1", 2: "rate_cat2", 3: "rate_cat2"}
CEILINGS = {1: "pension_max_cat1_monthly", 2: "pension_max_cat2_monthly", 3: "pension_max_cat2_monthly"}
OUTPUTS = ("average_annual_pay", "base_monthly", "bound_applied", "mtp_monthly", "total_monthly")


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The gross monthly pension in euros, for employees; bounds while the category or the pay is not known.

    Raises:
        ParameterUnavailable: a figure of the payment date, or the ceiling of a year of pay, is not known.
    """
    day = situation.payment_date or on
    if situation.scheme not in {*EMPLOYEES, None, UNKNOWN}:
        return Finding(NAME, on, REDIRECT, redirect_to=situation.scheme)
    fields = {"category": tuple(RATES), "average_annual_pay": _possible_pay(situation, day, parameters)}
    found = explore(situation, fields, lambda case: _pension(case, day, parameters))
    outputs = {name: found.range(name) for name in OUTPUTS if name != "bound_applied"}
    outputs["bound_applied"] = found.all("bound_applied")[0] if found.certain("bound_applied") else Truth.TO_CHECK.value
    deciding = found.deciding("total_monthly")
    return Finding(
        NAME,
        on,
        Truth.TO_CHECK.value if deciding else "computed",
        missing=tuple(
            name for name in found.missing("total_monthly") if name != "average_annual_pay" or not _told(situation)
        ),
        outputs=outputs,
        law=LAW,
        because=deciding,
    )


def _told(situation: Situation) -> bool:
    return bool(situation.yearly_gross_pay)


def _possible_pay(situation: Situation, day: date, parameters: Parameters) -> tuple[Decimal, ...]:
    """What the average pay may be when it is not told: that of the yearly pays, else anything."""
    if not situation.yearly_gross_pay:
        return (NOTHING, NO_BOUND)
    pay = average_annual_pay(situation.yearly_gross_pay, day, parameters)
    return (pay.low,) if pay.exact else (pay.low, pay.high)


def average_annual_pay(yearly: Mapping[int, object], day: date, parameters: Parameters) -> Span[Decimal]:
    """Salaire annuel moyen: mean of the best ten civil years, each capped at its own ceiling (R341-4)."""
    ceilings = {year: parameters.number("pass_annual", january_first(year)) for year in yearly}
    best = parameters.count("sam_best_years", day)

    def mean(end: str) -> Decimal:
        capped = []
        for year, pay in yearly.items():
            open_end = NOTHING if end == "low" else ceilings[year]
            capped.append(min(getattr(pay, end) if isinstance(pay, Span) else open_end, ceilings[year]))
        kept = sorted(capped, reverse=True)[:best]
        return sum(kept, NOTHING) / len(kept)

    return Span(mean("low"), mean("high"))


def _pension(case: Case, day: date, parameters: Parameters) -> Outcome:
    category, pay = case["category"], case["average_annual_pay"]
    base = cents(parameters.number(RATES[category], day) * pay / 12)
    floor, ceiling = (parameters.number(name, day) for name in ("pension_min_monthly", CEILINGS[category]))
    bound = "floor" if base < floor else "ceiling" if base > ceiling else "none"
    base = min(max(base, floor), ceiling)
    # 40 % of the highest pension stays under the minimum of the increase: the minimum is what is always paid (F-3.10).
    increase = parameters.number("mtp_monthly", day) if category == 3 else NOTHING
    return {
        "average_annual_pay": cents(pay),
        "base_monthly": base,
        "bound_applied": bound,
        "mtp_monthly": increase,
        "total_monthly": base + increase,
    }
