"""Bad input to a command: one clear French line on standard error, status 2, nothing on standard output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        timeout=120,
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("bavarder",), "Commande inconnue"),
        (("--today", "2026-13-01", "check"), "Date illisible"),
        (("ask",), "Donnez une question"),
        (("ask", "--jsonl", "une question"), "Donnez une question"),
        (("ask", "--verbeux", "une question"), "Option inconnue"),
        (("directory",), "Il manque une commande"),
        (("serve", "--port", "99999999"), "Valeur incorrecte"),
        (("serve", "--port", "abc"), "Valeur incorrecte"),
        (("directory", "nearest"), "Il manque"),
        (("directory", "nearest", "Trifouilly-les-Oies"), "Commune inconnue"),
        (("directory", "nearest", "Bruxelles"), "pas en France"),
        (("directory", "nearest", "Saint-Denis"), "Plusieurs communes"),
        (("directory", "nearest", "--sites", "/nowhere.csv", "Guéret"), "nowhere.csv"),
        (("directory", "update", "--timeout", "0"), "Valeur incorrecte"),
    ],
)
def test_one_line_and_status_2(arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_without_a_model_the_command_says_how_to_get_one(tmp_path: Path) -> None:
    done = run("ask", "bonjour", ASSISTANT_MODELS_DIR=str(tmp_path))
    assert done.returncode == 2
    assert "assistant train" in done.stderr


def test_a_missing_list_of_sites_is_named(tmp_path: Path) -> None:
    done = run("directory", "nearest", "Guéret", ASSISTANT_SITES_FILE=str(tmp_path / "absent.csv"))
    assert done.returncode == 2
    assert "absent.csv" in done.stderr


def test_a_taken_port_is_said() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--host", "127.0.0.1", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "déjà pris" in done.stderr


def test_an_address_that_is_not_ours_is_not_called_a_taken_port() -> None:
    done = run("serve", "--host", "192.0.2.1")  # reserved for documentation: no machine has it
    assert done.returncode == 2
    assert "192.0.2.1" in done.stderr
    assert "déjà pris" not in done.stderr


def test_the_content_is_whole() -> None:
    done = run("check")
    assert done.returncode == 0, done.stdout
    assert "Tout est en ordre" in done.stdout


def test_the_nearest_sites_are_given_in_the_terminal() -> None:
    done = run("directory", "nearest", "23000", "Guéret", ASSISTANT_SITES_FILE=str(ROOT / "tests/data/sites.csv"))
    assert done.returncode == 0
    assert "France services d'essai de Guéret" in done.stdout
    assert "05 00 00 00 01" in done.stdout
