"""The nearest site of random communes, against a brute-force reckoning (beside --sites)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.directory.communes.gazetteer import place_of_insee
from bot.directory.sites.nearest import nearest, nearest_fixed
from bot.directory.sites.reader import read_sites

ENOUGH = 1.0


def test_the_nearest_site_of_random_communes(sites_file: Path) -> None:
    oracle = sites_file.with_name("nearest_oracle.csv")
    if not oracle.is_file():
        pytest.skip("no reference distances beside the list of sites")
    sites = read_sites(sites_file)
    with oracle.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = []
    for row in rows:
        place = place_of_insee(row["insee"])
        assert place is not None
        accepted = {row["n1_id"], row["nfix_id"], *row["also_ok"].split("|")}
        found = (*nearest((place,), sites, 1), *nearest_fixed((place,), sites, 1))
        if len(found) != 2 or not all(near.site.id in accepted for near in found):
            wrong.append(place.label)
    assert len(wrong) <= (1 - ENOUGH) * len(rows), wrong
