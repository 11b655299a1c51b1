"""What the cumul rules of all schemes share: the period compared, half of the excess, the status (CSS R341-17 II)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from bot.rules.calendar import add_months, first_of_month
from bot.rules.findings import Law
from bot.rules.money import NOTHING, cents
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Outcome

MONTHS = 12
OUTPUTS = (
    "status", "threshold_annual", "threshold_source", "counted_total", "excess", "monthly_reduction", "monthly_paid",
    "period_from", "period_to", "reduction_months", "income_year",
)  # fmt: skip
LAW = {
    "threshold_annual": Law(
        "le plus élevé du salaire annuel moyen et du salaire de l'année civile avant l'arrêt, dans sa limite ; "
        "indépendants : un multiple de la pension ; exploitants : un multiple du Smic",
        ("F-5.2", "F-5.3", "F-5.17", "F-5.18"),
        ("css_r341_17", "reglement_ssi", "crpm_r732_5"),
    ),
    "counted_total": Law(
        "pension théorique de la période + revenus retenus", ("F-5.7", "F-4.7", "F-4.10"), ("css_r341_17",)
    ),
    "excess": Law("total retenu − seuil", ("F-5.7",), ("css_r341_17",)),
    "monthly_reduction": Law("la moitié du dépassement / 12, au plus la pension", ("F-5.1", "F-5.7"), ("css_r341_17",)),
    "monthly_paid": Law("pension − réduction", ("F-5.7",), ("css_r341_17",)),
    "period_from": Law(
        "du treizième au deuxième mois civil avant le contrôle", ("F-5.6",), ("css_r341_17", "sp_cumul")
    ),
}


def reference_period(control: date, parameters: Parameters) -> tuple[date, date]:
    """First and last day of the period compared: from the 13th to the 2nd civil month before the control."""
    month = first_of_month(control)
    start = add_months(month, -parameters.count("cumul_period_first_month", control))
    after = add_months(month, 1 - parameters.count("cumul_period_last_month", control))
    return start, after - timedelta(days=1)


def compared(total: Decimal, threshold: Decimal, pension: Decimal, control: date, parameters: Parameters) -> Outcome:
    """What is left of a monthly pension once half of the excess, spread over the year, is taken off it."""
    excess = max(total - threshold, NOTHING)
    rate = parameters.number("cumul_reduction_rate", control)
    reduction = min(pension, cents(excess * rate / MONTHS))
    status = "full" if reduction == 0 else "suspended" if reduction == pension else "reduced"
    return {
        "threshold_annual": cents(threshold),
        "counted_total": cents(total),
        "excess": cents(excess),
        "monthly_reduction": reduction,
        "monthly_paid": pension - reduction,
        "status": status,
    }
