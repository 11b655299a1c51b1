"""Régimes: whom each law covers (CRPM L742-3; F-11.1, F-11.8, F-11.9, F-11.15, F-11.16)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bot.rules.engine.fields import UNKNOWN
from bot.rules.engine.findings import REDIRECT, TO_CHECK, Finding
from bot.rules.situation import Situation

# CRPM L742-3: agricultural employees have the law of the general scheme, served by the MSA.
AGRICULTURAL = "agri_employee"
EMPLOYEES = frozenset({"general_employee", AGRICULTURAL})
SELF_EMPLOYED = "self_employed"  # SSI: rules approved by the arrêté of 1 August 2023
FARMER = "agri_self_employed"  # CRPM R732-3 and following
# Titular civil servants, and schemes of their own (Enim, SNCF, regulated professions…): another law, another fund.
ANOTHER_LAW = frozenset({"civil_servant", "special_scheme"})


def not_told(situation: Situation) -> bool:
    """Is the scheme not known, or not asked yet?"""
    return situation.scheme in (None, UNKNOWN)


def to_ask(rule: str, situation: Situation, on: date, **outputs: object) -> Finding:
    """The answer of a rule that cannot begin without the scheme."""
    missing = ("scheme",) if situation.scheme is None else ()
    return Finding(rule, on, TO_CHECK, missing=missing, outputs=outputs, because=("scheme",))


def redirected(rule: str, situation: Situation, on: date, covered: Collection[str] | None = None) -> Finding | None:
    """The answer to people whom another law covers; None for all others, and while the scheme is not known.

    Without `covered`, every scheme but those of `ANOTHER_LAW` is.
    """
    scheme = situation.scheme
    if not_told(situation) or (scheme not in ANOTHER_LAW if covered is None else scheme in covered):
        return None
    return Finding(rule, on, REDIRECT, redirect_to=scheme)
