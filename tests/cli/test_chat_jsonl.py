"""`assistant chat --jsonl`: an erased session leaves nothing behind for what is said next under its name."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_bad_input import run
from tests.service import TODAY

pytestmark = pytest.mark.model
QUESTION, FOLLOW_UP = "quel est le montant maximum de la pension ?", "et en catégorie 3 ?"


def test_after_an_erasure_the_session_is_a_new_one(trained_model: None) -> None:
    said = [("old", QUESTION), ("old", FOLLOW_UP), ("old", "effacer mes données"), ("old", FOLLOW_UP)]
    given = "\n".join(json.dumps({"session": name, "text": text}) for name, text in [*said, ("new", FOLLOW_UP)])
    done = run("--today", TODAY, "chat", "--jsonl", given=given)
    assert done.returncode == 0, done.stderr
    _answer, leaning, _erased, after, anew = (json.loads(line)["replies"] for line in done.stdout.splitlines())
    assert leaning != anew  # so that the comparison below says something
    assert after == anew
