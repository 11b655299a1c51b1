"""Typed places with their expected answers: our own sets, and a file of one's own (option --places)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.directory.places import find_place
from bot.directory.sites.nearest import nearest, nearest_fixed
from bot.directory.sites.reader import read_sites
from scripts.evaluate_places import TYPED, is_right, rows_of, several

ENOUGH = 0.92  # share right of each kind, in a file that nobody has seen
ENOUGH_OF_OWN = 0.97
ENOUGH_NEAREST = 0.97  # share of the resolved places whose nearest site agrees; coordinates differ a little


def assert_right(path: Path, enough: float) -> None:
    """Of each kind, at least that share is right; the wrong ones are shown."""
    rows = rows_of(path)
    asked = Counter(row["expected_kind"] for row in rows)
    wrong: dict[str, list[str]] = {kind: [] for kind in asked}
    for row in rows:
        match = find_place(row["text"])
        if not is_right(row, match):
            found = [place.label for place in match.places[:4]]
            wrong[row["expected_kind"]].append(
                f"{row['text']!r}: {match.kind.value} {found}, expected {row['expected_kind']} {row['expected_insee']}"
            )
    short = {kind: len(wrong[kind]) for kind, total in asked.items() if len(wrong[kind]) > (1 - enough) * total}
    assert asked and not short, "\n".join(line for kind in short for line in (f"{kind}:", *wrong[kind]))


@pytest.mark.parametrize("path", TYPED, ids=lambda path: path.stem)
def test_places_are_understood(path: Path) -> None:
    assert_right(path, ENOUGH_OF_OWN)


def test_places_of_another_file_are_understood(places_file: Path) -> None:
    assert_right(places_file, ENOUGH)


def test_the_nearest_site_agrees(places_file: Path, sites_file: Path) -> None:
    sites = read_sites(sites_file)
    rows = [row for row in rows_of(places_file) if row.get("nearest_fs_id")]
    right = 0
    for row in rows:
        places = find_place(row["text"]).places
        accepted = {row["nearest_fs_id"], row["nearest_fixed_id"], *several(row["nearest_also_ok"])}
        found = (*nearest(places, sites, 1), *nearest_fixed(places, sites, 1))
        right += bool(found) and all(near.site.id in accepted for near in found)
    assert right >= ENOUGH_NEAREST * len(rows), f"{right} of {len(rows)}"
