"""What the directory may lean on."""

from __future__ import annotations

import ast
from pathlib import Path

import bot.directory

FORBIDDEN = {"rasa", "rasa_sdk", "sanic", "click", "spacy"}


def test_the_directory_imports_nothing_of_the_rest() -> None:
    folder = Path(bot.directory.__file__).parent
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for name in names:
                assert name.split(".")[0] not in FORBIDDEN, path.name
                assert not name.startswith("bot.") or name.startswith("bot.directory"), path.name
