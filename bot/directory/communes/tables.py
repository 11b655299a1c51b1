"""The files of the embedded gazetteer, as rows of texts."""

from __future__ import annotations

import csv
import gzip
import io
from enum import IntEnum
from pathlib import Path
from sys import intern

_DATA = Path(__file__).parent.parent / "data"

# Rows stay as read: 35,000 tuples cost far less than as many objects.
Row = tuple[str, ...]


class Cell(IntEnum):
    """What stands where in a row of `communes`; postal codes are joined by "|"."""

    INSEE, NAME, KIND, DEPARTMENT, DEPARTMENT_NAME, CODES, POPULATION, LAT, LON = range(9)


def communes() -> list[Row]:
    """Communes and municipal arrondissements, in the order of `Cell`."""
    return _read("communes.csv.gz")


def former_names() -> list[Row]:
    """Former INSEE code or "", former or usual name or "", kind, INSEE code of the commune."""
    usual = (_DATA / "usual_names.csv").read_text(encoding="utf-8")
    lines = list(csv.reader(io.StringIO(usual)))[1:]
    in_use = [("", name, "usage", insee) for name, codes in lines for insee in codes.split("|")]
    return [*_read("former_communes.csv.gz"), *in_use]


def cedex_codes() -> list[Row]:
    """Postal code of a firm or an office, INSEE code of its commune."""
    return _read("cedex_codes.csv.gz")


def _read(name: str) -> list[Row]:
    with gzip.open(_DATA / name, "rb") as packed:
        lines = csv.reader(io.StringIO(packed.read().decode("utf-8")))
    next(lines)
    # Departments and kinds repeat thousands of times: one copy of each is enough.
    return [(*line[:2], *map(intern, line[2:5]), *line[5:]) for line in lines]
