"""Rasa starts without TensorFlow by default, and with it on demand; each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

PROBE = """
import sys
from bot.adapters import without_tensorflow
print(without_tensorflow.install())
import rasa.core.agent
print(hasattr(sys.modules["tensorflow"], "__file__") and bool(sys.modules["tensorflow"].__file__))
"""


def _probe(tensorflow: str) -> list[str]:
    environment = {**os.environ, "ASSISTANT_TENSORFLOW": tensorflow}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROBE], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_by_default_the_stand_in_takes_its_place() -> None:
    assert _probe("0") == ["True", "False"]


def test_on_demand_the_real_one_is_imported() -> None:
    assert _probe("1") == ["False", "True"]
