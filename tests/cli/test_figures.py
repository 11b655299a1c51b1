"""`assistant figures`: all figures with their date, source and confidence; none that is not sure without saying so."""

from __future__ import annotations

import json
from datetime import date

import pytest
import yaml
from click.testing import CliRunner, Result

from bot.answers.figures import Figure, Recorder, ShownFigure, format_value
from bot.answers.plain_text import figure_text
from bot.answers.rule_words import rule_words
from bot.cli.figures import FOLDER, OVERDUE, figures
from bot.rules import default_parameters
from bot.rules.engine.parameters import DatedValue, Parameter
from tests.cli.test_bad_input import run

TODAY = "2026-11-21"
RESERVED = "à vérifier"
UNCERTAIN = [
    pytest.param(parameter, dated, id=f"{parameter.id} {dated.since}")
    for parameter in default_parameters().values()
    for dated in parameter.values
    if dated.confidence == "uncertain"
]


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(figures, arguments)


def line_of(label: str, text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(f"- {label} : "))


@pytest.mark.parametrize(("parameter", "dated"), UNCERTAIN)
def test_what_is_uncertain_is_never_listed_without_its_reservation(parameter: Parameter, dated: DatedValue) -> None:
    day = dated.since.isoformat()
    assert RESERVED in line_of(parameter.label, ask("--on", day).output).partition(" : ")[2]
    entries = json.loads(ask("--on", day, "--json").output)["figures"]
    assert RESERVED in next(e for e in entries if e["id"] == parameter.id)["confidence_text"]


@pytest.mark.parametrize(("parameter", "dated"), UNCERTAIN)
def test_what_is_uncertain_is_never_written_in_a_message_without_its_reservation(
    parameter: Parameter, dated: DatedValue
) -> None:
    if dated.value is None:  # nothing is printed of it but that it is not published
        recorder = Recorder()
        assert "pas encore publié" in str(Figure(parameter, dated.since, recorder))
        assert recorder.shown == {}
        return
    value = format_value(dated.value, parameter.unit)
    text = figure_text(ShownFigure(parameter.label, value, dated.since, dated.confidence, parameter.reference))
    assert value in text
    assert text.endswith("(à vérifier auprès de votre caisse)")


def test_an_overdue_figure_keeps_its_own_reservation() -> None:
    text = ask("--on", "2027-01-15").output
    (line,) = [line for line in text.splitlines() if "autre lecture" in line]
    assert RESERVED in line
    assert OVERDUE in line


def test_every_figure_of_every_file_is_listed_with_its_source() -> None:
    text = ask("--on", TODAY).output
    for path in sorted(FOLDER.glob("*.yaml")):
        assert f"({path.name})" in text
        for raw in yaml.safe_load(path.read_text(encoding="utf-8")):
            line_of(raw["label"], text)
            assert f"  Source : {raw['reference']}." in text


def test_a_figure_has_its_value_unit_day_and_confidence() -> None:
    line = line_of("Plafond ASI, personne seule", ask("--on", TODAY).output)
    assert line == (
        "- Plafond ASI, personne seule : 11\u202f066,13\u00a0€ par an, depuis le 1er avril 2026, calculé, à confirmer."
    )


def test_a_figure_is_the_one_of_its_day() -> None:
    assert "10\u202f978,30\u00a0€ par an, depuis le 1er avril 2025, vérifié." in ask("--on", "2026-03-31").output


def test_a_figure_without_a_value_is_said_to_be_so() -> None:
    before = ask("--on", "2000-01-01")
    assert before.exit_code == 0
    assert line_of("Plafond ASI, personne seule", before.output).endswith("pas de valeur connue à cette date.")
    unpublished = line_of("C2S sans participation, 1 personne, métropole", ask("--on", TODAY).output)
    assert "pas encore publié" in unpublished


def test_the_parts_of_a_figure_have_words() -> None:
    parts = {
        (parameter.id, key)
        for parameter in default_parameters().values()
        for dated in parameter.values
        if isinstance(dated.value, dict)
        for key in dated.value
    }
    assert parts
    assert not [part for part in parts if rule_words().value(*part) == part[1]]
    assert rule_words().value("csg_rates", "reduced") == "taux réduit"  # not the pension


def test_nothing_overdue_is_a_line_and_status_0() -> None:
    done = ask("--stale", "--on", "2026-03-31")
    assert done.exit_code == 0
    assert done.output == "Aucun chiffre n'est en retard au 31 mars 2026.\n"


def test_a_figure_that_took_effect_without_a_value_is_overdue() -> None:
    done = ask("--stale", "--on", TODAY)
    assert done.exit_code == 1
    assert done.output.startswith("Chiffres qui auraient dû changer au 21 novembre 2026 : 2.")
    assert done.output.count("- C2S ") == 2


def test_what_nobody_read_again_in_time_is_listed_with_who_should() -> None:
    due = default_parameters()["eligibility_min_hours"].due.isoformat()
    done = ask("--stale", "--on", due)
    before, _, unread = done.output.partition("Chiffres à relire")
    assert "Heures de travail salarié" in unread
    assert "Heures de travail salarié" not in before
    assert "  Relecture : textes, au plus tard le " in unread
    entries = json.loads(ask("--on", due, "--json").output)["figures"]
    hours = next(entry for entry in entries if entry["id"] == "eligibility_min_hours")
    assert (hours["checked_by"], hours["due"]) == ("textes", due)


@pytest.mark.parametrize("day", ["2027-01-01", "2027-04-01"])
def test_what_is_overdue_is_listed_with_when_and_who_and_status_1(day: str) -> None:
    on = date.fromisoformat(day)
    done = ask("--stale", "--on", day)
    assert done.exit_code == 1
    overdue = [parameter for parameter in default_parameters().values() if parameter.stale(on)]
    assert overdue
    for parameter in overdue:
        line_of(parameter.label, done.output)
        assert f"Source : {parameter.reference}. Changement : {parameter.moves}." in done.output
    listed = json.loads(ask("--stale", "--on", day, "--json").output)["figures"]
    assert [entry["id"] for entry in listed if entry["stale"]] == [parameter.id for parameter in overdue]


def test_without_a_day_it_is_today_s() -> None:
    done = run("--today", "2027-01-15", "figures", "--stale")
    assert done.returncode == 1
    assert "au 15 janvier 2027" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"), [(("--on", "demain"), "Date illisible : « demain »"), (("--une", "x"), "Option inconnue")]
)
def test_bad_input_is_one_line_and_status_2(arguments: tuple[str, ...], says: str) -> None:
    done = run("figures", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
