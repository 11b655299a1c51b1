"""The documentation says what is there: commands, settings, files, and the coverage of the content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import group
from scripts.coverage_page import PAGE, page

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
# Made here when the project runs, hence not in a fresh checkout.
BUILT = (".venv/", "models/", "var/", "results/")
FENCE = re.compile(r"^ *```.*?^ *```$", re.M | re.S)
INLINE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
NAMED_FILE = re.compile(r"[\w.<>*-]+(?:/[\w.<>*-]+)+\.[A-Za-z]\w*")
# Not the beginning of several names, "ASSISTANT_MATRIX_".
NAME = re.compile(r"ASSISTANT_[A-Z]+(?:_[A-Z]+)*(?![A-Z_])")
PLACEHOLDER = re.compile(r"<[^>]+>")


def named_files(text: str) -> Iterator[str]:
    """Paths with a slash and an extension that stand between backticks, outside blocks of code."""
    for code in INLINE.findall(FENCE.sub("", text)):
        yield from (word for word in code.split() if NAMED_FILE.fullmatch(word) and not word.startswith(BUILT))


def commands(parent: click.Group, before: str = "assistant") -> Iterator[str]:
    """Every command that does something, with the words that lead to it."""
    context = click.Context(parent)
    for name in parent.list_commands(context):
        command = parent.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}"


def settings() -> set[str]:
    """Every variable of ours that code, tests, Make or continuous integration read."""
    files = [ROOT / "Makefile", ROOT / ".ci" / "run"]
    for folder in ("bot", "actions", "scripts", "tests"):
        files += [path for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".sh"}]
    names = {name for path in files for name in re.findall(NAME, path.read_text("utf-8"))}
    # A secret may also be given as a file: the page says so once for all.
    return {name for name in names if name.removesuffix("_FILE") not in names - {name}}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_coverage_page_is_what_the_content_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m scripts.coverage_page"


def test_the_readme_names_every_make_target_that_has_a_help() -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert "serve" in targets
    assert [target for target in targets if f"`make {target}`" not in README] == []


def test_the_docs_name_no_make_target_that_does_not_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert set(re.findall(r"(?:`|^ *)make ([a-z]+)", text, re.M)) <= targets


def test_the_readme_names_every_command() -> None:
    known = list(commands(group))
    assert "assistant directory update" in known
    assert [command for command in known if f"`{command}`" not in README] == []


def test_the_settings_page_explains_every_setting_and_no_other() -> None:
    explained = set(re.findall(r"^\| `(ASSISTANT_[A-Z_]+)`", SETTINGS, re.M))
    assert explained == settings()


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_file_that_a_page_names_is_there(path: Path) -> None:
    named = set(named_files(path.read_text(encoding="utf-8")))
    # "content/answers/<topic>.md" stands for any file of that form: one at least.
    assert [name for name in sorted(named) if not any(ROOT.glob(PLACEHOLDER.sub("*", name)))] == []


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_link_of_a_page_leads_somewhere(path: Path) -> None:
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []
