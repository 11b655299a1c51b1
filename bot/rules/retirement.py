"""Passage à la retraite à 62 ans, et ses exceptions (CSS L341-15 to L341-17, D341-1, R341-22; F-9.1 to F-9.7)."""

from __future__ import annotations

from datetime import date, timedelta

from bot.rules.calendar import add_months, anniversary, first_of_month
from bot.rules.findings import Finding, Law
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Case, Outcome, Possibilities, explore
from bot.rules.situation import UNKNOWN, Situation
from bot.rules.truth import Truth

NAME = "retirement"
TO_CHECK = Truth.TO_CHECK.value
BORN_ON_FIRST, LEAP_DAY = "born_on_first", "leap_day_birth"
LAW = {
    "age_62_date": Law("naissance + âge limite", ("F-9.1",), ("css_l341_15", "css_d351_1_14")),
    "replaced_from": Law("premier jour du mois suivant cet âge", ("F-9.2", "F-9.3"), ("css_r341_22",)),
    "request_recommended_by": Law("cet âge moins l'avance conseillée", ("F-9.4",), ("ameli_retraite",)),
    "latest_end_date": Law(
        "au plus tard à l'âge maximum si vous travaillez, ou six mois si vous êtes au chômage indemnisé",
        ("F-9.6", "F-9.7"),
        ("css_l341_16", "css_l341_17", "css_d341_1"),
    ),
}
ALWAYS_TOLD = ("age_62_date", "request_recommended_by")
YES_NO = ("no", "yes")
WORK_FIELDS = {
    "working_at_62": YES_NO,
    "unemployment_benefit_at_62": YES_NO,
    "working_at_61_and_half": YES_NO,
}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """What replaces the pension at the age limit, from when; dates are to check for a birth on 29 February or on a 1st.

    Raises:
        ParameterUnavailable: the age limit was not known on that day.
    """

    def exact(case: Case) -> Outcome:
        return _outcome(case, situation, on, parameters)

    found = explore(situation, {"birth_date": (None,), **WORK_FIELDS}, exact)
    outputs: dict[str, object] = {}
    for name in ("age_62_date", "request_recommended_by", "replaced_from", "latest_end_date"):
        values = [value for value in found.all(name) if value is not None]
        if values and (found.certain("outcome") or name in ALWAYS_TOLD):
            outputs[name] = values[0] if found.certain(name) else TO_CHECK
    outputs["outcome"] = found.all("outcome")[0] if found.certain("outcome") else TO_CHECK
    because = _reasons(found, situation)
    candidates = sorted({day for days in found.all("candidates_replaced_from") if days for day in days})
    if candidates and (outputs["outcome"] == TO_CHECK):
        outputs["candidates_replaced_from"] = tuple(candidates)
    asked = dict.fromkeys((*(("birth_date",) if situation.birth_date is None else ()), *found.missing("outcome")))
    return Finding(NAME, on, str(outputs["outcome"]), missing=tuple(asked), outputs=outputs, law=LAW, because=because)


def _reasons(found: Possibilities, situation: Situation) -> tuple[str, ...]:
    unknown_birth = ("birth_date",) if situation.birth_date in (None, UNKNOWN) else ()
    special = tuple(dict.fromkeys(name for names in found.all("special") for name in names))
    return tuple(dict.fromkeys((*unknown_birth, *found.deciding("outcome"), *special)))


def _outcome(case: Case, situation: Situation, on: date, parameters: Parameters) -> Outcome:
    birth = case["birth_date"]
    kind = _kind(case, situation.scheme == "self_employed")
    if birth is None:
        return {"outcome": kind if kind != "replaced_at_62" else TO_CHECK, "age_62_date": TO_CHECK, "special": ()}
    limit = parameters.count("age_limit_years", on)
    early, late = anniversary(birth, limit)
    lead = parameters.count("retirement_request_lead_months", on)
    common = {
        "age_62_date": early if early == late else TO_CHECK,
        "request_recommended_by": add_months(early, -lead),
        "special": (LEAP_DAY,) if early != late else (),
    }
    if kind == "may_continue_until_67":
        return {**common, "outcome": kind, "latest_end_date": _last_day(birth, 12 * _most(on, parameters))}
    if kind == "may_continue_6_months":
        months = 12 * limit + parameters.count("jobseeker_extension_months", on)
        return {**common, "outcome": kind, "latest_end_date": _last_day(birth, months)}
    days = tuple(dict.fromkeys(_first_after(day) for day in (early, late)))
    if early != late:  # U-19: 28 February or 1 March, no text settles it
        return {**common, "outcome": TO_CHECK, "candidates_replaced_from": days}
    if birth.day == 1:  # F-9.3: the day itself, or the month after
        return {
            **common,
            "outcome": TO_CHECK,
            "special": (BORN_ON_FIRST,),
            "candidates_replaced_from": (early, days[0]),
        }
    return {**common, "outcome": kind, "replaced_from": days[0], "candidates_replaced_from": days}


def _kind(case: Case, self_employed: bool) -> str:
    """L341-16: work goes first. L341-17: a jobseeker who worked until shortly before; employees only (F-9.7)."""
    if case["working_at_62"] == "yes":
        return "may_continue_until_67"
    jobseeker = case["unemployment_benefit_at_62"] == "yes" and case["working_at_61_and_half"] == "yes"
    return "may_continue_6_months" if jobseeker and not self_employed else "replaced_at_62"


def _most(on: date, parameters: Parameters) -> int:
    return parameters.count("age_max_if_working_years", on)


def _last_day(birth: date, months: int) -> date | str:
    leap = (birth.month, birth.day) == (2, 29)
    return TO_CHECK if leap else add_months(birth, months)


def _first_after(day: date) -> date:
    return first_of_month(first_of_month(day) + timedelta(days=31))
