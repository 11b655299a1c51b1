"""Contester une décision: which body, until when, and what silence means (CSS R142-1 to R142-10-1; F-8.1 to F-8.10)."""

from __future__ import annotations

from datetime import date

from bot.rules.calendar import add_months
from bot.rules.findings import Finding, Law
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Case, Outcome, explore
from bot.rules.situation import Situation
from bot.rules.truth import Truth

NAME = "appeal"
COURT = "tribunal_judiciaire_pole_social"
NOT_ENFORCEABLE = "not_enforceable"
BODIES = {"medical": "CMRA", "administrative": "CRA"}
SILENCE = {"medical": "cmra_silence_months", "administrative": "cra_silence_months"}
LAW = {
    "body": Law(
        "motif médical : CMRA ; motif administratif : CRA", ("F-8.1",), ("css_l142_1", "css_r142_1", "css_r142_8")
    ),
    "preliminary_deadline": Law("notification + délai de recours", ("F-8.2", "F-8.3"), ("css_r142_1", "css_r142_1_a")),
    "silence_ends": Law(
        "dépôt du recours + délai de réponse de la commission", ("F-8.4", "F-8.5"), ("css_r142_8_5", "css_r142_6")
    ),
    "court_deadline": Law(
        "rejet notifié, sinon fin du silence, + délai de saisine", ("F-8.6",), ("css_r142_1_a", "css_r142_10_1")
    ),
}
FIELDS = {
    "ground": ("medical", "administrative"),
    "notification_date": (None,),
    "time_limits_stated_in_notice": ("nominal",),
    "filed_date": (None,),
    "rejection_notified_date": (None,),
}
OUTPUTS = ("body", "preliminary_deadline", "filed_in_time", "silence_ends", "court", "court_deadline")


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """Nominal dates, never put off to a working day: nobody should count on it (F-8.10).

    Raises:
        ParameterUnavailable: the time limit was not known on the day of the notification.
    """
    found = explore(situation, FIELDS, lambda case: _steps(case, parameters))
    outputs = {
        name: found.all(name)[0] if found.certain(name) else Truth.TO_CHECK.value
        for name in OUTPUTS
        if found.all(name) != [None]
    }
    if situation.time_limits_stated_in_notice not in ("yes", "no"):
        outputs["note"] = "enforceable_only_if_stated"
    asked = ("ground", "notification_date", "time_limits_stated_in_notice")
    undecided = tuple(name for name, value in outputs.items() if value == Truth.TO_CHECK.value)
    open_facts = tuple(name for name in asked[:2] if getattr(situation, name) in (None, "unknown"))
    return Finding(
        NAME,
        on,
        Truth.TO_CHECK.value if undecided else "known",
        missing=tuple(name for name in asked if getattr(situation, name) is None),
        outputs=outputs,
        law=LAW,
        because=open_facts if undecided else (),
    )


def _steps(case: Case, parameters: Parameters) -> Outcome:
    notified, filed, rejected = case["notification_date"], case["filed_date"], case["rejection_notified_date"]
    outcome: dict[str, object] = {"body": BODIES[case["ground"]]}
    last = None
    if case["time_limits_stated_in_notice"] == "no":  # R142-1-A III: a limit that is not stated does not run
        outcome["preliminary_deadline"] = NOT_ENFORCEABLE
    elif notified is None:
        outcome["preliminary_deadline"] = Truth.TO_CHECK.value
    else:
        last = add_months(notified, parameters.count("appeal_preliminary_months", notified))
        outcome["preliminary_deadline"] = last
    if filed is not None:
        if last is not None:
            outcome["filed_in_time"] = filed <= last
        elif outcome["preliminary_deadline"] == NOT_ENFORCEABLE:
            outcome["filed_in_time"] = True
        outcome["silence_ends"] = add_months(filed, parameters.count(SILENCE[case["ground"]], filed))
    # The court is counted in two steps: silence first, then the limit from its end.
    start = rejected or outcome.get("silence_ends")
    if isinstance(start, date):
        outcome["court"] = COURT
        outcome["court_deadline"] = add_months(start, parameters.count("court_months", start))
    return outcome
