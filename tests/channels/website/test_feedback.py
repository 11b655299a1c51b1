"""Counts of useful answers: two numbers a topic, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.channels.website.feedback import NAME, Feedback


def test_each_word_of_thanks_is_one_count(tmp_path: Path) -> None:
    counts = Feedback(tmp_path / "var")
    counts.count("asi", useful=True)
    counts.count("asi", useful=True)
    counts.count("asi", useful=False)
    assert counts.counts() == {"asi": {"useful": 2, "not_useful": 1}}
    assert [path.name for path in (tmp_path / "var").iterdir()] == [NAME]


def test_whoever_changes_their_mind_counts_once(tmp_path: Path) -> None:
    counts = Feedback(tmp_path)
    counts.count("asi", useful=True)
    counts.count("asi", useful=False, changed=True)
    assert counts.counts() == {"asi": {"useful": 0, "not_useful": 1}}


@pytest.mark.parametrize("broken", ["", "[]", '{"asi": 3}', '{"asi": {"useful": "x"}}', "\x00"])
def test_a_broken_file_is_begun_again(tmp_path: Path, broken: str) -> None:
    (tmp_path / NAME).write_text(broken, encoding="utf-8")
    Feedback(tmp_path).count("asi", useful=True)
    assert json.loads((tmp_path / NAME).read_text(encoding="utf-8")) == {"asi": {"useful": 1, "not_useful": 0}}


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where a folder should be", encoding="utf-8")
    Feedback(tmp_path / "var").count("asi", useful=True)
    assert Feedback(tmp_path / "var").counts() == {}
