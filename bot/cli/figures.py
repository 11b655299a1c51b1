"""`assistant figures`: every dated figure, how sure it is, where it comes from; `--stale`: what is overdue."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
import yaml

from bot.answers import french
from bot.answers.figures import NOT_PUBLISHED, format_value
from bot.answers.rule_words import rule_words
from bot.cli.errors import BadInput
from bot.rules.engine.parameters import DatedValue, Parameter, Parameters, ParameterUnavailable, load_parameters
from bot.settings import CONTENT, today

FOLDER = CONTENT / "parameters"
CONFIDENCE = {"verified": "vérifié", "inferred": "calculé, à confirmer", "uncertain": "à vérifier"}
OVERDUE = "dernière valeur connue : une nouvelle était attendue"
# What a unit adds to a value that `format_value` wrote; durations and rates already carry theirs.
UNITS = {
    "EUR/an": " par an", "EUR/mois": " par mois", "EUR/heure": " par heure", "nombre": " (nombre)",
    "coefficient": " (coefficient)",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One figure on a day: the value in force, or the last one known; None when there is none."""

    file: str
    parameter: Parameter
    dated: DatedValue | None
    stale: bool

    @property
    def value(self) -> str:
        """The value and its unit, in French; why there is none, else."""
        if self.dated is None:
            return "pas de valeur connue à cette date"
        raw = self.dated.value
        if raw is None:
            return NOT_PUBLISHED.strip("()")
        if isinstance(raw, Mapping):
            words = {key: rule_words().value(self.parameter.id, key) for key in raw}
            return ", ".join(f"{words[key]} {self._with_unit(part)}" for key, part in raw.items())
        return self._with_unit(raw)

    def _with_unit(self, raw: object) -> str:
        return format_value(raw, self.parameter.unit) + UNITS.get(self.parameter.unit, "")

    @property
    def known(self) -> bool:
        """Is there a value to show?"""
        return self.dated is not None and self.dated.value is not None

    @property
    def sure(self) -> str:
        """How sure the value is, in French."""
        said = [CONFIDENCE[self.dated.confidence]] if self.dated else []
        return ", ".join(said + [OVERDUE] * (self.stale and self.known))

    def unread(self, on: date) -> bool:
        """Should somebody have read it again by this day?"""
        return self.parameter.due <= on

    def lines(self) -> Iterator[str]:
        """The figure on one line, its source on the next."""
        when = "depuis le" if self.known else "le précédent valait jusqu'au"
        since = f", {when} {french.day(self.dated.since)}" if self.dated else ""
        note = f" ({self.dated.note})" if self.dated and self.dated.note else ""
        yield f"- {self.parameter.label} : {self.value}{since}{self.sure and f', {self.sure}'}{note}."
        moves = f" Changement : {self.parameter.moves}." if self.stale and self.parameter.moves else ""
        yield f"  Source : {self.parameter.reference}.{moves}"

    def reading(self) -> str:
        """Who reads it again, and when at the latest."""
        return f"  Relecture : {self.parameter.checked_by}, au plus tard le {french.day(self.parameter.due)}."

    def as_json(self) -> dict[str, Any]:
        """The figure for a program."""
        parameter, dated = self.parameter, self.dated
        return {
            "id": parameter.id,
            "file": self.file,
            "label": parameter.label,
            "known": self.known,
            "value": dated.value if dated else None,
            "text": self.value,
            "unit": parameter.unit,
            "from": dated.since.isoformat() if dated else None,
            "confidence": dated.confidence if dated else None,
            "confidence_text": self.sure,
            "stale": self.stale,
            "moves": parameter.moves,
            "reference": parameter.reference,
            "reviewed": parameter.reviewed.isoformat() if parameter.reviewed else None,
            "checked_by": parameter.checked_by,
            "due": parameter.due.isoformat(),
            "formula": parameter.formula,
            "note": (dated.note if dated else "") or parameter.note,
        }


@click.command()
@click.option("--on", "day", metavar="DATE", help="Jour des chiffres (AAAA-MM-JJ) ; aujourd'hui sinon.")
@click.option(
    "--stale", is_flag=True, help="Seulement ceux qui auraient dû changer ou être relus ; état 1 s'il y en a."
)
@click.option("--json", "as_json", is_flag=True, help="Un objet JSON, pour un programme.")
def figures(day: str | None, stale: bool, as_json: bool) -> None:
    """Donne les chiffres en vigueur, leur date, leur source et leur fiabilité."""
    on = read_day(day) if day else today()
    every = tuple(entries(FOLDER, on))
    shown = [entry for entry in every if entry.stale or entry.unread(on)] if stale else list(every)
    if as_json:
        result = {"on": on.isoformat(), "figures": [entry.as_json() for entry in shown]}
        click.echo(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(overdue(shown, on) if stale else listing(shown, on)))
    if stale and shown:
        raise click.exceptions.Exit(1)


def read_day(text: str) -> date:
    """A day as it is typed.

    Raises:
        BadInput: it is not one.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"Date illisible : « {text} » (attendu : AAAA-MM-JJ).") from error


def entries(folder: Path, on: date) -> Iterator[Entry]:
    """All figures of a folder on a day, in the order of the files."""
    parameters = load_parameters(folder)
    for path in sorted(folder.glob("*.yaml")):
        for raw in yaml.safe_load(path.read_text(encoding="utf-8")) or ():
            yield _entry(path.name, parameters, raw["id"], on)


def _entry(file: str, parameters: Parameters, key: str, on: date) -> Entry:
    parameter = parameters[key]
    try:
        dated: DatedValue | None = parameter.latest(on)
    except ParameterUnavailable:  # nothing yet on that day, or a value that is not published
        dated = next((value for value in reversed(parameter.values) if value.since <= on), None)
    return Entry(file, parameter, dated, parameter.stale(on) or parameters.left_behind(key, on))


def title(folder: Path, file: str) -> str:
    """What a file holds: its first line says so."""
    return (folder / file).read_text(encoding="utf-8").partition("\n")[0].strip("#. ")


def listing(shown: list[Entry], on: date) -> Iterator[str]:
    """All figures, by file."""
    unknown = sum(not entry.known for entry in shown)
    yield f"{len(shown)} chiffres au {french.day(on)}, dont {unknown} sans valeur connue à cette date."
    file = ""
    for entry in shown:
        if entry.file != file:
            file = entry.file
            yield f"\n{title(FOLDER, file)} ({file})"
        yield from entry.lines()


def overdue(shown: list[Entry], on: date) -> Iterator[str]:
    """The figures that a move left without their new value; then those that only nobody has read again in time."""
    moved = [entry for entry in shown if entry.stale]
    unread = [entry for entry in shown if not entry.stale]
    if moved:
        yield f"Chiffres qui auraient dû changer au {french.day(on)} : {len(moved)}."
    else:
        yield f"Aucun chiffre n'est en retard au {french.day(on)}."
    for entry in moved:
        yield from entry.lines()
        yield entry.reading()
    if unread:
        yield f"\nChiffres à relire, dont la date de relecture est passée : {len(unread)}."
    for entry in unread:
        yield from entry.lines()
        yield entry.reading()
