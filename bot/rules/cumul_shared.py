"""What the cumul rules of all schemes share: the period compared, half of the excess, the status (CSS R341-17 II)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from bot.rules.engine.calendar import MONTHS_IN_A_YEAR, add_months, first_of_month
from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.findings import Law
from bot.rules.engine.money import NO_BOUND, NOTHING, cents
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Exact, Outcome
from bot.rules.engine.span import Span
from bot.rules.situation import Situation

PAY = "gross_pay_reference_period"
OUTPUTS = (
    "status", "threshold_annual", "threshold_source", "counted_total", "excess", "margin_annual", "margin_monthly",
    "monthly_reduction", "monthly_paid", "period_from", "period_to", "reduction_months", "income_year",
)  # fmt: skip


@dataclass(frozen=True)
class SchemeRule:
    """The cumul rule of a scheme, ready to be applied to every possible case (see `possibilities.explore`).

    `threshold` and `total`: how the scheme obtains them. `mentions`: what must be said when the pension is reduced.
    `unsettled`: the points that leave no figure at all. `open_facts`: facts not known that could be such points.
    """

    exact: Exact
    domains: Mapping[str, Sequence[object]]
    threshold: Law
    total: Law
    sources: tuple[str, ...]
    facts: tuple[str, ...]
    readings: Mapping[str, Sequence[object]] = field(default_factory=dict)
    turns: Mapping[str, Sequence[object]] = field(default_factory=dict)
    mentions: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    open_facts: tuple[str, ...] = ()

    def law(self) -> dict[str, Law]:
        """Where each output comes from."""
        period = ("cumul_period_first_month", "cumul_period_last_month")
        shared = {
            "excess": ("total retenu − seuil", ("counted_total", "threshold_annual")),
            "margin_annual": ("seuil − total retenu", ("threshold_annual", "counted_total")),
            "margin_monthly": ("marge sur douze mois / 12", ("margin_annual",)),
            "monthly_reduction": (
                "la moitié du dépassement / 12, au plus la pension",
                ("excess", "cumul_reduction_rate", "monthly_pension"),
            ),
            "monthly_paid": ("pension théorique − réduction", ("monthly_pension", "monthly_reduction")),
            "status": ("pension entière sans réduction, suspendue quand la réduction l'égale", ("monthly_reduction",)),
            "period_from": (
                "treizième mois civil avant le contrôle, ou année civile des revenus d'indépendant",
                period,
            ),
            "period_to": ("deuxième mois civil avant le contrôle, ou année civile des revenus d'indépendant", period),
            "reduction_months": ("durée de la réduction pour un revenu annuel d'indépendant", ()),
            "income_year": ("année civile de l'avis d'imposition qui sert au contrôle", ("ssi_income_year_offset",)),
        }
        law = {name: Law(text, self.facts, self.sources, operands) for name, (text, operands) in shared.items()}
        threshold = dict.fromkeys(("threshold_annual", "threshold_annual_at_least", "threshold_source"), self.threshold)
        return {**law, **threshold, "counted_total": self.total}


def told(situation: Situation, *names: str) -> bool:
    """Was one of these incomes told, even if it is none or not known?"""
    return any(getattr(situation, name) is not None for name in names)


def may_be_positive(income: object) -> bool:
    """Is there an income, or may there be one?"""
    return income == UNKNOWN or (isinstance(income, Span) and income.high > 0)


def income_domains(situation: Situation, *names: str) -> dict[str, tuple[Decimal, ...]]:
    """What incomes may be: one that was never told counts as none; one that is "unknown" may be anything."""
    return {name: (NOTHING, NO_BOUND) if told(situation, name) else (NOTHING,) for name in names}


def highest_pension(situation: Situation, control: date, parameters: Parameters) -> tuple[Decimal, ...]:
    """What a pension may be when it is not told: at most half of the PASS (R341-5)."""
    if isinstance(situation.monthly_pension, Span):
        return ()
    share = parameters.number("rate_cat2", control) * parameters.number("pass_annual", control)
    return NOTHING, cents(share / MONTHS_IN_A_YEAR)


def reference_period(control: date, parameters: Parameters) -> tuple[date, date]:
    """First and last day of the period compared: from the 13th to the 2nd civil month before the control."""
    month = first_of_month(control)
    start = add_months(month, -parameters.count("cumul_period_first_month", control))
    last_month = add_months(month, -parameters.count("cumul_period_last_month", control))
    return start, add_months(last_month, 1) - timedelta(days=1)


def pension_after_half_of_excess(
    total: Decimal, threshold: Decimal, pension: Decimal, control: date, parameters: Parameters
) -> Outcome:
    """What is left of a monthly pension once half of the excess, spread over the year, is taken off it."""
    excess, margin = max(total - threshold, NOTHING), max(threshold - total, NOTHING)
    rate = parameters.number("cumul_reduction_rate", control)
    reduction = min(pension, cents(excess * rate / MONTHS_IN_A_YEAR))
    status = "full" if reduction == 0 else "suspended" if reduction == pension else "reduced"
    return {
        "threshold_annual": cents(threshold),
        "counted_total": cents(total),
        "excess": cents(excess),
        "margin_annual": cents(margin),
        "margin_monthly": cents(margin / MONTHS_IN_A_YEAR),
        "monthly_reduction": reduction,
        "monthly_paid": pension - reduction,
        "status": status,
    }
