"""Contester une décision: which body, until when, and what silence means (CSS R142-1 to R142-10-1; F-8.1 to F-8.10)."""

from __future__ import annotations

from datetime import date

from bot.rules.engine.calendar import add_months
from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.findings import KNOWN, TO_CHECK, Finding, Law
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, Outcome, explore
from bot.rules.schemes import redirected
from bot.rules.situation import Situation

NAME = "appeal"
COURT = "tribunal_judiciaire_pole_social"
NOT_ENFORCEABLE = "not_enforceable"
# R142-8: medical grounds. R142-1: all others. R142-9-1: both at once, the CRA rules once the CMRA has.
BODIES = {"medical": "CMRA", "administrative": "CRA", "mixed": "CRA"}
SILENCE = {
    "medical": "cmra_silence_months",  # R142-8-5, from the lodging of the appeal
    "administrative": "cra_silence_months",  # R142-6, from the receipt of the claim
    "mixed": "appeal_mixed_silence_months",  # R142-9-1
}
_PRELIMINARY = Law(
    "notification + délai de recours",
    ("F-8.2", "F-8.3"),
    ("css_r142_1", "css_r142_1_a"),
    ("notification_date", "appeal_preliminary_months"),
)
_COURT = Law(
    "rejet notifié, sinon fin du silence, + délai de saisine",
    ("F-8.6",),
    ("css_r142_1_a", "css_r142_10_1"),
    ("rejection_notified_date", "silence_ends", "court_months"),
)
LAW = {
    "body": Law(
        "motif médical : CMRA ; motif administratif, ou les deux : CRA",
        ("F-8.1", "F-8.5b"),
        ("css_l142_1", "css_r142_1", "css_r142_8"),
        ("ground",),
    ),
    **dict.fromkeys(("preliminary_deadline", "filed_in_time", "note"), _PRELIMINARY),
    "silence_ends": Law(
        "dépôt du recours + délai de réponse de la commission",
        ("F-8.4", "F-8.5", "F-8.5b"),
        ("css_r142_8_5", "css_r142_6"),
        ("filed_date", *SILENCE.values()),
    ),
    **dict.fromkeys(("court", "court_deadline"), _COURT),
}
FIELDS = {
    "ground": tuple(BODIES),
    "notification_date": (None,),
    "time_limits_stated_in_notice": ("yes",),  # not known: the date is given as if they were, with a note (F-8.3)
    "filed_date": (None,),
    "rejection_notified_date": (None,),
}
OUTPUTS = ("body", "preliminary_deadline", "filed_in_time", "silence_ends", "court", "court_deadline")
DECIDING = ("ground", "notification_date")
# Penalties do not go before the CRA (L142-4, F-8.9).
PENALTIES = "penalties_apart"


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """Nominal dates, never put off to a working day: nobody should count on it (F-8.10).

    The silence of the CRA is counted from the day the claim was filed, as if it had been received the same day.

    Raises:
        ParameterUnavailable: the time limit was not known on the day of the notification.
    """
    if another := redirected(NAME, situation, on):
        return another
    found = explore(situation, FIELDS, lambda case: time_limits_r142(case, parameters))
    outputs = {name: found.value(name, TO_CHECK) for name in OUTPUTS if found.all(name) != [None]}
    if situation.time_limits_stated_in_notice not in ("yes", "no"):
        outputs["note"] = "enforceable_only_if_stated"
    asked = (*DECIDING, "time_limits_stated_in_notice")
    undecided = TO_CHECK in outputs.values()
    open_facts = tuple(name for name in DECIDING if getattr(situation, name) in (None, UNKNOWN))
    return Finding(
        NAME,
        on,
        TO_CHECK if undecided else KNOWN,
        missing=tuple(name for name in asked if getattr(situation, name) is None),
        outputs=outputs,
        mentions=(PENALTIES,),
        law=LAW,
        because=open_facts if undecided else (),
    )


def time_limits_r142(case: Case, parameters: Parameters) -> Outcome:
    """The body, the preliminary appeal, the silence of the commission, then the court, in the order of the steps."""
    notified, filed, rejected = case["notification_date"], case["filed_date"], case["rejection_notified_date"]
    outcome: dict[str, object] = {"body": BODIES[case["ground"]]}
    if case["time_limits_stated_in_notice"] == "no":  # R142-1-A III: a limit that is not stated does not run
        outcome |= {"preliminary_deadline": NOT_ENFORCEABLE, "filed_in_time": True}
    elif notified is None:
        outcome |= {"preliminary_deadline": TO_CHECK, "filed_in_time": TO_CHECK}
    else:
        last = add_months(notified, parameters.count("appeal_preliminary_months", notified))  # R142-1, R142-1-A III
        outcome |= {"preliminary_deadline": last, "filed_in_time": filed is not None and filed <= last}
    if filed is None:
        del outcome["filed_in_time"]
    else:
        outcome["silence_ends"] = add_months(filed, parameters.count(SILENCE[case["ground"]], filed))
    # R142-1-A III, R142-10-1: counted in two steps, silence first, then the limit from its end.
    start = rejected or outcome.get("silence_ends")
    if isinstance(start, date):
        outcome |= {"court": COURT, "court_deadline": add_months(start, parameters.count("court_months", start))}
    return outcome
