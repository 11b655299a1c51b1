"""Délai pour demander la pension, et silence de la caisse (CSS R341-8, R161-9-1, R341-10; F-6.2 to F-6.11)."""

from __future__ import annotations

from datetime import date, timedelta

from bot.rules.engine.calendar import add_months
from bot.rules.engine.fields import UNKNOWN, day_or
from bot.rules.engine.findings import KNOWN, TO_CHECK, Finding, Law
from bot.rules.engine.parameters import Parameters
from bot.rules.engine.possibilities import Case, Outcome, Possibilities, explore
from bot.rules.schemes import FARMER, SELF_EMPLOYED, redirected
from bot.rules.situation import Situation

NAME = "deadline"
# R341-8: the twelve months run from (letters of F-6.2) a: injury_consolidation, b: medical_finding_of_invalidity,
# c: stabilisation_notified, d: end_of_statutory_sick_pay_period, e: sick_pay_stopped_by_fund.
# R341-8, last al.: a new request. The public page counts from the rejection; the text refers to the first event (U-23).
NEW_REQUEST = {"rejection_notified", "pension_withdrawal_notified"}
REQUEST_RECEIVED = "request_received_by_fund"
NO_LIMIT = "no_limit"
DO_NOT_WAIT, FUND_MUST_INFORM = "do_not_wait", "fund_must_inform"
_LAST_DAY = Law(
    "date de l'événement + délai de demande, de quantième à quantième, dernier jour inclus",
    ("F-6.2", "F-6.3", "F-6.5"),
    ("css_r341_8", "sp_pension"),
    ("event_date", "application_window_months"),
)
_REFUSAL = Law(
    "réception de la demande + délai de réponse ; le lendemain, le silence vaut refus",
    ("F-6.11",),
    ("css_r161_9_1", "css_r341_10"),
    ("event_date", "decision_silence_months"),
)
LAW = {
    **dict.fromkeys(("last_day", "in_time"), _LAST_DAY),
    **dict.fromkeys(("silence_ends", "implicit_refusal_from", "meaning_of_silence", "status"), _REFUSAL),
}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The last day to ask, or the day from which silence is a refusal; "to_check" while the event is not known.

    Dates are nominal: nobody should count on a Saturday, a Sunday or a holiday to put them off (F-6.3, U-16).

    Raises:
        ParameterUnavailable: the delay was not known on the day of the event.
    """
    if another := redirected(NAME, situation, on):
        return another
    if situation.event_type in (None, UNKNOWN):
        # An event that the person does not know is no use dating.
        asked = ("event_type", "event_date") if situation.event_type is None else ()
        missing = tuple(name for name in asked if getattr(situation, name) is None)
        return Finding(NAME, on, TO_CHECK, missing=missing, outputs={"last_day": TO_CHECK}, because=("event_type",))
    check = None if situation.check_date == UNKNOWN else day_or(situation.check_date, on)
    fields = {"event_type": (), "event_date": (None,)}
    silence = situation.event_type == REQUEST_RECEIVED

    def exact(case: Case) -> Outcome:
        if silence:
            return implicit_refusal_r161_9_1(case, check, parameters)
        return last_day_to_ask_r341_8(case, situation.scheme, check, parameters)

    found = explore(situation, fields, exact)
    outputs = {name: _value_or_bounds(found, name) for name in found.outcomes[0]}
    undecided = outputs["silence_ends" if silence else "last_day"] == TO_CHECK or not all(
        found.certain(name) for name in ("silence_ends", "last_day")
    )
    return Finding(
        NAME,
        on,
        TO_CHECK if undecided else KNOWN,
        missing=("event_date",) if undecided and situation.event_date is None else (),
        outputs=outputs,
        mentions=_mentions(situation),
        law=LAW,
        because=("event_date",) if undecided else (),
    )


def last_day_to_ask_r341_8(case: Case, scheme: str | None, check: date | None, parameters: Parameters) -> Outcome:
    """Twelve months from the event, from day to day.

    The SSI has no limit for a new request (F-6.5). Against farmers who were not informed of it, the limit does not run
    (CRPM R732-3 V, F-6.4): once it is over, being late is to check.
    """
    event = case["event_date"]
    if scheme == SELF_EMPLOYED and case["event_type"] in NEW_REQUEST:
        return {"last_day": NO_LIMIT, "in_time": True}
    if event is None:
        return {"last_day": TO_CHECK, "in_time": TO_CHECK}
    last = add_months(event, parameters.count("application_window_months", event))
    in_time = TO_CHECK if check is None or (check > last and scheme == FARMER) else check <= last
    return {"last_day": last, "in_time": in_time}


def implicit_refusal_r161_9_1(case: Case, check: date | None, parameters: Parameters) -> Outcome:
    """More than two months without an answer is a refusal, never an acceptance."""
    received = case["event_date"]
    if received is None:
        dates = dict.fromkeys(("silence_ends", "implicit_refusal_from", "status"), TO_CHECK)
        return {**dates, "meaning_of_silence": "refusal"}
    ends = add_months(received, parameters.count("decision_silence_months", received))
    status = TO_CHECK if check is None else "pending" if check <= ends else "implicit_refusal"
    return {
        "silence_ends": ends,
        "implicit_refusal_from": ends + timedelta(days=1),
        "meaning_of_silence": "refusal",
        "status": status,
    }


def _value_or_bounds(found: Possibilities, name: str) -> object:
    """The value when it is certain, both ends when only the month of the event is known."""
    if found.certain(name):
        return found.all(name)[0]
    return found.range(name) if all(isinstance(day, date) for day in found.all(name)) else TO_CHECK


def _mentions(situation: Situation) -> tuple[str, ...]:
    if situation.scheme == FARMER and situation.event_type != REQUEST_RECEIVED:
        return (FUND_MUST_INFORM,)
    return (DO_NOT_WAIT,) if situation.event_type in NEW_REQUEST else ()
