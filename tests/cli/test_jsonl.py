"""The scriptable contracts: `ask --jsonl` and `chat --jsonl`, through the real commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_bad_input import run

pytestmark = pytest.mark.model
SITES = str(Path(__file__).resolve().parent.parent / "data" / "sites.csv")


def _lines(*entries: dict[str, Any]) -> str:
    return "\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries) + "\n"


def test_ask_answers_each_line_in_a_fresh_conversation(trained_model: None) -> None:
    given = _lines(
        {"id": "a", "text": "quelles ressources dois-je déclarer ?"},
        {"id": "b", "text": "je veux vérifier si je remplis les conditions, on peut faire le test ?"},
        {"id": "c", "text": "plus simple", "before": ["quel est le montant maximum de la pension ?"]},
        {"id": "d", "text": "donne-moi la recette des crêpes"},
        {"id": "e", "text": "j'ai envie de mourir"},
        {"id": "f", "text": "bonjour"},
        {"id": "g", "text": ""},
    )
    done = run("ask", "--jsonl", given=given, ASSISTANT_SITES_FILE=SITES)
    assert done.returncode == 0, done.stderr
    answers = {line["id"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert answers["a"]["decision"] == "answer"
    assert answers["a"]["topics"] == ["ressources_a_declarer"]
    assert answers["a"]["candidates"][0]["topic"] == "ressources_a_declarer"
    assert 0.5 < answers["a"]["candidates"][0]["confidence"] <= 1
    assert answers["a"]["replies"][0]["sources"][0]["url"].startswith("https://")
    assert answers["b"]["decision"] == "guide"
    assert answers["b"]["topics"] == ["conditions_acces"]
    assert answers["c"]["topics"] == ["montant_maximum"]
    assert answers["d"]["decision"] == "out_of_scope"
    assert answers["d"]["topics"] == []
    assert answers["e"]["decision"] == "distress"
    assert "3114" in answers["e"]["replies"][0]["text"]
    assert answers["f"]["decision"] == "smalltalk"
    assert answers["g"]["replies"][0]["text"]


def test_chat_keeps_interleaved_sessions_apart_and_gives_the_verdict(trained_model: None) -> None:
    first = ["vérifier ma situation", "salarié", "mars 2024", "non", "j'ai 63 ans"]
    second = ["vérifier ma situation", "artisan", "oui"]
    mixed = [{"session": 1, "text": first[0]}, {"session": "x", "text": second[0]}]
    mixed += [{"session": "x", "text": text} for text in second[1:]]
    mixed += [{"session": 1, "text": text} for text in first[1:]]
    done = run("--today", "2026-11-21", "chat", "--jsonl", given=_lines(*mixed))
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["session"] for line in lines] == [entry["session"] for entry in mixed]
    of_second = [line for line in lines if line["session"] == "x"]
    assert [line["asks"] for line in of_second] == ["scheme", "receiving_sick_pay", "birth_date"]
    last = lines[-1]
    assert last["guide"] is None
    assert last["result"]["verdict"] == "not_met"
    assert last["result"]["reasons"] == ["age"]
    assert lines[0]["guide"] == "eligibility"
    assert {"label": "Je ne sais pas"} in lines[0]["replies"][-1]["choices"]


def test_a_line_that_cannot_be_read_is_named_and_those_before_are_served(trained_model: None) -> None:
    given = _lines({"id": "a", "text": "bonjour"}) + "pas du json\n"
    done = run("ask", "--jsonl", given=given)
    assert done.returncode == 2
    assert "Ligne 2" in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["id"] == "a"
    done = run("chat", "--jsonl", given='{"session": 1}\n')
    assert done.returncode == 2
    assert "Ligne 1 : il manque « text »" in done.stderr


def test_one_question_gives_the_sourced_answer(trained_model: None) -> None:
    done = run("ask", "quelles ressources dois-je déclarer ?")
    assert done.returncode == 0
    assert "Les ressources à déclarer" in done.stdout
    assert "Sources :" in done.stdout
    assert "ameli.fr" in done.stdout
