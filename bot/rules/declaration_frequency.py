"""Rythme et voie de la déclaration de ressources: the practice of the caisses (F-4.20 to F-4.25).

CSS R341-14 says otherwise (seventh month, then twelve or three months: F-4.22). The practice asks for more, and it is
what people meet: it is followed on purpose, and the date shown in the ameli account prevails.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.rules.engine.findings import KNOWN, TO_CHECK, UNSETTLED, Finding, Law
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, Outcome, explore
from bot.rules.schemes import FARMER, redirected, to_ask
from bot.rules.situation import Situation

NAME = "declaration_frequency"
SOURCES = ("ameli_declaration", "cramif_obligations")
PERIODS = "declaration_period_months"
ACCOUNT_PREVAILS = "account_date_prevails"
# A first excess brings three months before one month, the Cramif alone says (F-4.21, U-8).
FIRST_EXCESS = "first_excess_may_be_rarer"
YES_NO = ("no", "yes")
FIRST = 2  # F-4.20: the first two declarations come at the same short interval, whatever the situation
RHYTHM_FIELDS = {
    "declarations_already_made": (0, FIRST),
    "salaried_activity": YES_NO,
    "self_employed_activity": YES_NO,
    "pension_reduced": YES_NO,
    "receives_asi": YES_NO,
}
CHANNEL_FIELDS = {"has_ameli_account": YES_NO, "situation_changed": YES_NO}
_RHYTHM = Law(
    "rythme d'après l'activité, la réduction et l'ASI", ("F-4.20", "F-4.23"), SOURCES, (*RHYTHM_FIELDS, PERIODS)
)
LAW = {
    "every_months": _RHYTHM,
    "rule": _RHYTHM,
    "candidates": _RHYTHM,
    "channel": Law(
        "en ligne avec un compte, sur papier sans compte ; par l'application seulement sans changement de situation",
        ("F-4.25",),
        ("ameli_declaration",),
        tuple(CHANNEL_FIELDS),
    ),
}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """Every how many months, and by which way; candidates when a fact that decides is not known.

    Raises:
        ParameterUnavailable: the rhythms of that day are not known.
    """
    if another := redirected(NAME, situation, on):
        return another
    if situation.scheme == FARMER:  # the MSA has its own practice, which we have not read
        return to_ask(NAME, situation, on, every_months=TO_CHECK, channel=TO_CHECK)
    periods: Mapping[str, int] = parameters.value(PERIODS, on).value
    found = explore(situation, RHYTHM_FIELDS, lambda case: rhythm(case, periods))
    way = explore(situation, CHANNEL_FIELDS, channel)
    months = tuple(sorted({period for candidates in found.all("candidates") for period in candidates}))
    certain = len(months) == 1
    return Finding(
        NAME,
        on,
        KNOWN if certain else TO_CHECK,
        missing=tuple(dict.fromkeys((*found.missing("candidates"), *way.missing("channel")))),
        outputs={
            "every_months": months[0] if certain else TO_CHECK,
            "rule": found.value("rule", None) if certain else None,
            "candidates": None if certain else months,
            "channel": way.value("channel", TO_CHECK),
        },
        mentions=(ACCOUNT_PREVAILS, *((FIRST_EXCESS,) if "salaried_reduced" in found.all("rule") else ())),
        law=LAW,
        because=found.deciding("candidates") or (() if certain else (UNSETTLED,)),
    )


def rhythm(case: Case, periods: Mapping[str, int]) -> Outcome:
    """F-4.20, in this order: the first two; the ASI; salaried work, by the reduction; self-employed work; no work."""
    if case["declarations_already_made"] < FIRST:
        rule = "first_two"
    elif case["receives_asi"] == "yes":
        if case["salaried_activity"] == "yes" and case["pension_reduced"] == "yes":  # F-4.23: no text settles it
            return {"candidates": (periods["salaried_reduced"], periods["asi"]), "rule": None}
        rule = "asi"
    elif case["salaried_activity"] == "yes":
        rule = "salaried_reduced" if case["pension_reduced"] == "yes" else "salaried_not_reduced"
    else:
        rule = "self_employed_only" if case["self_employed_activity"] == "yes" else "no_activity"
    return {"candidates": (periods[rule],), "rule": rule}


def channel(case: Case) -> Outcome:
    """F-4.25: online with an account, by the application only when nothing has changed."""
    if case["has_ameli_account"] == "no":
        return {"channel": "paper"}
    return {"channel": "web_only" if case["situation_changed"] == "yes" else "app_or_web"}
