"""The set-up promises: exact packages, hashes, no registry host, one Python."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_lock_pins_versions_and_hashes_and_names_no_host() -> None:
    text = (ROOT / "requirements.lock").read_text()
    packages = re.findall(r"^([a-z0-9._-]+(?:\[[^\]]*\])?)==", text, re.M)
    assert len(packages) > 100
    assert text.count("--hash=sha256:") >= len(packages)
    assert "://" not in text
    assert "index-url" not in text


def test_every_direct_dependency_is_in_the_lock() -> None:
    wanted = re.findall(r'^    "([a-z0-9-]+)[=<>]', (ROOT / "pyproject.toml").read_text(), re.M)
    locked = set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(), re.M))
    assert "rasa" in wanted
    assert set(wanted) <= locked


def test_python_is_the_one_rasa_needs() -> None:
    assert (ROOT / ".python-version").read_text().strip() == "3.10"


def test_help_lists_the_two_commands() -> None:
    text = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "make serve" in text
    assert "make test" in text
