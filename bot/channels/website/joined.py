"""JavaScript modules joined into one: one request, one digest, and less to compress than many small files.

Each module becomes a function that gives what it exports, so that names of one never meet those of another. Only the
forms of `import` and `export` that the widget uses are known; anything else is refused rather than guessed.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(
    r'^import (?:\{ (?P<names>[^}]+) \}|\* as (?P<all>\w+)) from "\./(?P<module>\w+)\.js";\n', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:const|class|function) (?P<name>\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b", re.MULTILINE)
# Remarks after the code of a line; no quote follows, so that none of them stands in a text.
_REMARKS = re.compile(r"""(?<=[;{,]) // [^\n"'`]*$""", re.MULTILINE)
# Whole lines only, and the beginnings of lines: nothing else is touched.
_COMMENTS = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)?\n|^[ \t]+", re.MULTILINE | re.DOTALL)
# Sheets of style, and the spaces that mean nothing in them; their strings are only made of signs without these.
_SHEET = re.compile(r"(?<=replaceSync\(`)[^`]*")
_SPACES = re.compile(r"\s*([{};])\s*|(?<=[:,]) ")


def without_comments(code: str) -> str:
    """The code without the lines that are only comments, without remarks at the end of lines, and without indentation.

    Text between backticks loses its indentation too, and its needless spaces: only sheets of style stand there.
    """
    bare = _COMMENTS.sub("", _REMARKS.sub("", code))
    return _SHEET.sub(lambda sheet: _SPACES.sub(r"\1", sheet[0]), bare)


def joined(entry: Path) -> str:
    """The module `entry` with all those it imports from its folder, as one module with the same exports.

    Raises:
        ValueError: an import in a circle, or an import or export of a form that is not known.
    """
    done: dict[str, str] = {}
    _add(entry, done, ())
    names = _EXPORT.findall(entry.read_text("utf-8"))
    return "\n".join([*done.values(), f"export const {{ {', '.join(names)} }} = {_variable(entry.stem)};\n"])


def _add(path: Path, done: dict[str, str], within: tuple[str, ...]) -> None:
    name = path.stem
    if name in within:
        raise ValueError(f"{path.name}: imported in a circle by {' > '.join(within)}")
    if name in done:
        return
    code = path.read_text("utf-8")
    for found in _IMPORT.finditer(code):
        _add(path.with_name(f"{found['module']}.js"), done, (*within, name))
    exported = [found["name"] for found in _EXPORT.finditer(code)]
    code = _EXPORT.sub("", _IMPORT.sub(_taken, code))
    if left := _LEFT.search(code):
        line = code[left.start() :].partition("\n")[0]
        raise ValueError(f"{path.name}: not of a known form: {line}")
    body = without_comments(code)
    done[name] = f"const {_variable(name)} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();"


def _taken(found: re.Match[str]) -> str:
    names = re.sub(r"(\w+) as (\w+)", r"\1: \2", found["names"]) if found["names"] else ""
    return f"const {f'{{ {names} }}' if names else found['all']} = {_variable(found['module'])};\n"


def _variable(module: str) -> str:
    """The name of what a module gives; no module calls anything so."""
    return f"${module}"
