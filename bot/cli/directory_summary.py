"""What an update of the France services list says in the terminal: its progress, and what changed."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from typing import TextIO

from bot.answers import french
from bot.directory.official.changes import Changes
from bot.directory.official.second_source import SupplementReport
from bot.directory.official.update import UpdateReport
from bot.directory.sites.site import Site, SiteList

NAMED = 5  # sites of each kind of change
_KINDS = {
    "came": "Nouveaux",
    "went": "Disparus",
    "hours": "Horaires changés",
    "telephone": "Téléphone changé",
    "address": "Adresse changée",
    "name": "Nom changé",
}


class ProgressLine:
    """One line of the error stream that says how much has come; nothing when nobody is looking at it."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._shown = ""

    def __call__(self, received: int, total: int | None) -> None:
        """Say it."""
        if total:
            self._show(f"Téléchargement : {min(100, 100 * received // total)} %")
        else:
            self._show(f"Téléchargement : {french.number(Decimal(received) / 1_000_000, 1)} Mo")

    def erase(self) -> None:
        """Leave the line as it was."""
        self._show("")

    def _show(self, text: str) -> None:
        if text != self._shown and self._stream.isatty():
            self._stream.write(f"\r{' ' * len(self._shown)}\r{text}")
            self._stream.flush()
            self._shown = text


def update_lines(report: UpdateReport) -> list[str]:
    """The list now, the list before, and what changed."""
    lines = [f"{_list_of(report.sites, report.date)}, {report.after.licence}."]
    if report.before is None:
        return [*lines, "Avant : aucune liste téléchargée."]
    lines.append(f"Avant : {_list_of(len(report.before.sites), report.before.date)}.")
    return lines + change_lines(report.changes)


def change_lines(changes: Changes) -> list[str]:
    """One line for each kind of change, with a few names."""
    found = ((said, getattr(changes, kind)) for kind, said in _KINDS.items())
    return [f"{said} ({len(sites)}) : {_named(sites)}" for said, sites in found if sites] or ["Aucun changement."]


def undo_lines(back: SiteList, away: SiteList | None) -> list[str]:
    """Which list is in use again, and which one waits in its place."""
    lines = [f"Liste remise en place : {_list_of(len(back.sites), back.date)}."]
    if away is not None:
        lines.append(f"Liste mise de côté : {_list_of(len(away.sites), away.date)} (--undo la remet).")
    return lines


def supplement_line(report: SupplementReport) -> str:
    """What the second source brought."""
    added = [
        _counted(report.hours, "lieu avec ses horaires", "lieux avec leurs horaires"),
        _counted(report.telephone, "téléphone", "téléphones"),
        _counted(report.accessible, "indication d'accessibilité", "indications d'accessibilité"),
    ]
    matched = _counted(report.matched, "lieu reconnu", "lieux reconnus")
    return f"Annuaire de l'administration (DILA, Licence Ouverte 2.0) : {matched}. Ajouts : {', '.join(added)}."


def _list_of(sites: int, day: date | None) -> str:
    dated = f", liste du {french.day(day)}" if day else ", liste sans date"
    return f"{_number(sites)} espaces France services{dated}"


def _named(sites: tuple[Site, ...]) -> str:
    names = [f"{site.name}, {site.commune} ({site.department})" for site in sites[:NAMED]]
    more = len(sites) - len(names)
    return " ; ".join([*names, f"et {_number(more)} de plus"] if more else names)


def _counted(count: int, one: str, many: str) -> str:
    return f"{_number(count)} {one if count < 2 else many}"


def _number(count: int) -> str:
    return french.number(count)
