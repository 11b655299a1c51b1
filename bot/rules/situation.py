"""What is known of a person, in the vocabulary of the rules (the case files use the same names).

For every field, None means "not asked yet" and `UNKNOWN` means "the person does not know": the first can be asked,
the second never again. Dates and sums may be known only between two bounds (see `span`).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, Extra, validator

from bot.rules.span import Span, parse_amounts, parse_dates

UNKNOWN: Literal["unknown"] = "unknown"
Unknown = Literal["unknown"]

Scheme = Literal[
    "general_employee", "agri_employee", "self_employed", "agri_self_employed", "civil_servant", "special_scheme"
]  # fmt: skip
Dates = Unknown | Span[date] | None
Amount = Unknown | Span[Decimal] | None


class Situation(BaseModel):
    """The facts a rule may need; each docstring line gives the legal French term.

    scheme: régime d'affiliation. birth_date: date de naissance. origin: origine de l'invalidité.
    capacity_reduction_two_thirds: réduction des deux tiers reconnue par le médecin-conseil.
    stop_date: arrêt de travail suivi d'invalidité, ou constatation. affiliation_date: date d'affiliation.
    hours_last_12_months: heures de travail salarié ou assimilé. gross_pay_last_12_civil_months: rémunération brute
    soumise à cotisations, en euros sur douze mois civils. request_date: date de la demande (indépendants).
    effect_year: année d'effet (indépendants). average_annual_income_last_3_civil_years: revenu annuel moyen cotisé,
    en euros. receiving_sick_pay: indemnités journalières en cours. reference_date: date d'appréciation de l'âge.
    """

    scheme: Scheme | Unknown | None = None
    birth_date: Any = None
    reference_date: date | None = None
    origin: Literal["non_occupational", "occupational", "unknown", None] = None
    capacity_reduction_two_thirds: Literal["yes", "no", "unknown", None] = None
    stop_date: Any = None
    affiliation_date: Any = None
    hours_last_12_months: Any = None
    gross_pay_last_12_civil_months: Any = None
    request_date: Any = None
    effect_year: int | None = None
    average_annual_income_last_3_civil_years: Any = None
    receiving_sick_pay: Literal["yes", "no", "unknown", None] = None

    class Config:
        frozen = True
        extra = Extra.forbid
        arbitrary_types_allowed = True

    @validator("birth_date", "stop_date", "affiliation_date", "request_date", pre=True)
    def _dates(cls, value: object) -> Dates:
        return value if value is None or value == UNKNOWN else parse_dates(value)  # type: ignore[return-value]

    @validator(
        "hours_last_12_months",
        "gross_pay_last_12_civil_months",
        "average_annual_income_last_3_civil_years",
        pre=True,
    )
    def _amounts(cls, value: object) -> Amount:
        return value if value is None or value == UNKNOWN else parse_amounts(value)  # type: ignore[return-value]

    @validator("capacity_reduction_two_thirds", "receiving_sick_pay", pre=True)
    def _yes_no(cls, value: object) -> object:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


FIELDS = tuple(Situation.__fields__)
