"""Each kind of resource: declared or not, counted or not; the table itself is whole and sourced."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.answers.registry import registry
from bot.rules import Finding, Situation, evaluate
from bot.rules.resources import default_resources, load_resources
from bot.settings import CONTENT
from tests.conftest import SHARED

ON = date(2026, 11, 21)
TABLE = default_resources()
IDS = [*(f"F-4.{n}" for n in range(1, 20)), "F-4.19b", "F-4.19c", "F-4.19d"]
AFTER_AWARD = "replacement_income_from_activity_after_award"
ROW = """
- id: invented
  label: Une ressource inventée
  declare: "yes"
  counts_in_cumul: "no"
  counts_for_asi: to_check
  facts: [F-4.1]
  sources: [sp_cumul]
"""


def found(kind: str | None = None, **facts: object) -> Finding:
    return evaluate("resources", Situation(resource_kind=kind, **facts), ON)


def answers(finding: Finding) -> tuple[object, ...]:
    return tuple(finding.outputs[name] for name in ("declare", "counts_in_cumul", "counts_for_asi"))


@pytest.mark.parametrize(
    ("kind", "fact", "declare", "cumul", "asi"),
    [
        ("salary", "F-4.1", "yes", "yes", "yes"),
        ("bonuses", "F-4.2", "yes", "yes", "yes"),
        ("paid_leave_indemnity", "F-4.3", "yes", "yes", "yes"),
        ("severance_exempt", "F-4.4", "to_check", "no", "to_check"),
        ("sick_pay", "F-4.5", "yes", "to_check", "yes"),
        ("employer_sick_pay", "F-4.6", "yes", "to_check", "yes"),
        ("unemployment_benefit", "F-4.7", "yes", "to_check", "yes"),
        ("early_retirement", "F-4.8", "yes", "to_check", "yes"),
        ("training_allowance", "F-4.9", "yes", "yes", "yes"),
        ("self_employed_income", "F-4.10", "yes", "yes", "yes"),
        ("welfare_insurance_annuity", "F-4.11", "to_check", "no", "yes"),
        ("work_accident_annuity", "F-4.12", "yes", "no", "yes"),
        ("other_invalidity_pension", "F-4.13", "yes", "no", "yes"),
        ("retirement_pension", "F-4.14", "yes", "no", "yes"),
        ("aah", "F-4.15", "no", "no", "yes"),
        ("rsa_housing_family", "F-4.16", "no", "no", "to_check"),
        ("rental_and_investment", "F-4.17", "no", "no", "yes"),
        ("alimony_gifts_savings", "F-4.18", "no", "no", "to_check"),
        ("disability_allowances", "F-4.19", "no", "no", "no"),
        ("spouse_income", "F-4.19b", "no", "no", "yes"),
        ("profit_sharing", "F-4.19c", "to_check", "no", "to_check"),
        ("elected_or_volunteer", "F-4.19d", "yes", "to_check", "to_check"),
    ],
)
def test_each_resource_is_answered_as_the_fact_base_says(
    kind: str, fact: str, declare: str, cumul: str, asi: str
) -> None:
    finding = found(kind)
    assert answers(finding) == (declare, cumul, asi)
    assert finding.verdict == ("to_check" if "to_check" in (declare, cumul) else "known")
    assert fact in finding.law["counts_in_cumul"].facts


@pytest.mark.parametrize("kind", ["sick_pay", "employer_sick_pay", "unemployment_benefit", "early_retirement"])
@pytest.mark.parametrize(
    ("told", "cumul", "because", "missing"),
    [
        ("yes", "yes", (), ()),
        ("no", "no", (), ()),
        (None, "to_check", (AFTER_AWARD,), (AFTER_AWARD,)),
        ("unknown", "to_check", (AFTER_AWARD,), ()),
    ],
)
def test_replacement_income_counts_only_when_it_comes_from_work_after_the_award(
    kind: str, told: str | None, cumul: str, because: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    finding = found(kind, **{AFTER_AWARD: told})
    assert finding.outputs["counts_in_cumul"] == cumul
    assert finding.outputs["declare"] == "yes"
    assert (finding.because, finding.missing) == (because, missing)


def test_work_after_the_award_changes_nothing_for_other_resources() -> None:
    for kind, row in TABLE.items():
        if row.counts_in_cumul != "if_after_award":
            assert answers(found(kind, **{AFTER_AWARD: "yes"})) == answers(found(kind, **{AFTER_AWARD: "no"}))
            assert AFTER_AWARD not in found(kind).missing


@pytest.mark.parametrize(("kind", "missing"), [(None, ("resource_kind",)), ("unknown", ()), ("lottery", ())])
def test_a_resource_that_is_not_known_is_to_check(kind: str | None, missing: tuple[str, ...]) -> None:
    finding = found(kind)
    assert answers(finding) == ("to_check", "to_check", "to_check")
    assert (finding.verdict, finding.because, finding.missing) == ("to_check", ("resource_kind",), missing)


@pytest.mark.parametrize("kind", ["severance_exempt", "welfare_insurance_annuity", "elected_or_volunteer"])
def test_what_no_text_settles_is_told_so_and_nothing_more_is_asked(kind: str) -> None:
    assert (found(kind).because, found(kind).missing) == (("unsettled",), ())


@pytest.mark.parametrize(
    ("kind", "recalled"),
    [
        ("spouse_income", True),
        ("rental_and_investment", True),
        ("alimony_gifts_savings", True),
        ("aah", True),
        ("welfare_insurance_annuity", True),
        ("salary", False),  # declared anyway
        ("disability_allowances", False),  # never counted
    ],
)
def test_what_the_asi_asks_for_besides_is_recalled_unless_there_is_none(kind: str, recalled: bool) -> None:
    told = {"yes": "declared_for_asi", None: "more_declared_with_asi", "unknown": "more_declared_with_asi"}
    for asi, mention in told.items():
        assert found(kind, receives_asi=asi).mentions == ((mention,) if recalled else ())
    assert found(kind, receives_asi="no").mentions == ()


@pytest.mark.parametrize("kind", TABLE)
def test_knowing_the_asi_flips_no_answer(kind: str) -> None:
    assert answers(found(kind, receives_asi="yes")) == answers(found(kind, receives_asi="no")) == answers(found(kind))


@pytest.mark.parametrize("scheme", ["self_employed", "agri_self_employed"])
@pytest.mark.parametrize(
    ("kind", "cumul", "because"),
    [
        ("salary", "yes", ()),
        ("self_employed_income", "yes", ()),
        ("spouse_income", "no", ()),
        ("work_accident_annuity", "to_check", ("scheme",)),
        ("sick_pay", "to_check", ("scheme",)),
    ],
)
def test_the_list_of_employees_is_not_that_of_the_self_employed(
    scheme: str, kind: str, cumul: str, because: tuple[str, ...]
) -> None:
    finding = found(kind, scheme=scheme, **{AFTER_AWARD: "yes"})
    assert (finding.outputs["counts_in_cumul"], finding.because) == (cumul, because)


@pytest.mark.parametrize("scheme", ["civil_servant", "special_scheme"])
def test_other_schemes_are_redirected(scheme: str) -> None:
    assert found("salary", scheme=scheme).reasons == (scheme,)
    assert found("salary", scheme=scheme).verdict == "redirect"


def test_every_resource_of_the_fact_base_has_its_row() -> None:
    facts = [row.facts[0] for row in TABLE.values()]
    assert facts == IDS


def test_the_fact_base_has_no_other_resource() -> None:
    path = SHARED / "domain" / "facts.md"
    if not path.is_file():
        pytest.skip("no fact base beside the checkout")
    rows = re.findall(r"^\| (F-4\.\w+) \|", path.read_text(encoding="utf-8"), flags=re.M)
    assert rows == IDS


@pytest.mark.parametrize("kind", TABLE)
def test_every_row_has_facts_and_known_sources(kind: str) -> None:
    row = TABLE[kind]
    assert row.id == kind
    assert row.facts
    assert all(re.fullmatch(r"F-\d+\.\d+[a-z]?", fact) for fact in row.facts)
    assert row.sources
    assert set(row.sources) <= set(registry().sources)


@pytest.mark.parametrize("kind", TABLE)
def test_what_a_row_shows_has_no_figure_in_plain(kind: str) -> None:
    assert not re.search(r"\d", TABLE[kind].label + TABLE[kind].note)


def test_no_two_rows_share_a_label() -> None:
    assert len({row.label for row in TABLE.values()}) == len(TABLE)


def test_the_table_is_read_from_the_content() -> None:
    assert dict(load_resources(CONTENT / "resources.yaml")) == dict(TABLE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- [",
        "salary: {}",
        ROW + ROW,
        ROW.replace('declare: "yes"', "declare: yes"),  # a bare yes is a boolean for YAML
        ROW.replace('declare: "yes"', "declare: if_after_award"),
        ROW.replace("counts_for_asi: to_check", "counts_for_asi: perhaps"),
        ROW.replace("facts: [F-4.1]", "facts: []"),
        ROW.replace("sources: [sp_cumul]", "sources: []"),
        ROW.replace("  sources: [sp_cumul]\n", ""),
        ROW + "  colour: blue\n",
    ],
)
def test_a_broken_table_is_refused_by_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "resources.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"resources\.yaml"):
        load_resources(path)


def test_a_table_can_be_read_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(ROW, encoding="utf-8")
    assert list(load_resources(path)) == ["invented"]
