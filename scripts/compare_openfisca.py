r"""Compare our figures with those of openfisca-france, which others read in the same texts.

    python -m scripts.compare_openfisca [--all]

Days: every day since our first value on which our figure or theirs takes a new value. On each, the values in force are
compared to the cent. A verified figure that differs is an error (exit 1). One that is inferred or uncertain, or a day
of which one side says nothing, is only printed.

The package lives in an environment of its own, `.tools/openfisca`, made from `requirements-openfisca.lock`. To move to
its newest version:

    echo openfisca-france | uv pip compile - --python-version 3.10 --generate-hashes --no-emit-index-url \
        --no-annotate --no-header --upgrade -o requirements-openfisca.lock
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from bot.rules.engine.parameters import Parameter, ParameterUnavailable, default_parameters, to_number
from bot.settings import ROOT

LOCK = ROOT / "requirements-openfisca.lock"
TOOLS = ROOT / ".tools"
READER = ROOT / "scripts" / "openfisca_values.py"
# Some networks sign with a certificate of their own: the system knows it, uv's own list does not.
SYSTEM_CERTIFICATES = {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
VERIFIED = "verified"
UNKNOWN = "-"


class CannotInstall(RuntimeError):
    """The environment of openfisca-france could not be made."""


@dataclass(frozen=True)
class Theirs:
    """A figure of openfisca-france through time; `vouched_until`: day on which its authors last checked it."""

    values: Mapping[date, Decimal | None]
    vouched_until: date | None = None

    def on(self, day: date) -> Decimal | None:
        """The value in force on a day; None before the first one, and once nobody there has looked any more."""
        started = [since for since in self.values if since <= day]
        if not started or day > max(*self.values, self.vouched_until or date.min):
            return None
        return self.values[max(started)]


@dataclass(frozen=True)
class Row:
    """One figure on one day, on both sides; None where a side says nothing."""

    figure: str
    day: date
    ours: Decimal | None
    theirs: Decimal | None
    confidence: str

    @property
    def difference(self) -> Decimal | None:
        """Ours minus theirs; None when there is nothing to compare."""
        return None if self.ours is None or self.theirs is None else self.ours - self.theirs

    @property
    def wrong(self) -> bool:
        """Does a figure that we call verified differ?"""
        return self.confidence == VERIFIED and bool(self.difference)


def compare(ours: Mapping[str, Parameter], theirs: Mapping[str, Theirs]) -> list[Row]:
    """Every figure of theirs against the one of ours that has the same id, day by day.

    Raises:
        KeyError: we have no figure of that id.
    """
    return [row for key in theirs for row in _compare_one(ours[key], theirs[key])]


def _compare_one(ours: Parameter, theirs: Theirs) -> Iterator[Row]:
    first = ours.values[0].since
    days = {value.since for value in ours.values} | {since for since in theirs.values if since >= first}
    for day in sorted(days):
        try:
            value = ours.on(day)
        except ParameterUnavailable:  # we know that we do not know: the rules refuse that day
            yield Row(ours.id, day, None, theirs.on(day), UNKNOWN)
        else:
            yield Row(ours.id, day, to_number(value.value), theirs.on(day), value.confidence)


def read_theirs(text: str) -> tuple[str, dict[str, Theirs]]:
    """The version and the figures printed by `openfisca_values.py`, numbers exactly as written."""
    read = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    figures = {}
    for key, entry in read["figures"].items():
        values = {date.fromisoformat(day): value for day, value in entry["values"].items()}
        vouched = entry["vouched_until"]
        figures[key] = Theirs(values, date.fromisoformat(vouched) if vouched else None)
    return read["version"], figures


def table(rows: Iterable[Row]) -> list[str]:
    """The rows in columns, under a header; errors are marked."""
    cells: list[tuple[str, ...]] = [("figure", "date", "ours", "theirs", "difference", "confidence")]
    for row in rows:
        numbers = (UNKNOWN if n is None else f"{n.normalize():f}" for n in (row.ours, row.theirs, row.difference))
        cells.append((row.figure, row.day.isoformat(), *numbers, row.confidence + " <-- WRONG" * row.wrong))
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(map(str.ljust, line, widths)).rstrip() for line in cells]


def report(rows: Sequence[Row], version: str, everything: bool = False) -> list[str]:
    """What is printed: the rows that are not equal on both sides, or all of them, then their count."""
    shown = [row for row in rows if everything or row.difference != 0]
    alone = sum(row.difference is None for row in rows)
    differ = sum(bool(row.difference) for row in rows)
    wrong = sum(row.wrong for row in rows)
    count = (
        f"openfisca-france {version}, {len({row.figure for row in rows})} figures, {len(rows)} dated values: "
        f"{len(rows) - alone - differ} equal, {differ} different ({wrong} verified), {alone} on one side only"
    )
    return [*(table(shown) if shown else ()), count]


def environment(folder: Path, tools: Path = TOOLS) -> Path:
    """The Python of openfisca-france's environment, made again when the lock has changed.

    Raises:
        CannotInstall: uv or the packages are out of reach.
    """
    python, installed = folder / "bin" / "python", folder / "installed.lock"
    if python.exists() and installed.is_file() and installed.read_bytes() == LOCK.read_bytes():
        return python
    uv = _find_uv(tools)
    shutil.rmtree(folder, ignore_errors=True)
    _run([uv, "venv", "--quiet", "--python", sys.executable, str(folder)])
    sync = [uv, "pip", "sync", "--quiet", "--python", str(python), "--require-hashes", str(LOCK)]
    try:
        _run(sync)
    except CannotInstall:
        _run(sync, SYSTEM_CERTIFICATES)
    shutil.copyfile(LOCK, installed)
    return python


def _find_uv(tools: Path) -> str:
    """Where uv is; fetched with the pip of the system when it is nowhere, as `environment.sh` does."""
    own = tools / "uv" / "bin" / "uv"
    found = shutil.which("uv") or (str(own) if own.exists() else None)
    if found is None:
        _run(
            ["python3", "-m", "pip", "install", "--quiet", "--root-user-action=ignore", "--target", f"{tools}/uv", "uv"]
        )
    return found or str(own)


def _run(command: Sequence[str], extra: Mapping[str, str] | None = None) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **(extra or {})})  # noqa: S603 (our own words)
    except OSError as error:
        raise CannotInstall(str(error)) from error
    except subprocess.CalledProcessError as error:
        raise CannotInstall(error.stderr.strip() or str(error)) from error


def main(arguments: Sequence[str] | None = None, folder: Path = TOOLS / "openfisca", tools: Path = TOOLS) -> int:
    """Print the comparison. Returns 1 when a verified figure differs, or in CI when nothing could be compared."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="also print what is equal")
    everything = parser.parse_args(arguments).all
    try:
        python = environment(folder, tools)
    except CannotInstall as error:
        print(f"Figures NOT compared: openfisca-france could not be installed.\n{error}", file=sys.stderr)
        return int(os.environ.get("ASSISTANT_NO_SKIP") == "1")
    # -I: nothing of this environment, nor of the person's, may be seen from theirs.
    read = subprocess.run([python, "-I", READER], check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own file)
    version, theirs = read_theirs(read.stdout)
    rows = compare(default_parameters(), theirs)
    print(*report(rows, version, everything), sep="\n")
    return int(any(row.wrong for row in rows))


if __name__ == "__main__":
    sys.exit(main())
