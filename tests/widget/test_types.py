"""The types that the widget's comments declare hold, as the TypeScript compiler sees them."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from bot.channels.website.assets import FOLDER

NO_NPM = "no npm on this machine (Debian: npm): the types of the widget are not checked"
NOT_FETCHED = "the TypeScript compiler could not be fetched: the types of the widget are not checked"


@pytest.fixture(scope="module")
def npm() -> str:
    """npm, the compiler fetched; skips, and says so, when it cannot be."""
    found = shutil.which("npm")
    if found is None:
        pytest.skip(NO_NPM)
    if not (FOLDER / "node_modules" / "typescript").is_dir():
        done = subprocess.run([found, "ci", "--silent", "--no-audit", "--no-fund"], cwd=FOLDER, capture_output=True)
        if done.returncode:
            pytest.skip(NOT_FETCHED)
    return found


def test_the_types_hold(npm: str) -> None:
    done = subprocess.run([npm, "run", "--silent", "types"], cwd=FOLDER, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
