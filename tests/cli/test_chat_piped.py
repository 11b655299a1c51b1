"""`assistant chat` fed by a program: each line a message, plain text out, nothing cut and nothing asked."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.cli.pseudo_terminal import BEGINNING, bare
from tests.cli.test_bad_input import ROOT, run
from tests.cli.test_chat_terminal import TO_THE_CURVE
from tests.service import TODAY

pytestmark = pytest.mark.model
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
AFTERWARDS = "quel est le montant maximum ?"


@pytest.fixture(scope="module")
def piped(trained_model: None) -> subprocess.CompletedProcess[str]:
    """A conversation through a pipe, up to the word that leaves it."""
    return run("--today", TODAY, "chat", "--trace", given="\n".join((*TO_THE_CURVE, "fin", AFTERWARDS)))


def test_a_piped_conversation_is_plain_text_and_numbers_pick(piped: subprocess.CompletedProcess[str]) -> None:
    assert piped.returncode == 0
    assert not CONTROL.search(piped.stdout)
    assert BEGINNING.strip() not in piped.stdout
    assert "◆ Vous" in piped.stdout
    assert "(vous), pension restante" in piped.stdout
    assert max(map(len, piped.stdout.splitlines())) > 200


def test_a_word_leaves_and_what_follows_is_unsaid(piped: subprocess.CompletedProcess[str]) -> None:
    assert "en catégorie 3" not in bare(piped.stdout).lower()
    assert "montant_maximum, décidé" not in piped.stderr


def test_the_trace_stays_out_of_the_answers_and_says_what_the_rule_still_wants(
    piped: subprocess.CompletedProcess[str],
) -> None:
    assert "[trace]" not in piped.stdout
    turns = [turn.splitlines()[0] for turn in bare(piped.stderr).split("[trace] guide cumul, demande ")[1:]]
    assert [turn.split(" ;")[0] for turn in turns[:3]] == [
        "scheme",
        "gross_pay_reference_period",
        "replacement_income_reference_period",
    ]
    assert "monthly_pension" in turns[1]
    assert "gross_pay_reference_period" not in turns[2]
    assert "[trace] donner_un_fait, décidé par" in piped.stderr  # this message, not the one that opened the guide


def test_words_alone_draw_nothing(trained_model: None) -> None:
    plain = run("--today", TODAY, "chat", "--plain", given="\n".join(TO_THE_CURVE)).stdout
    assert "Cette courbe montre" in plain
    assert "(vous), pension restante" in plain
    assert not re.search("[•◆│└]", plain)


def test_what_is_no_text_is_said_in_one_line(trained_model: None) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "chat"], cwd=ROOT, input=b"\xff\xfe\n", capture_output=True, timeout=120
    )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == "L'entrée doit être du texte en UTF-8."
