"""The page that shows how another program uses the rules is true, and Rasa stays out of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "recipes" / "use-the-rules.md"


def test_the_example_of_the_page_runs_and_imports_no_rasa() -> None:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert found is not None
    code = found[1] + "\nimport sys\nassert not {'rasa', 'rasa_sdk', 'spacy'} & set(sys.modules)\nprint('done')\n"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stdout) == (0, "done\n"), ran.stderr
