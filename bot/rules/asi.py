"""Allocation supplémentaire d'invalidité (CSS L815-24, L815-24-1, D815-19, R815-1; F-10.1 to F-10.5).

Not examined: holding an invalidity pension (F-10.1; once it is wholly suspended, so is the allowance: F-10.12), and
the part of work income that is left out (F-10.7): a mention recalls them. L815-24 changed after our reading (U-21).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.rules.engine.calendar import MONTHS_IN_A_YEAR
from bot.rules.engine.fields import day_or
from bot.rules.engine.findings import TO_CHECK, Finding, Law
from bot.rules.engine.money import NO_BOUND, NOTHING, cents, truncated
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, Outcome, Possibilities, explore
from bot.rules.engine.truth import truth
from bot.rules.situation import Situation

NAME = "asi"
DAY = "payment_date"
SOURCES = ("css_l815_24_1", "css_d815_19")
CEILINGS = ("asi_ceiling_single_annual", "asi_ceiling_couple_annual")
_ELIGIBLE = Law(
    "résidence, puis âge, puis ressources sous le plafond",
    ("F-10.1",),
    ("css_l815_24_1", "css_r815_1"),
    ("residence_in_france", "age_years", "aspa_age_unfit_years", "monthly_resources", "ceiling_monthly"),
)
_AMOUNT = Law(
    "plafond − ressources du foyer ; couple : une seule allocation, dans sa limite, ou deux par moitié ; avec un "
    "conjoint à l'Aspa, la moitié",
    ("F-10.2", "F-10.4", "F-10.5"),
    SOURCES,
    ("household", "ceiling_monthly", "monthly_resources", "max_monthly"),
)
LAW = {
    "eligible": _ELIGIBLE,
    "reason": _ELIGIBLE,
    "ceiling_monthly": Law("plafond annuel / 12, tronqué au centime", ("F-10.3",), SOURCES, ("household", *CEILINGS)),
    "max_monthly": Law(
        "plafond d'une personne seule − pension minimale",
        ("F-10.4",),
        ("css_d815_19",),
        (CEILINGS[0], "pension_min_monthly"),
    ),
    "asi_monthly": _AMOUNT,
    "asi_per_person": _AMOUNT,
}
HOUSEHOLDS = ("single", "couple_one_asi", "couple_both_asi", "couple_spouse_aspa")
WHY_TO_CHECK = {"residence_in_france": "residence", "age_years": "age_aspa", "monthly_resources": "resources"}
FIELDS = {
    "household": HOUSEHOLDS,
    "residence_in_france": ("yes", "no"),
    "age_years": (Decimal(0), Decimal(200)),
    "monthly_resources": (NOTHING, NO_BOUND),
}
MENTIONS = ("work_allowance_not_counted", "pension_needed", "to_confirm")


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """Whether the differential allowance is possible, and how much a month for the household, in euros.

    Raises:
        ParameterUnavailable: the ceilings of that day are not known.
    """
    day = day_or(situation.payment_date, on)
    found = explore(situation, FIELDS, lambda case: allowance(case, day, parameters))
    eligible = found.value("eligible", TO_CHECK)
    outputs: dict[str, object] = {"eligible": eligible}
    for name in ("ceiling_monthly", "max_monthly", "asi_monthly", "asi_per_person"):
        outputs[name] = found.range(name)
    because = _reasons(found, eligible)
    if because:
        outputs["reason"] = because[0]
    verdict = TO_CHECK if eligible == TO_CHECK else truth(bool(eligible)).value
    missing = found.missing("asi_monthly") or found.missing("eligible")
    return Finding(NAME, on, verdict, missing=missing, outputs=outputs, mentions=MENTIONS, law=LAW, because=because)


def _reasons(found: Possibilities, eligible: object) -> tuple[str, ...]:
    """What refuses in the least assuming case; while it is to check, what decides, in the order of the law."""
    if eligible is True:
        return ()
    if eligible is False:
        return tuple(reason for reason in found.all("reason")[:1] if reason)
    deciding = found.deciding("eligible")
    open_facts = tuple(reason for field, reason in WHY_TO_CHECK.items() if field in deciding)
    return open_facts or tuple(reason for reason in found.all("reason") if reason)


def allowance(case: Case, day: date, parameters: Parameters) -> Outcome:
    """In this order: residence (L815-24), the age of the Aspa (R815-1: then to check), resources (L815-24-1)."""
    ceiling = _monthly(CEILINGS[case["household"] != "single"], day, parameters)
    outcome: dict[str, object] = {"ceiling_monthly": ceiling}
    if case["residence_in_france"] == "no":
        return {**outcome, "eligible": False, "reason": "residence"}
    if case["age_years"] >= parameters.number("aspa_age_unfit_years", day):
        return {**outcome, "eligible": TO_CHECK, "reason": "age_aspa"}
    outcome |= differential_d815_19(case, ceiling, day, parameters)
    if outcome["asi_monthly"]:
        return {**outcome, "eligible": True}
    return {**outcome, "eligible": False, "reason": "resources"}


def differential_d815_19(case: Case, ceiling: Decimal, day: date, parameters: Parameters) -> Outcome:
    """The ceiling less the resources of the household; couples by 2° a), b) and c) of the article (F-10.4, F-10.5)."""
    left = max(ceiling - case["monthly_resources"], NOTHING)
    if case["household"] == "couple_one_asi":  # one of the two: at most what fills a pension at its minimum
        most = _monthly(CEILINGS[0], day, parameters) - parameters.number("pension_min_monthly", day)
        return {"max_monthly": most, "asi_monthly": min(left, most)}
    if case["household"] == "couple_both_asi":  # both: the sum is the household's, shared by halves
        return {"asi_monthly": left, "asi_per_person": cents(left / 2)}
    if (
        case["household"] == "couple_spouse_aspa"
    ):  # the other one has the Aspa: half of the ceiling, half of the resources
        return {"asi_monthly": cents(left / 2)}
    return {"asi_monthly": left}


def _monthly(ceiling: str, day: date, parameters: Parameters) -> Decimal:
    return truncated(parameters.number(ceiling, day) / MONTHS_IN_A_YEAR)
