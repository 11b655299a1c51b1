"""What is known of a person, in the vocabulary of the rules (the case files use the same names).

For every field, None means "not asked yet" and `UNKNOWN` means "the person does not know": the first can be asked,
the second never again. Dates and sums may be known only between two bounds (see `span`). Each group of facts is that
of one rule; a fact that several rules need stands once, in the first of them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Extra, validator

from bot.rules.engine.fields import UNKNOWN, Amount, Count, Dates, Day, Unknown, Year, YearlyPays, YesNo

Scheme = Literal[
    "general_employee", "agri_employee", "self_employed", "agri_self_employed", "civil_servant", "special_scheme"
]  # fmt: skip


class _Facts(BaseModel):
    class Config:
        frozen = True
        extra = Extra.forbid
        arbitrary_types_allowed = True


class EligibilityFacts(_Facts):
    """Conditions d'ouverture.

    scheme: régime d'affiliation. birth_date: date de naissance. origin: origine de l'invalidité.
    capacity_reduction_two_thirds: réduction des deux tiers reconnue par le médecin-conseil.
    stop_date: arrêt de travail suivi d'invalidité, ou constatation. affiliation_date: date d'affiliation.
    hours_last_12_months: heures de travail salarié ou assimilé. gross_pay_last_12_civil_months: rémunération brute
    soumise à cotisations, en euros sur douze mois civils. request_date: date de la demande (indépendants).
    effect_year: année d'effet (indépendants). average_annual_income_last_3_civil_years: revenu annuel moyen cotisé,
    en euros. receiving_sick_pay: indemnités journalières en cours. reference_date: date d'appréciation de l'âge.
    """

    scheme: Scheme | Unknown | None = None
    birth_date: Dates = None
    reference_date: Day = None
    origin: Literal["non_occupational", "occupational", "unknown", None] = None
    capacity_reduction_two_thirds: YesNo = None
    stop_date: Dates = None
    affiliation_date: Dates = None
    hours_last_12_months: Amount = None
    gross_pay_last_12_civil_months: Amount = None
    request_date: Dates = None
    effect_year: Year = None
    average_annual_income_last_3_civil_years: Amount = None
    receiving_sick_pay: YesNo = None


class AmountFacts(_Facts):
    """Montant.

    category: catégorie d'invalidité. average_annual_pay: salaire annuel moyen, en euros par an. yearly_gross_pay:
    salaire brut de l'époque de chaque année civile, en euros, non revalorisé. payment_date: date dont on prend les
    barèmes.
    """

    category: Literal[1, 2, 3, "unknown", None] = None
    average_annual_pay: Amount = None
    yearly_gross_pay: YearlyPays = None
    payment_date: Day = None

    @validator("category", pre=True)
    def _written_number(cls, value: object) -> object:
        return int(value) if isinstance(value, str) and value.isdigit() else value


class WorkFacts(_Facts):
    """Cumul de la pension et d'un travail.

    monthly_pension: pension théorique par mois, avant réduction. last_year_pay: salaire brut de l'année civile
    précédant l'arrêt. last_year: cette année. control_date: mois du contrôle. gross_pay_reference_period: salaires
    bruts de la période comparée, rémunération de stage comprise. replacement_income_reference_period: indemnités
    journalières, chômage, maintien de salaire de cette période. replacement_income_from_activity_after_award:
    viennent-ils d'un travail postérieur à l'attribution ? self_employed_income_last_civil_year (salariés),
    self_employed_income_penultimate_civil_year (indépendants), income_last_civil_year (exploitants agricoles):
    revenus de l'avis d'imposition, en euros par an.
    pension_type: incapacité partielle au métier ou invalidité totale et définitive (indépendants).
    """

    monthly_pension: Amount = None
    last_year_pay: Amount = None
    last_year: Year = None
    control_date: Day = None
    gross_pay_reference_period: Amount = None
    replacement_income_reference_period: Amount = None
    replacement_income_from_activity_after_award: YesNo = None
    self_employed_income_last_civil_year: Amount = None
    self_employed_income_penultimate_civil_year: Amount = None
    income_last_civil_year: Amount = None
    pension_type: Literal["pipm", "pitd", "unknown", None] = None


class DeclarationFacts(_Facts):
    """Rythme et voie de la déclaration de ressources.

    declarations_already_made: déclarations déjà faites. salaried_activity: activité salariée, ou indemnités qui en
    viennent. self_employed_activity: activité non salariée. pension_reduced: pension réduite. receives_asi:
    allocation supplémentaire d'invalidité. has_ameli_account: compte ameli. situation_changed: changement à déclarer.
    """

    declarations_already_made: Count = None
    salaried_activity: YesNo = None
    self_employed_activity: YesNo = None
    pension_reduced: YesNo = None
    receives_asi: YesNo = None
    has_ameli_account: YesNo = None
    situation_changed: YesNo = None


class DeadlineFacts(_Facts):
    """Délai de demande et silence de la caisse.

    event_type: événement qui fait courir le délai. event_date: sa date. check_date: jour où l'on regarde.
    """

    event_type: Literal[
        "injury_consolidation", "medical_finding_of_invalidity", "stabilisation_notified",
        "end_of_statutory_sick_pay_period", "sick_pay_stopped_by_fund", "rejection_notified",
        "pension_withdrawal_notified", "request_received_by_fund", "unknown", None,
    ] = None  # fmt: skip
    event_date: Dates = None
    check_date: Day = None


class AsiFacts(_Facts):
    """Allocation supplémentaire d'invalidité.

    household: foyer. monthly_resources: ressources du foyer par mois, pension comprise. residence_in_france:
    résidence en France. age_years: âge en années révolues.
    """

    household: Literal["single", "couple_one_asi", "couple_both_asi", "couple_spouse_aspa", "unknown", None] = None
    monthly_resources: Amount = None
    residence_in_france: YesNo = None
    age_years: Amount = None


class AppealFacts(_Facts):
    """Recours.

    ground: motif de la contestation. notification_date: date de sa notification. time_limits_stated_in_notice:
    délais et voies de recours mentionnés. filed_date: dépôt du recours. rejection_notified_date: rejet notifié.
    """

    ground: Literal["medical", "administrative", "mixed", "unknown", None] = None
    notification_date: Dates = None
    time_limits_stated_in_notice: YesNo = None
    filed_date: Dates = None
    rejection_notified_date: Dates = None


class RetirementFacts(_Facts):
    """Passage à la retraite.

    working_at_62: travaille à 62 ans. unemployment_benefit_at_62: chômage indemnisé à 62 ans.
    working_at_61_and_half: travaillait à 61 ans et demi.
    """

    working_at_62: YesNo = None
    unemployment_benefit_at_62: YesNo = None
    working_at_61_and_half: YesNo = None


class ResourceFacts(_Facts):
    """Une ressource à déclarer.

    resource_kind: sorte de ressource (salary, sick_pay, spouse_income…), parmi celles de la table des ressources.
    """

    resource_kind: str | None = None


class CsgFacts(_Facts):
    """CSG, CRDS et Casa.

    reference_tax_income: revenu fiscal de référence de l'avant-dernière année, en euros par an. tax_parts: nombre de
    parts fiscales, demi-parts et quarts de part compris.
    """

    reference_tax_income: Amount = None
    tax_parts: Amount = None


class NextDeclarationFacts(_Facts):
    """Prochaine déclaration.

    last_declaration_date: date de la dernière déclaration de ressources.
    """

    last_declaration_date: Dates = None


class Situation(
    NextDeclarationFacts, CsgFacts, ResourceFacts, RetirementFacts, AppealFacts, AsiFacts, DeadlineFacts,
    DeclarationFacts, WorkFacts, AmountFacts, EligibilityFacts,
):  # fmt: skip
    """All the facts that the rules may need of one person."""


FIELDS = tuple(Situation.__fields__)

__all__ = ["FIELDS", "UNKNOWN", "Amount", "Count", "Dates", "Scheme", "Situation", "Unknown", "YesNo"]
