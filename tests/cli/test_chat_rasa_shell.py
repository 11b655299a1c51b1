"""`rasa shell` from the checkout: Rasa's own console shows our texts, and picks our choices."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.adapters.tracker_store import ForgettingTrackerStore
from bot.settings import models_dir
from tests.cli.pseudo_terminal import Terminal, bare
from tests.service import ROOT, free_port

pytestmark = pytest.mark.model
# The command of Rasa, without TensorFlow: our pipeline does not use it, and it takes half a minute to import.
RASA = "from bot.adapters import without_tensorflow as w; w.install(); from rasa.__main__ import main; main()"
DOWN = "\x1b[B"


@pytest.fixture
def endpoints(tmp_path: Path) -> Iterator[Path]:
    """An action server that runs, and the file that says where."""
    port = free_port()
    store = f"{ForgettingTrackerStore.__module__}.{ForgettingTrackerStore.__name__}"
    file = tmp_path / "endpoints.yml"
    file.write_text(
        f"action_endpoint:\n  url: http://localhost:{port}/webhook\n  enable_selective_domain: true\n"
        f"tracker_store:\n  type: {store}\n"
    )
    with (tmp_path / "log.txt").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", RASA, "run", "actions", "--port", str(port)], cwd=ROOT, stdout=log, stderr=log
        )
    try:
        httpx.Client(transport=httpx.HTTPTransport(retries=10)).get(f"http://localhost:{port}/health", timeout=60)
        yield file
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_rasa_shell_answers_and_its_list_picks_a_choice(trained_model: None, endpoints: Path) -> None:
    command = ("-c", RASA, "shell", "-m", str(models_dir()), "--endpoints", str(endpoints), "--port", str(free_port()))
    with Terminal(*command, folder=ROOT, columns=160) as terminal:
        terminal.until("Your input ->")
        terminal.type("bonjour\r")
        greeting = bare(terminal.until("own message"))
        assert "Bonjour." in greeting
        assert "2: Comment faire la demande (/demande_comment)" in greeting
        terminal.type(f"{DOWN}\r")
        answer = bare(terminal.until("own message"))
        assert "Demander la pension d'invalidité" in answer
        assert "Sources :" in answer
