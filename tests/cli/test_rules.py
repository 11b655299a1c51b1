"""`assistant rules`: asked in the terminal or given in JSON, the same finding, in French and with its texts."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bot.answers.registry import registry
from bot.answers.rule_values import output
from bot.answers.rule_words import rule_words
from bot.cli.rules import rules
from bot.cli.rules_input import answer
from bot.cli.rules_report import reason, report
from bot.dialogue.field_words import label, meanings, said
from bot.dialogue.questions import questions
from bot.rules import RULES, UNKNOWN, Situation, evaluate
from bot.rules.engine.span import Span
from bot.rules.reader import allowed, expected, kind
from bot.rules.situation import FIELDS
from tests.cli.test_bad_input import run
from tests.conftest import SHARED

ON = date(2026, 11, 21)
OWN = Path(__file__).parent.parent / "rules" / "cases" / "eligibility.yaml"
MEETS_ALL = {
    "scheme": "general_employee", "birth_date": "1980-03-15", "origin": "non_occupational",
    "capacity_reduction_two_thirds": "yes", "stop_date": "2024-06-10", "affiliation_date": "2015-01-01",
    "hours_last_12_months": 1200,
}  # fmt: skip
SCHEME = questions()["scheme"].text.rstrip(" ?")  # the space before the mark becomes a hard one
RAW = re.compile(r"\b[a-z]+_[a-z_]+\b|\b(?:None|True|False|Span|Decimal)\b")


def ask(*arguments: str, given: str = "") -> Result:
    return CliRunner(env={"ASSISTANT_TODAY": ON.isoformat()}).invoke(rules, arguments, input=given)


def cases() -> list[dict[str, object]]:
    reference = SHARED / "domain" / "cases_dev.yaml"
    files = [OWN, *([reference] if reference.is_file() else [])]
    every = [case for path in files for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]]
    return [case for case in every if case["kind"] in RULES]


CASES = cases()
EMPTY: list[dict[str, object]] = [{"id": f"{rule}-empty", "kind": rule, "inputs": {}} for rule in RULES]


def test_all_rules_are_listed_with_a_french_title() -> None:
    assert ask().output.splitlines() == [f"{name} : {rule_words().titles[name]}" for name in RULES]
    assert [entry["name"] for entry in json.loads(ask("--json").output)] == list(RULES)


@pytest.mark.parametrize("case", [*CASES, *EMPTY], ids=lambda case: str(case["id"]))
def test_everything_a_rule_says_has_french_words(case: dict[str, object]) -> None:
    found = answer(str(case["kind"]), case["inputs"], ON)  # type: ignore[arg-type]
    finding = found.finding
    assert finding.verdict in rule_words().verdicts
    for name, value in {**finding.figures, **finding.outputs}.items():
        words, unit = rule_words().outputs[name].label, rule_words().outputs[name].unit
        if value is not None:
            assert not RAW.search(f"{words} {output(value, unit, name)}"), name
    for name in finding.reasons:
        text = said("scheme", name) if finding.redirect_to else reason(name)
        assert text != name
        assert not RAW.search(text)
    # What is left of the vocabulary of the rules: the names of missing fields, in brackets.
    assert not RAW.search(re.sub(r"\([a-z_0-9]+\)", "", report(found)))


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_has_a_meaning_an_expected_form_and_words_for_its_choices(name: str) -> None:
    assert len(meanings()[name]) > 3
    assert expected(name)
    assert not RAW.search(label(name))
    assert not [value for value in allowed(name) if said(name, value) == str(value)]


def test_a_json_finding_is_that_of_the_rule() -> None:
    done = ask("eligibility", "--json", given=json.dumps({**MEETS_ALL, "on": "2026-01-02"}))
    found = json.loads(done.output)
    finding = evaluate("eligibility", Situation.parse_obj(MEETS_ALL), date(2026, 1, 2))
    assert (found["on"], found["verdict"], found["missing"]) == ("2026-01-02", "met", [])
    assert found["figures"] == {"minimum_hours": 600.0, "pay_threshold_low": 22878.1, "pay_threshold_high": 23649.5,
                                "affiliation_limit": "2023-06-01"}  # fmt: skip
    assert [(c["name"], c["truth"], c["facts"], c["sources"]) for c in found["conditions"]] == [
        (c.name, c.truth.value, list(c.facts), list(c.sources)) for c in finding.conditions
    ]
    assert found["sources"]["css_r313_5"]["title"] == registry().sources["css_r313_5"].title


def test_a_json_finding_gives_outputs_their_law_and_the_figures_that_were_read() -> None:
    given = {"scheme": "general_employee", "category": 2, "average_annual_pay": 20000, "payment_date": "2021-06-01"}
    found = json.loads(ask("amount", "--json", given=json.dumps(given)).output)
    assert found["outputs"]["total_monthly"] == 833.33
    assert found["units"]["total_monthly"] == "EUR/mois"
    assert found["law"]["base_monthly"]["facts"]
    floor = next(figure for figure in found["parameters"] if figure["label"].startswith("Pension minimale"))
    assert (floor["from"], floor["confidence"]) == ("2021-01-01", "uncertain")


def test_what_is_only_known_between_bounds_is_a_pair() -> None:
    found = json.loads(ask("amount", "--json", given='{"scheme": "general_employee", "category": 1}').output)
    low, high = found["outputs"]["total_monthly"]
    assert 0 < low < high
    assert found["missing"] == ["average_annual_pay"]


@pytest.mark.parametrize(
    ("rule", "given", "says"),
    [
        ("eligibility", "{", "Ce n'est pas du JSON (ligne 1"),
        ("eligibility", "[1]", "Un seul objet JSON"),
        ("eligibility", "[" * 100_000, "Ce JSON ne peut pas être lu"),
        ("eligibility", '{"hour_last_12_months": 3}', "« hours_last_12_months » ?"),
        ("eligibility", '{"category": 1, "category": 2}', "« category » : donné deux fois"),
        ("eligibility", '{"scheme": "x"}', "« scheme » : « x » ne convient pas ; attendu : « general_employee »"),
        ("eligibility", '{"stop_date": "2024-13"}', "« stop_date » : « 2024-13 » ne convient pas"),
        (
            "eligibility",
            '{"stop_date": "2025/2024"}',
            "« 2025/2024 » ne convient pas : la fin de l'intervalle",
        ),
        (
            "eligibility",
            '{"birth_date": "2000", "stop_date": "1999"}',
            "« stop_date » : l'arrêt de travail ne peut pas précéder la naissance",
        ),
        ("eligibility", '{"hours_last_12_months": -1}', "« hours_last_12_months » : « -1 » ne convient pas"),
        ("eligibility", '{"receiving_sick_pay": []}', "« receiving_sick_pay » : « [] » ne convient pas"),
        ("eligibility", '{"reference_date": 3}', "« reference_date » : « 3 » ne convient pas ; attendu : un jour"),
        ("eligibility", '{"effect_year": true}', "« effect_year » : « true » ne convient pas"),
        ("eligibility", '{"on": "hier"}', "« on » : « hier » ne convient pas"),
        ("eligibility", '{"on": 2026}', "« on » : « 2026 » ne convient pas"),
        ("amount", '{"yearly_gross_pay": {"2020": "x"}}', "« yearly_gross_pay » : "),
        (
            "amount",
            '{"scheme": "general_employee", "category": 2, "on": "2031-01-01"}',
            "pas encore connu au 01/01/2031",
        ),
        ("bavarder", "{}", "Règle inconnue : « bavarder »"),
    ],
)
def test_bad_input_is_one_french_line_that_names_the_field_and_status_2(rule: str, given: str, says: str) -> None:
    done = run("rules", rule, "--json", given=given)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_the_terminal_asks_what_is_missing_and_gives_the_verdict_with_its_texts() -> None:
    done = ask("eligibility", given="salarié\njuin 2024\nmaladie\n46 ans\noui\n1200\noui\n")
    assert done.exit_code == 0
    assert SCHEME in done.output
    assert "Les conditions administratives semblent remplies" in done.output
    assert "salaire brut" not in done.output.partition("Résultat")[0]  # enough hours: pay cannot change anything
    for name in ("css_l341_15", "css_r313_5"):
        assert registry().sources[name].title in done.output
    assert "F-2.5" in done.output


def test_the_first_question_is_the_most_influential_one() -> None:
    first = evaluate("declaration_frequency", Situation(), ON).missing[0]
    said_first = ask("declaration_frequency").output.partition("?\n")[0]
    assert f"({first})" in said_first or (first in questions() and questions()[first].text[:20] in said_first)


def test_a_question_mark_explains_and_a_wrong_reply_is_asked_again() -> None:
    done = ask("eligibility", given="?\nbla bla\nindépendant\n")
    head = questions()["scheme"].head
    assert head.why in done.output
    assert head.error in done.output
    assert "indemnités journalières" in done.output  # the first question for the self-employed came


@pytest.mark.parametrize("reply", ["", "je ne sais pas"])
def test_what_is_not_known_is_asked_once_and_stays_to_check(reply: str) -> None:
    done = ask("eligibility", given=f"{reply}\n" * 30)
    assert done.exit_code == 0
    assert done.output.count(SCHEME) == 1
    assert "Un point reste à vérifier" in done.output
    assert "Réponse inconnue : votre régime" in done.output


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_comes_to_an_end_when_nothing_is_known(rule: str) -> None:
    done = ask(rule, given="\n" * 60)
    assert done.exit_code == 0
    assert "Résultat au 21 novembre 2026" in done.output


def test_the_end_of_the_input_gives_the_result_so_far() -> None:
    done = ask("eligibility", given="salarié\n")
    assert done.exit_code == 0
    assert "Il manque encore, d'après la règle :" in done.output
    assert f"- {questions()['stop_date'].head.label} (stop_date)" in done.output


def test_an_income_is_asked_rather_than_taken_as_none() -> None:
    done = ask("cumul", given="salarié\n800\n20000\n\n\n30000\n" + "0\n" * 2 + "2\n")
    assert questions()["gross_pay_reference_period"].text[:30] in done.output
    assert "serait versée en entier" not in done.output


def test_a_field_without_a_question_file_is_asked_with_its_meaning_and_values() -> None:
    unasked = [name for name in FIELDS if name not in questions() and kind(name) == "choice"]
    assert all(said(name, value) for name in unasked for value in allowed(name))
    if "household" in unasked:
        done = ask("asi", given="oui\n40\n800\n7\n1\n")
        assert "Répondez par le numéro d'une des réponses." in done.output
        assert "ASI estimée pour le foyer : 122,17\u00a0€ par mois" in done.output


def test_a_sum_that_cannot_be_read_is_asked_again() -> None:
    done = ask("csg", given="beaucoup\n-5\n20 000,00 €\n1\nnon\n")
    assert "n'est jamais négative" in done.output
    assert done.output.count("Répondez par un nombre") == 1
    assert "CSG" in done.output.partition("Résultat")[2]


def test_bounds_are_said_as_bounds() -> None:
    assert (
        output(Span(date(2026, 1, 1), date(2026, 2, 1)), "jour") == "entre le 1er janvier 2026 et le 1er février 2026"
    )
    assert output(Span(date.min, date(2026, 2, 1)), "jour") == "au plus tard le 1er février 2026"
    assert output(Span(date(2026, 2, 1), date.max), "jour") == "à partir du 1er février 2026"
    assert UNKNOWN not in output("to_check", "")
