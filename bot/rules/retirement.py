"""Passage à la retraite à 62 ans, et ses exceptions (CSS L341-15 to L341-17, D341-1, R341-22; F-9.1 to F-9.7).

Not examined: a pension that was withdrawn is not replaced, one that is only suspended is (F-9.5b).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.rules.engine.calendar import MONTHS_IN_A_YEAR, add_months, anniversary, first_of_next_month
from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.findings import KNOWN, TO_CHECK, Finding, Law
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, explore
from bot.rules.engine.span import Span
from bot.rules.schemes import EMPLOYEES, not_told, redirected
from bot.rules.situation import Situation

NAME = "retirement"
REPLACED, UNTIL_67, SIX_MONTHS = "replaced_at_62", "may_continue_until_67", "may_continue_6_months"
BORN_ON_FIRST, LEAP_DAY = "born_on_first", "leap_day_birth"
YES_NO = ("no", "yes")
WORK = "working_at_62"
JOBSEEKER = ("unemployment_benefit_at_62", "working_at_61_and_half")
_REPLACED = Law(
    "premier jour du mois suivant cet âge", ("F-9.2", "F-9.3"), ("css_r341_22",), ("birth_date", "age_limit_years")
)
_OUTCOME = Law(
    "la retraite remplace la pension, sauf travail à cet âge, ou chômage indemnisé après un travail récent",
    ("F-9.1", "F-9.6", "F-9.7"),
    ("css_l341_15", "css_l341_16", "css_l341_17", "css_d341_1"),
    (WORK, *JOBSEEKER),
)
LAW = {
    "outcome": _OUTCOME,
    "age_62_date": Law(
        "naissance + âge limite", ("F-9.1",), ("css_l341_15", "css_d351_1_14"), ("birth_date", "age_limit_years")
    ),
    "request_recommended_by": Law(
        "cet âge moins l'avance conseillée",
        ("F-9.4",),
        ("ameli_retraite",),
        ("age_62_date", "retirement_request_lead_months"),
    ),
    **dict.fromkeys(("replaced_from", "candidates_replaced_from"), _REPLACED),
    "latest_end_date": Law(
        "âge maximum pour qui travaille ; âge limite et quelques mois pour qui est au chômage indemnisé",
        ("F-9.6", "F-9.7"),
        ("css_l341_16", "css_l341_17", "css_d341_1"),
        ("birth_date", "age_max_if_working_years", "age_limit_years", "jobseeker_extension_months"),
    ),
}
# Said with the outcome: the request, which is never automatic (F-9.4); work that starts again (F-9.7).
MENTIONS = {REPLACED: ("request_needed",), UNTIL_67: ("request_needed",), SIX_MONTHS: ("until_work_resumed",)}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """What replaces the pension at the age limit, from when; dates are to check for a birth on 29 February or on a 1st.

    Raises:
        ParameterUnavailable: the age limit was not known on that day.
    """
    if another := redirected(NAME, situation, on):
        return another
    fields = dict.fromkeys((WORK, *JOBSEEKER), YES_NO)
    found = explore(situation, fields, lambda case: {"outcome": exception_at_62(case, situation)})
    kind = found.value("outcome", TO_CHECK)
    birth = situation.birth_date
    if isinstance(birth, Span) and not (birth.low > date.min and birth.high < date.max):
        birth = UNKNOWN  # "before 1964": no date can be counted from it
    outputs, doubt = _dates(kind, birth, on, parameters)
    open_work = tuple(name for name in fields if name in found.deciding("outcome"))
    because = dict.fromkeys((*(("birth_date",) if birth in (None, UNKNOWN) else ()), *open_work[:1]))
    if doubt and (doubt != BORN_ON_FIRST or kind == REPLACED):
        because |= {doubt: None}
    outcome = TO_CHECK if kind == REPLACED and because else kind
    missing = ("birth_date",) if situation.birth_date is None else ()
    return Finding(
        NAME,
        on,
        TO_CHECK if outcome == TO_CHECK else KNOWN,
        missing=(*missing, *found.missing("outcome")),
        outputs={**outputs, "outcome": outcome},
        mentions=MENTIONS.get(kind, ()),
        law=LAW,
        because=tuple(because),
    )


def exception_at_62(case: Case, situation: Situation) -> str:
    """L341-16: work goes first. L341-17: a jobseeker on benefit who worked shortly before, employees only (F-9.7)."""
    if case[WORK] == "yes":
        return UNTIL_67
    employee = not_told(situation) or situation.scheme in EMPLOYEES
    return SIX_MONTHS if employee and all(case[name] == "yes" for name in JOBSEEKER) else REPLACED


def _dates(kind: str, birth: object, on: date, parameters: Parameters) -> tuple[dict[str, object], str]:
    """The dates of an outcome, and the name of the doubt about them ("" without any)."""
    limit = parameters.count("age_limit_years", on)
    lead = parameters.count("retirement_request_lead_months", on)
    if not isinstance(birth, Span):
        names = (
            "age_62_date",
            "request_recommended_by",
            *(() if kind in (REPLACED, TO_CHECK) else ("latest_end_date",)),
        )
        return dict.fromkeys(names, TO_CHECK), ""

    def moved(change: Callable[[date], date]) -> object:
        low, high = change(birth.low), change(birth.high)
        return low if low == high else Span(low, high)

    leap = birth.exact and (birth.low.month, birth.low.day) == (2, 29)
    first = birth.exact and birth.low.day == 1
    outputs: dict[str, object] = {
        "age_62_date": TO_CHECK if leap else moved(lambda day: anniversary(day, limit)[0]),
        "request_recommended_by": moved(lambda day: add_months(anniversary(day, limit)[0], -lead)),
    }
    if kind in (UNTIL_67, SIX_MONTHS):
        months = MONTHS_IN_A_YEAR * limit + parameters.count("jobseeker_extension_months", on)
        if kind == UNTIL_67:
            months = MONTHS_IN_A_YEAR * parameters.count("age_max_if_working_years", on)
        outputs["latest_end_date"] = TO_CHECK if leap else moved(lambda day: add_months(day, months))
    else:
        outputs |= _replacement_r341_22(birth, limit, certain=kind == REPLACED and not leap and not first)
    doubt = LEAP_DAY if leap else BORN_ON_FIRST if first else "" if birth.exact else "birth_date"
    return outputs, doubt


def _replacement_r341_22(birth: Span[date], limit: int, certain: bool) -> dict[str, object]:
    """The first day of the month after the age limit. For a birth on a 1st, perhaps that very day (F-9.3, U-7); on a
    29 February, no text settles the day itself (U-19). Bounds when the day of birth is not known."""
    early = anniversary(birth.low, limit)[0]
    late = anniversary(birth.high, limit)[1]
    if not birth.exact:
        return {
            "replaced_from": Span(early if early.day == 1 else first_of_next_month(early), first_of_next_month(late))
        }
    days = tuple(dict.fromkeys(first_of_next_month(day) for day in (early, late)))
    if birth.low.day == 1:
        days = (early, days[0])
    return {"replaced_from": days[0]} if certain else {"candidates_replaced_from": days}
