"""Rythme et voie de la déclaration de ressources (CSS R341-14; practice of the caisses, F-4.20 to F-4.25)."""

from __future__ import annotations

from datetime import date

from bot.rules.findings import Finding, Law
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Case, Outcome, explore
from bot.rules.situation import Situation
from bot.rules.truth import Truth

NAME = "declaration_frequency"
SOURCES = ("ameli_declaration", "cramif_obligations", "css_r341_14")
LAW = {
    "every_months": Law("rythme d'après l'activité, la réduction et l'ASI", ("F-4.20", "F-4.23"), SOURCES),
    "channel": Law("en ligne avec un compte, sur papier sans compte", ("F-4.25",), ("ameli_declaration",)),
}
YES_NO = ("no", "yes")
FIRST = 2  # declarations three months apart, whatever the situation
RHYTHM_FIELDS = {
    "declarations_already_made": (0, FIRST),
    "salaried_activity": YES_NO,
    "self_employed_activity": YES_NO,
    "pension_reduced": YES_NO,
    "receives_asi": YES_NO,
}
CHANNEL_FIELDS = {"has_ameli_account": YES_NO, "situation_changed": YES_NO}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """Every how many months, and by which way; candidates when a fact that decides is not known."""
    periods: dict[str, int] = parameters["declaration_period_months"].on(on).value
    rhythm = explore(situation, RHYTHM_FIELDS, lambda case: _rhythm(case, periods))
    channel = explore(situation, CHANNEL_FIELDS, _channel)
    months = tuple(sorted({n for found in rhythm.all("candidates") for n in found}))
    certain = len(months) == 1
    outputs: dict[str, object] = {
        "every_months": months[0] if certain else Truth.TO_CHECK.value,
        "rule": rhythm.all("rule")[0] if rhythm.certain("rule") and certain else None,
        "candidates": None if certain else months,
        "channel": channel.all("channel")[0] if channel.certain("channel") else Truth.TO_CHECK.value,
    }
    return Finding(
        NAME,
        on,
        "known" if certain else Truth.TO_CHECK.value,
        missing=tuple(dict.fromkeys((*rhythm.missing("candidates"), *channel.missing("channel")))),
        outputs=outputs,
        law=LAW,
        because=rhythm.deciding("candidates") or (() if certain else ("unsettled",)),
    )


def _rhythm(case: Case, periods: dict[str, int]) -> Outcome:
    """F-4.20: the first two at three months; then by the activity, the reduction and the ASI, in this order."""
    if case["declarations_already_made"] < FIRST:
        rule = "first_two"
    elif case["receives_asi"] == "yes":
        if case["salaried_activity"] == "yes" and case["pension_reduced"] == "yes":
            return {"candidates": (periods["salaried_reduced"], periods["asi"]), "rule": None}  # F-4.23: unsettled
        rule = "asi"
    elif case["salaried_activity"] == "yes":
        rule = "salaried_reduced" if case["pension_reduced"] == "yes" else "salaried_not_reduced"
    else:
        rule = "self_employed_only" if case["self_employed_activity"] == "yes" else "no_activity"
    return {"candidates": (periods["no_work" if rule == "no_activity" else rule],), "rule": rule}


def _channel(case: Case) -> Outcome:
    """F-4.25: online with an account, by the application only when nothing has changed."""
    if case["has_ameli_account"] == "no":
        return {"channel": "paper"}
    return {"channel": "web_only" if case["situation_changed"] == "yes" else "app_or_web"}
