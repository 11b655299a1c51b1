"""Lines of JSON are checked before they are served."""

from __future__ import annotations

import io

import pytest

from bot.cli.errors import BadInput
from bot.cli.jsonl import read


def test_empty_lines_are_passed_over_and_extra_keys_kept() -> None:
    assert list(read(['{"id": 1, "x": 2}\n', "\n"], "id")) == [{"id": 1, "x": 2}]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("pas du json", "Ligne 1 : ce n'est pas du JSON"),
        ("[]", "Ligne 1 : il manque « id »"),
        ('{"text": "bonjour"}', "Ligne 1 : il manque « id »"),
        ('{"id": 1, "before": "bonjour"}', "Ligne 1 : « before » doit être une liste"),
        ('{"id": 1, "before": 3}', "Ligne 1 : « before » doit être une liste"),
    ],
)
def test_a_wrong_line_is_named(line: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        list(read([line], "id", lists=("before",)))


def test_what_is_not_utf8_is_said_after_the_lines_before() -> None:
    lines = read(io.TextIOWrapper(io.BytesIO(b'{"id": 1}\n' + b" " * 10_000 + b"\n\xff\n"), "utf-8"), "id")
    assert next(lines) == {"id": 1}
    with pytest.raises(BadInput, match="UTF-8"):
        next(lines)
