"""`assistant check --review`: what is due for a new check, and why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.answers.catalogue import Catalogue, catalogue
from bot.cli.review import READ_AGAIN_AFTER, due, unsettled
from bot.rules import default_parameters
from tests.answers.test_render import entry
from tests.cli.test_bad_input import run

READ = date(2026, 11, 21)


def one(**head: object) -> Catalogue:
    return Catalogue({"sujet": entry(**head)})


def days(known: Catalogue, on: date) -> list[date]:
    return [found.day for found in due(known, default_parameters(), on)]


def test_an_answer_read_lately_is_not_due() -> None:
    assert days(one(), READ) == []


def test_an_answer_read_long_ago_is_due() -> None:
    on = READ + READ_AGAIN_AFTER
    [found] = due(one(), default_parameters(), on)
    assert found.line(on) == "à relire : answers/sujet.md : comparée à ses sources le 21 novembre 2026"


def test_an_answer_that_shows_a_figure_is_due_when_it_moves() -> None:
    known = one(short="Elle est de {{ pension_max_cat2_monthly }}.")
    moves = default_parameters()["pension_max_cat2_monthly"].due
    assert days(known, moves) == [moves]
    assert "Pension maximale" in due(known, default_parameters(), moves)[0].reason


def test_what_is_due_soon_is_announced() -> None:
    known = one(short="Elle est de {{ pension_max_cat2_monthly }}.")
    before = default_parameters()["pension_max_cat2_monthly"].due - timedelta(days=10)
    assert due(known, default_parameters(), before)[0].line(before).startswith("avant le 1er janvier 2027 : ")


def test_unsettled_points_are_listed_with_the_answers_that_lean_on_them() -> None:
    assert unsettled(one(facts=("F-1.1", "U-3"))) == ["answers/sujet.md : U-3"]


@pytest.mark.parametrize(("day", "said"), [("2026-11-21", "avant le 1er janvier 2027"), ("2027-06-01", "à relire")])
def test_the_command_lists_the_most_urgent_first(day: str, said: str) -> None:
    result = run("--today", day, "check", "--review")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(said)
    assert "Points qu'aucun texte ne tranche" in result.stdout


def test_the_project_has_unsettled_points_to_follow() -> None:
    assert any("U-3" in line for line in unsettled(catalogue()))
