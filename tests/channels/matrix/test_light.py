from __future__ import annotations

import subprocess
import sys

HEAVY = ("rasa", "tensorflow", "spacy", "sklearn", "scipy", "sanic")


def test_the_gateway_imports_no_rasa() -> None:
    code = f"import sys, bot.cli, bot.channels.matrix.running; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
