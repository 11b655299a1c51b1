"""How many questions a verdict takes: those the rules ask, against asking every field of the rule.

    python -m scripts.count_questions [--situations N] [--write]

Random people, fully known, drawn with a fixed seed; each answers what it is asked, in the order in which the rule
asks. With --write the table goes to docs/questions.md.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from datetime import date, timedelta
from statistics import mean
from typing import Any

from bot.rules import Situation, evaluate
from bot.settings import ROOT

ON = date(2026, 11, 21)
SEED = 20261121
PAGE = ROOT / "docs" / "questions.md"
Facts = dict[str, Any]
Draw = Callable[[random.Random], Facts]


def _day(chance: random.Random, first: int, last: int) -> str:
    days = (date(last, 12, 31) - date(first, 1, 1)).days
    return min(date(first, 1, 1) + timedelta(days=chance.randint(0, days)), ON).isoformat()


def _yes(chance: random.Random, share: float) -> str:
    return "yes" if chance.random() < share else "no"


def employee(chance: random.Random) -> Facts:
    """Somebody who stopped working as an employee; about one in two meets everything."""
    return {
        "scheme": chance.choice(["general_employee", "general_employee", "general_employee", "agri_employee"]),
        "stop_date": _day(chance, 2022, 2026),
        "origin": "occupational" if chance.random() < 0.1 else "non_occupational",
        "birth_date": _day(chance, 1961, 2000),
        "affiliation_date": _day(chance, 1990, 2025),
        "hours_last_12_months": chance.choice([0, 200, 450, 700, 1200, 1600, 1820]),
        "gross_pay_last_12_civil_months": chance.randint(0, 35_000),
        "capacity_reduction_two_thirds": chance.choice(["yes", "no", "unknown", "unknown"]),
    }


def self_employed(chance: random.Random) -> Facts:
    """Somebody who stopped working on their own account."""
    return {
        "scheme": "self_employed",
        "receiving_sick_pay": _yes(chance, 0.4),
        "birth_date": _day(chance, 1961, 2000),
        "affiliation_date": _day(chance, 1995, 2026),
        "average_annual_income_last_3_civil_years": chance.randint(0, 30_000),
        "capacity_reduction_two_thirds": chance.choice(["yes", "no", "unknown", "unknown"]),
    }


def declaring(chance: random.Random) -> Facts:
    """Somebody on a pension who must declare."""
    return {
        "declarations_already_made": chance.randint(0, 8),
        "salaried_activity": _yes(chance, 0.3),
        "self_employed_activity": _yes(chance, 0.1),
        "pension_reduced": _yes(chance, 0.2),
        "receives_asi": _yes(chance, 0.15),
        "has_ameli_account": _yes(chance, 0.8),
        "situation_changed": _yes(chance, 0.3),
    }


def retiring(chance: random.Random) -> Facts:
    """Somebody on a pension who comes near 62."""
    return {
        "birth_date": _day(chance, 1962, 1970),
        "working_at_62": _yes(chance, 0.3),
        "unemployment_benefit_at_62": _yes(chance, 0.2),
        "working_at_61_and_half": _yes(chance, 0.35),
    }


def on_low_income(chance: random.Random) -> Facts:
    """Somebody on a small pension who may ask for the ASI."""
    return {
        "household": chance.choice(["single", "couple_one_asi", "couple_both_asi", "couple_spouse_aspa"]),
        "monthly_resources": chance.randint(300, 2_200),
        "residence_in_france": _yes(chance, 0.95),
        "age_years": chance.randint(25, 66),
    }


def working(chance: random.Random) -> Facts:
    """Somebody on a pension who works, and says so first."""
    return {
        "scheme": "general_employee",
        "gross_pay_reference_period": chance.randint(2_000, 40_000),
        "category": chance.choice([1, 1, 2, 2, 3]),
        "monthly_pension": chance.randint(340, 1_900),
        "average_annual_pay": chance.randint(12_000, 46_000),
        "last_year_pay": chance.randint(12_000, 60_000),
        "last_year": chance.randint(2012, 2024),
    }


def taxed(chance: random.Random) -> Facts:
    """Somebody who asks what is taken off their pension."""
    return {
        "reference_tax_income": chance.randint(5_000, 45_000),
        "tax_parts": chance.choice([1, 1.5, 2, 2.5, 3]),
        "receives_asi": _yes(chance, 0.1),
    }


PEOPLE: dict[str, tuple[str, Draw]] = {
    "eligibility, employees": ("eligibility", employee),
    "eligibility, self-employed": ("eligibility", self_employed),
    "declaration frequency and way": ("declaration_frequency", declaring),
    "ASI": ("asi", on_low_income),
    "retirement": ("retirement", retiring),
    "work and pension, employees": ("cumul", working),
    "CSG": ("csg", taxed),
}
# An income that was never told counts as none: who asks about work has said how much it pays.
SAID_FIRST = {"cumul": ("scheme", "gross_pay_reference_period")}


def asked(rule: str, person: Facts) -> int:
    """How many of these facts the rule asks for before nothing more can change its answer.

    Raises:
        KeyError: it asks for a fact that was not drawn.
    """
    told: Facts = {name: person[name] for name in SAID_FIRST.get(rule, ())}
    while missing := evaluate(rule, Situation.parse_obj(told), ON).missing:
        told[missing[0]] = person[missing[0]]
    return len(told)


def table(situations: int) -> list[str]:
    """The lines of the table, one per kind of person."""
    lines = ["| Guide | Fields | Asked, mean | Asked, most | Saved |", "|---|---|---|---|---|"]
    for label, (rule, draw) in PEOPLE.items():
        chance = random.Random(SEED)  # noqa: S311 - a fixed draw, nothing secret
        people = [draw(chance) for _ in range(situations)]
        counts = [asked(rule, person) for person in people]
        fields = len(people[0])
        saved = 100 * (1 - mean(counts) / fields)
        lines.append(f"| {label} | {fields} | {mean(counts):.2f} | {max(counts)} | {saved:.0f} % |")
    return lines


def main() -> None:
    """Print the table, or write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--situations", type=int, default=3000)
    parser.add_argument("--write", action="store_true", help="write docs/questions.md")
    arguments = parser.parse_args()
    text = "\n".join(
        [
            "# How many questions a verdict takes",
            "",
            "A question is asked only while its answer can still change the result. Measured over "
            f"{arguments.situations} random people per line,",
            f"on {ON.isoformat()}, by `python -m scripts.count_questions --write`; the alternative is to ask every",
            "field.",
            "",
            *table(arguments.situations),
            "",
        ]
    )
    if arguments.write:
        PAGE.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
