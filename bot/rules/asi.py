"""Allocation supplémentaire d'invalidité (CSS L815-24-1, D815-19, R815-1; F-10.1 to F-10.5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules.findings import Finding, Law
from bot.rules.money import NO_BOUND, NOTHING, cents, truncated
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Case, Outcome, explore
from bot.rules.situation import Situation
from bot.rules.truth import Truth, truth

NAME = "asi"
TO_CHECK = Truth.TO_CHECK.value
SOURCES = ("css_l815_24_1", "css_d815_19")
LAW = {
    "eligible": Law("résidence, âge, puis ressources sous le plafond", ("F-10.1",), ("css_l815_24_1", "css_r815_1")),
    "ceiling_monthly": Law("plafond annuel / 12, tronqué au centime", ("F-10.3",), SOURCES),
    "max_monthly": Law("plafond d'une personne seule − pension minimale", ("F-10.4",), ("css_d815_19",)),
    "asi_monthly": Law("plafond − ressources du foyer", ("F-10.2", "F-10.4", "F-10.5"), SOURCES),
}
# Couples differ by what is shared: see D815-19 2°.
SHARE = {"single": 1, "couple_one_asi": 1, "couple_both_asi": 1, "couple_spouse_aspa": 2}
REASONS = {"residence_in_france": "residence", "age_years": "age_aspa", "monthly_resources": "resources"}
FIELDS = {
    "household": tuple(SHARE),
    "residence_in_france": ("yes", "no"),
    "age_years": (Decimal(0), Decimal(200)),
    "monthly_resources": (NOTHING, NO_BOUND),
}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """Whether the differential allowance is possible, and how much a month for the household, in euros.

    Raises:
        ParameterUnavailable: the ceilings of that day are not known.
    """
    day = situation.payment_date or on
    found = explore(situation, FIELDS, lambda case: _allowance(case, day, parameters))
    eligible = found.all("eligible")[0] if found.certain("eligible") else TO_CHECK
    outputs: dict[str, object] = {"eligible": eligible}
    for name in ("ceiling_monthly", "max_monthly", "asi_monthly", "asi_per_person"):
        outputs[name] = found.range(name)
    because = _reasons(eligible, found.all("reason"), found.deciding("eligible"))
    if because:
        outputs["reason"] = because[0]
    verdict = TO_CHECK if eligible == TO_CHECK else truth(bool(eligible)).value
    missing = found.missing("asi_monthly") or found.missing("eligible")
    return Finding(NAME, on, verdict, missing=missing, outputs=outputs, law=LAW, because=because)


def _reasons(eligible: object, reasons: list[str | None], deciding: tuple[str, ...]) -> tuple[str, ...]:
    if eligible is True:
        return ()
    told = [reason for reason in reasons if reason]
    if eligible is False or not deciding:
        return tuple(told)
    return tuple(name for field, name in REASONS.items() if field in deciding) or tuple(told)


def _allowance(case: Case, day: date, parameters: Parameters) -> Outcome:
    """In this order: residence (L815-24), the age of the Aspa (R815-1: to check from then on), resources."""
    household, resources = case["household"], case["monthly_resources"]
    single = truncated(parameters.number("asi_ceiling_single_annual", day) / 12)
    ceiling = single
    if household != "single":
        ceiling = truncated(parameters.number("asi_ceiling_couple_annual", day) / 12)
    outcome: dict[str, object] = {"ceiling_monthly": ceiling}
    if case["residence_in_france"] == "no":
        return {**outcome, "eligible": False, "reason": "residence"}
    if case["age_years"] >= parameters.number("aspa_age_unfit_years", day):
        return {**outcome, "eligible": TO_CHECK, "reason": "age_aspa"}
    monthly = cents(max(ceiling - resources, NOTHING) / SHARE[household])
    if household == "couple_one_asi":
        outcome["max_monthly"] = single - parameters.number("pension_min_monthly", day)
        monthly = min(monthly, single - parameters.number("pension_min_monthly", day))
    outcome["asi_monthly"] = monthly
    if household == "couple_both_asi":
        outcome["asi_per_person"] = cents(monthly / 2)
    if monthly > 0:
        return {**outcome, "eligible": True}
    return {**outcome, "eligible": False, "reason": "resources"}
