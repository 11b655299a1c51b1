"""A table of texts (CSV) read whatever its encoding, its separator and its small faults, in bounded time."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bot.directory.errors import DirectoryError

LARGEST_FILE = 50_000_000  # bytes; the official list has one million
MOST_ROWS = 20_000
_END = "\x1e"  # a row of its own after the last one: inside it, when a quote was never closed


@dataclass(frozen=True)
class Table:
    """A header and its rows, blank ones left out.

    whole: whether the last row is as wide as most, with no quote left open: a file cut on its way is
    not. odd: how many rows have not the width of most.
    """

    header: list[str]
    rows: list[list[str]]
    whole: bool
    odd: int


def read_raw(path: Path) -> bytes:
    """The bytes of a file of reasonable size. Raises DirectoryError: what is wrong with it, without its name."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise DirectoryError("est trop gros")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DirectoryError("est introuvable") from error
    except OSError as error:
        raise DirectoryError("est illisible") from error


def parse_table(raw: bytes) -> Table:
    """The table in these bytes. Raises DirectoryError: what is wrong with them, without any name."""
    if not raw.strip():
        raise DirectoryError("est vide")
    if b"\0" in raw:
        raise DirectoryError("n'est pas un fichier de texte (CSV)")
    text = _decoded(raw).lstrip("\ufeff \r\n")
    if text.startswith("<"):
        raise DirectoryError("est une page web, pas une liste (CSV)")
    first_line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    separator = max(",;\t|", key=first_line.count)
    try:
        rows = list(csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator))
    except csv.Error as error:
        raise DirectoryError("est abîmé ou incomplet") from error
    closed = rows[-1] == [_END]
    if closed:
        rows.pop()
    else:
        rows[-1][-1] = rows[-1][-1].removesuffix(f"\n{_END}")
    header, *rest = rows
    told = [row for row in rest if any(cell and not cell.isspace() for cell in row)]
    if len(told) > MOST_ROWS:
        raise DirectoryError("a trop de lignes pour une liste France services")
    usual = Counter(map(len, told)).most_common(1)[0][0] if told else 0
    whole = closed and bool(told) and len(told[-1]) == usual
    return Table(header, told, whole, sum(len(row) != usual for row in told))


def _decoded(raw: bytes) -> str:
    """UTF-8; a line that is not, as Windows writes it, so that one bad byte does not spoil the others."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(_decoded_line, raw.splitlines(keepends=True)))


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
