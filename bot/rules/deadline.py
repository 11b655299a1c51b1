"""Délai pour demander la pension, et silence de la caisse (CSS R341-8, R161-9-1, R341-10; F-6.2 to F-6.11)."""

from __future__ import annotations

from datetime import date, timedelta

from bot.rules.calendar import add_months
from bot.rules.findings import Finding, Law
from bot.rules.parameters import Parameters
from bot.rules.possibilities import Case, Outcome, Possibilities, explore
from bot.rules.situation import UNKNOWN, Situation
from bot.rules.truth import Truth

NAME = "deadline"
REQUEST = "request_received_by_fund"
LAW = {
    "last_day": Law("date de l'événement + délai de demande, dernier jour inclus", ("F-6.2", "F-6.3"), ("css_r341_8",)),
    "silence_ends": Law("réception de la demande + délai de réponse", ("F-6.11",), ("css_r161_9_1", "css_r341_10")),
    "implicit_refusal_from": Law("lendemain du délai de réponse", ("F-6.11",), ("css_r161_9_1",)),
}


def evaluate(situation: Situation, on: date, parameters: Parameters) -> Finding:
    """The last day to ask, or the day from which silence is a refusal; "to_check" while the event is not known.

    Raises:
        ParameterUnavailable: the delay was not known on the day of the event.
    """
    check = situation.check_date or on
    if situation.event_type in (None, UNKNOWN):
        missing = tuple(name for name in ("event_type", "event_date") if getattr(situation, name) is None)
        return _finding(on, {"last_day": Truth.TO_CHECK.value}, ("event_type",), missing)
    silence = situation.event_type == REQUEST
    exact = _silence if silence else _application
    found = explore(
        situation,
        {"event_type": (), "event_date": (None,)},
        lambda case: exact(case, check, parameters),
    )
    names = found.outcomes[0].keys()
    outputs = {name: _told(found, name) for name in names}
    undecided = situation.event_date in (None, UNKNOWN) or bool(
        found.deciding("silence_ends" if silence else "last_day")
    )
    because = ("event_date",) if undecided else ()
    return _finding(on, outputs, because, ("event_date",) if situation.event_date is None else ())


def _finding(on: date, outputs: dict[str, object], because: tuple[str, ...], missing: tuple[str, ...]) -> Finding:
    verdict = Truth.TO_CHECK.value if because else "known"
    return Finding(NAME, on, verdict, missing=missing, outputs=outputs, law=LAW, because=because)


def _told(found: Possibilities, name: str) -> object:
    """The value when it is certain, both ends when only the month of the event is known."""
    if found.certain(name):
        return found.all(name)[0]
    return found.range(name) if all(isinstance(day, date) for day in found.all(name)) else Truth.TO_CHECK.value


def _application(case: Case, check: date, parameters: Parameters) -> Outcome:
    """R341-8: twelve months from the event, from day to day; F-6.5 counts a new request from the rejection (U-23)."""
    event = case["event_date"]
    if event is None:
        return {"last_day": Truth.TO_CHECK.value}
    last = add_months(event, parameters.count("application_window_months", event))
    return {"last_day": last, "in_time": check <= last}


def _silence(case: Case, check: date, parameters: Parameters) -> Outcome:
    """R161-9-1: more than two months without an answer is a refusal, never an acceptance."""
    received = case["event_date"]
    if received is None:
        return {"silence_ends": Truth.TO_CHECK.value, "meaning_of_silence": "refusal"}
    ends = add_months(received, parameters.count("decision_silence_months", received))
    return {
        "silence_ends": ends,
        "implicit_refusal_from": ends + timedelta(days=1),
        "meaning_of_silence": "refusal",
        "status": "pending" if check <= ends else "implicit_refusal",
    }
