"""Whatever the file, reading it gives a list or one clear error, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.directory.errors import DirectoryError
from bot.directory.sites.reader import read_sites
from bot.directory.sites.site import SiteList
from tests.directory.lists import AUBUSSON, BUS, GUERET, HEADER, table

WHOLE = table(GUERET, AUBUSSON, BUS).encode()
CELLS = st.text(max_size=30) | st.sampled_from(
    ["", "0", "inf", "nan", "23000", "2A004", "Guéret", "Saint-Denis", "46,17", "09:00 - 12:00", "Oui", '"', "\0", "\r"]
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "latin-1"])
UNHURRIED = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
SOON = 5.0  # seconds, for the worst of them on a busy machine


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "liste.csv"


def quoted(row: list[str], separator: str) -> str:
    return separator.join('"' + cell.replace('"', '""') + '"' for cell in row)


def tried(path: Path, raw: bytes) -> SiteList | None:
    path.write_bytes(raw)
    try:
        found = read_sites(path)
    except DirectoryError as error:
        assert "\n" not in str(error) and str(error).startswith("Le fichier liste.csv ")
        return None
    assert found.sites
    for site in found.sites:
        assert site.id and site.name and site.insee and site.point
        assert abs(site.point[0]) <= 90 and abs(site.point[1]) <= 180
    return found


@given(raw=st.binary(max_size=400))
@UNHURRIED
@example(b"\xef\xbb\xbf")
@example(b'"')
@example(b"\x1e")
@example(b"id_fs,lib_fs,lib_com\n\x1e")
def test_random_bytes(path: Path, raw: bytes) -> None:
    tried(path, raw)
    tried(path, WHOLE + raw)
    tried(path, raw + WHOLE)


def test_a_list_cut_at_any_byte(path: Path) -> None:
    for at in range(0, len(WHOLE), 3):
        tried(path, WHOLE[:at])


@given(
    order=st.permutations(HEADER),
    kept=st.integers(0, len(HEADER)),
    renamed=st.dictionaries(st.sampled_from(HEADER), st.text(max_size=12), max_size=6),
    separator=st.sampled_from(",;\t|:&"),
    encoding=ENCODINGS,
    ending=st.sampled_from(["\n", "\r\n", "\r", "\n\n"]),
)
@UNHURRIED
def test_any_columns_separator_and_encoding(
    path: Path, order: list[str], kept: int, renamed: dict[str, str], separator: str, encoding: str, ending: str
) -> None:
    rows = [[renamed.get(name, name) for name in order[:kept]]]
    rows += [[row.get(name, "") for name in order[:kept]] for row in (GUERET, AUBUSSON, BUS)]
    text = "".join(quoted(row, separator) + ending for row in rows)
    found = tried(path, text.encode(encoding, errors="replace"))
    usual = separator in ",;\t|" and encoding != "utf-16" and not renamed
    if usual and {"id_fs", "lib_fs", "insee_com", "lib_com"} <= set(order[:kept]):
        assert found is not None and {site.insee for site in found.sites} == {"23096", "23008"}


@given(cells=st.lists(CELLS, min_size=len(HEADER), max_size=len(HEADER)), separator=st.sampled_from(",;\t|"))
@UNHURRIED
def test_random_cells(path: Path, cells: list[str], separator: str) -> None:
    def text(row: list[str]) -> str:
        return f"{quoted(HEADER, separator)}\n{quoted(row, separator)}\n"

    tried(path, text(cells).encode(errors="replace"))
    # Where it counts most: a site that is kept whatever its other cells hold.
    sure = ("id_fs", "lib_fs", "lib_com", "insee_com")
    row = [GUERET[name] if name in sure else cell for name, cell in zip(HEADER, cells, strict=True)]
    found = tried(path, text(row).replace("\0", "").encode(errors="replace"))
    assert found is not None and found.sites[0].insee == "23096"


@given(quotes=st.lists(st.integers(0, len(WHOLE)), max_size=5))
@UNHURRIED
def test_quotes_anywhere(path: Path, quotes: list[int]) -> None:
    raw = WHOLE
    for at in quotes:
        raw = raw[:at] + b'"' + raw[at:]
    tried(path, raw)


LONG = "a" * 131_000
COSTLY = {
    "enormous header": b"id_fs," + b"a" * 200_000,
    "enormous cell": table(GUERET | {"adresse": "a" * 200_000}).encode(),
    "long mail": table(*[GUERET | {"id_fs": str(n), "mail": LONG} for n in range(20)]).encode(),
    "long hours": table(*[GUERET | {"id_fs": str(n), "h_lundi": "1:" + " " * 130_000} for n in range(20)]).encode(),
    "long texts": table(*[{name: f"{n}{LONG}" for name in HEADER} for n in range(3)]).encode(),
    "blank texts": table(GUERET | {name: " \xa0" * 60_000 for name in ("adresse", "commentaire", "lib_com")}).encode(),
    "an open quote": b'"' + WHOLE * 300,
    "thousands of columns": b",".join(b"c%d" % n for n in range(20_000)) + b"\n" + WHOLE,
    "thousands of known columns": b"id_fs,lib_fs,lib_com"
    + b",latitude" * 50_000
    + b"\n1,x,Gu\xc3\xa9ret"
    + b",1" * 50_000,
    "too many rows": WHOLE + b"1,2,3\n" * 30_000,
    "blank rows": WHOLE + b"\n" * 300_000 + b",,,,\n" * 30_000,
    "one commune": table(*[GUERET | {"id_fs": str(n), "lib_fs": f"Essai {n * 7919}"} for n in range(5_000)]).encode(),
    "other bytes": b"id_fs,lib_fs,lib_com\n" + b"\xe9" * 2_000_000,
}


@pytest.mark.parametrize("raw", COSTLY.values(), ids=COSTLY)
def test_a_costly_file_is_read_or_refused_soon(path: Path, raw: bytes) -> None:
    start = time.monotonic()
    tried(path, raw)
    assert time.monotonic() - start < SOON
