"""A file of typed places with their expected answers (option --places)."""

from __future__ import annotations

import csv
from pathlib import Path

from bot.directory.places import PlaceKind, PlaceMatch, find_place
from bot.directory.sites.nearest import nearest, nearest_fixed
from bot.directory.sites.reader import read_sites

ENOUGH = 0.97  # share of the resolved places whose nearest site agrees; coordinates differ a little


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def several(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def is_right(row: dict[str, str], match: PlaceMatch) -> bool:
    if match.kind.value not in (several(row["accept_kinds"]) or [row["expected_kind"]]):
        return False
    expected = several(row["expected_insee"])
    found = [place.insee for place in match.places]
    if match.kind is PlaceKind.RESOLVED:
        return any(insee in expected for insee in found)
    if match.kind is PlaceKind.AMBIGUOUS:
        return set(expected[:2]) <= set(found)
    return True


def test_every_place_is_understood(places_file: Path) -> None:
    wrong = []
    for row in rows_of(places_file):
        match = find_place(row["text"])
        if not is_right(row, match):
            found = [place.label for place in match.places[:4]]
            wrong.append(f"{row['text']!r}: {match.kind.value} {found}, expected {row['expected_insee']}")
    assert not wrong, "\n".join(wrong)


def test_the_nearest_site_agrees(places_file: Path, sites_file: Path) -> None:
    sites = read_sites(sites_file)
    rows = [row for row in rows_of(places_file) if row["nearest_fs_id"]]
    right = 0
    for row in rows:
        places = find_place(row["text"]).places
        accepted = {row["nearest_fs_id"], row["nearest_fixed_id"], *several(row["nearest_also_ok"])}
        found = (*nearest(places, sites, 1), *nearest_fixed(places, sites, 1))
        right += bool(found) and all(near.site.id in accepted for near in found)
    assert right >= ENOUGH * len(rows), f"{right} of {len(rows)}"
