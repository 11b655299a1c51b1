"""CSG, CRDS et Casa sur la pension (CSS L136-1-2, L136-8; F-10.17).

L136-8 changed after our reading (U-21): it is not cited as a source, and every answer says that it is to be confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.rules.engine.fields import day_or
from bot.rules.engine.findings import KNOWN, TO_CHECK, Finding, Law
from bot.rules.engine.money import NO_BOUND, NOTHING
from bot.rules.engine.parameters import Parameters, to_number
from bot.rules.engine.possibilities import Case, Outcome, explore
from bot.rules.situation import Situation

NAME = "csg"
DAY = "payment_date"
SOURCES = ("css_l136_1_2",)
EXEMPT, REDUCED, MEDIAN, FULL = BANDS = ("exempt", "reduced", "median", "full")
WITH_CASA = {MEDIAN, FULL}
# Output: the start of the ids of its figures. The last bound is excluded: the full rate starts on it.
THRESHOLDS = {
    "exempt_max": ("csg_rfr_exempt_max_first_part", "csg_rfr_exempt_half_part"),
    "reduced_max": ("csg_rfr_reduced_max_first_part", "csg_rfr_reduced_half_part"),
    "full_from": ("csg_rfr_median_max_first_part", "csg_rfr_median_half_part"),
}
ONE_PART = Decimal(1)
HALVES_IN_A_PART = 2
FIELDS = {
    "reference_tax_income": (NOTHING, NO_BOUND),
    "tax_parts": (ONE_PART, NO_BOUND),
    "receives_asi": ("no", "yes"),
}


_INCOME = tuple(FIELDS)


def _threshold_law(name: str) -> Law:
    formula = "seuil de la première part + majoration par demi-part"
    return Law(formula, ("F-10.17",), SOURCES, ("tax_parts", *THRESHOLDS[name]))


_BAND = Law(
    "revenu fiscal de référence de l'avant-dernière année comparé aux seuils ; exonération avec l'ASI ou l'Aspa",
    ("F-10.17",),
    SOURCES,
    (*_INCOME, *THRESHOLDS),
)
_CSG = Law("taux de la tranche, sur la pension sans la majoration pour tierce personne", ("F-10.17", "F-3.14"), SOURCES)
LAW = {
    **dict.fromkeys(("band", "possible_bands"), _BAND),
    **{name: _threshold_law(name) for name in THRESHOLDS},
    **dict.fromkeys(("csg_rate", "possible_rates"), replace(_CSG, operands=("band", "csg_rates"))),
    "crds_rate": Law("due dès qu'il y a de la CSG", ("F-10.17",), SOURCES, ("band", "crds_rate")),
    "casa_rate": Law("due aux taux médian et plein", ("F-10.17",), SOURCES, ("band", "casa_rate")),
}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The band and the rates (fractions of the gross pension, without the increase of category 3).

    The thresholds are in euros a year, for these tax parts.

    Thresholds are those of metropolitan France. While facts leave several bands possible, `possible_bands` and
    `possible_rates` give them, and a rate is told only if they share it.

    Raises:
        ParameterUnavailable: the thresholds of the year of payment are not known.
    """
    day = day_or(situation.payment_date, on)
    found = explore(situation, FIELDS, lambda case: _band(case, day, parameters))
    bands = _between(found.all("band"))
    rates = {band: _rates(band, day, parameters) for band in bands}
    certain = len(bands) == 1
    outputs: dict[str, object] = {"band": bands[0] if certain else TO_CHECK}
    for name in ("csg_rate", "crds_rate", "casa_rate"):
        values = {rates[band][name] for band in bands}
        outputs[name] = values.pop() if len(values) == 1 else TO_CHECK
    if not certain:
        outputs["possible_bands"] = bands
        outputs["possible_rates"] = tuple(rates[band]["csg_rate"] for band in bands)
    for name in THRESHOLDS:
        outputs[name] = found.range(name)
    return Finding(
        NAME,
        on,
        KNOWN if certain else TO_CHECK,
        missing=found.missing("band"),
        mentions=_mentions(bands, thresholds_used=found.range("full_from") is not None),
        outputs=outputs,
        law=LAW,
        because=found.deciding("band"),
    )


def _between(bands: list[str]) -> tuple[str, ...]:
    """From the lowest to the highest band found: only the ends of a sum are tried, what lies between is possible."""
    places = [BANDS.index(band) for band in bands]
    return BANDS[min(places) : max(places) + 1]


def _mentions(bands: tuple[str, ...], *, thresholds_used: bool) -> tuple[str, ...]:
    """The median rate only applies after two years above the threshold; overseas, thresholds differ (F-10.17)."""
    smoothing = ("two_years_smoothing",) if WITH_CASA.intersection(bands) else ()
    overseas = ("overseas_thresholds",) if thresholds_used else ()
    return (*smoothing, *overseas, "mtp_without_csg", "to_confirm")


def _band(case: Case, day: date, parameters: Parameters) -> Outcome:
    if case["receives_asi"] == "yes":  # so with the Aspa: exempt whatever the income, no threshold is needed
        return {"band": EXEMPT}
    income = case["reference_tax_income"]
    bounds = {name: _threshold(ids, case["tax_parts"], day, parameters) for name, ids in THRESHOLDS.items()}
    if income <= bounds["exempt_max"]:
        band = EXEMPT
    elif income <= bounds["reduced_max"]:
        band = REDUCED
    else:
        band = MEDIAN if income < bounds["full_from"] else FULL
    return {"band": band, **bounds}


def _threshold(ids: tuple[str, str], parts: Decimal, day: date, parameters: Parameters) -> Decimal:
    """The bound of the first part, raised by each half part, a quarter part by half of it; nobody has less than one."""
    first, half = (parameters.number(key, day) for key in ids)
    return first + half * HALVES_IN_A_PART * (max(parts, ONE_PART) - ONE_PART)


def _rates(band: str, day: date, parameters: Parameters) -> Mapping[str, Decimal]:
    csg: Mapping[str, object] = parameters.value("csg_rates", day).value
    return {
        "csg_rate": to_number(csg[band]),
        "crds_rate": Decimal(0) if band == EXEMPT else parameters.number("crds_rate", day),
        "casa_rate": parameters.number("casa_rate", day) if band in WITH_CASA else Decimal(0),
    }
