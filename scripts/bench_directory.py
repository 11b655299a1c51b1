"""How fast the directory is: loading, reading a place, finding the nearest sites.

    python -m scripts.bench_directory [--sites FILE]

Without a list of sites, one is made up: a site in every twelfth commune. Times are those of this machine; the ratio to
looking at every site is what can be compared.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from bot.directory.communes.gazetteer import gazetteer
from bot.directory.communes.place import Place
from bot.directory.geometry import distance_km
from bot.directory.places import find_place, mentions_place
from bot.directory.sites.nearest import nearest, nearest_fixed
from bot.directory.sites.reader import read_sites
from bot.directory.sites.site import Site, SiteList
from bot.settings import ROOT

TYPED = ROOT / "tests" / "data" / "places"
EVERY = 12
LOOKED_AT = 200  # communes for which every site is looked at


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", type=Path)
    given = parser.parse_args()
    start = perf_counter()
    known = gazetteer()
    _say("charger le répertoire des communes", perf_counter() - start)
    start = perf_counter()
    known.warm_up()
    _say("préparer les noms mal écrits (une fois, au démarrage)", perf_counter() - start)
    places = [known.place(number) for number in range(len(known.rows))]
    start = perf_counter()
    sites = read_sites(given.sites) if given.sites else _made_up(places)
    _say(f"lire une liste de {len(sites.sites)} espaces", perf_counter() - start)
    start = perf_counter()
    nearest(places[:1], sites), nearest_fixed(places[:1], sites)
    _say("ranger les espaces par position", perf_counter() - start)
    tree = _times(lambda place: nearest_fixed((place,), sites), places)
    _percentiles(f"les trois plus proches, pour {len(places)} communes", tree)
    all_of_them = _times(lambda place: _looking_at_all(place, sites), places[:: len(places) // LOOKED_AT])
    print(f"fois plus rapide que de tous les regarder : {sum(all_of_them) / len(all_of_them) / _mean(tree):.0f}")
    texts = [row["text"] for path in sorted(TYPED.glob("*.csv")) for row in _rows(path)]
    _percentiles(f"comprendre un lieu, {len(texts)} textes", _times(find_place, texts))
    _percentiles("chercher un lieu dans un message, les mêmes textes", _times(mentions_place, texts))


def _made_up(places: Sequence[Place]) -> SiteList:
    sites = (
        Site(place.insee, place.name, place.name, place.insee, place.department, "", (), *place.point, True)
        for place in places[::EVERY]
    )
    return SiteList(tuple(sites), None, "", "", partial=False)


def _looking_at_all(place: Place, sites: SiteList) -> list[float]:
    return sorted(distance_km(place.point, site.point) for site in sites.sites if site.point)[:3]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _times(work: Callable[..., object], subjects: Sequence[object]) -> list[float]:
    times = []
    for subject in subjects:
        start = perf_counter()
        work(subject)
        times.append(perf_counter() - start)
    return times


def _mean(times: list[float]) -> float:
    return sum(times) / len(times)


def _percentiles(what: str, times: list[float]) -> None:
    ranked = sorted(times)
    median, high = (ranked[int(len(ranked) * share)] for share in (0.5, 0.95))
    print(f"{what} : médiane {median * 1e3:.2f} ms, 95 % sous {high * 1e3:.2f} ms")


def _say(what: str, seconds: float) -> None:
    print(f"{what} : {seconds * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
