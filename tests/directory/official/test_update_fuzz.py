"""Whatever an update is given, the list in use stays as it is, or one that passes every check replaces it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.directory.errors import DirectoryError
from bot.directory.official.checks import checked
from bot.directory.official.update import Wanted, update
from tests.directory.lists import many

TODAY = date(2026, 11, 21)
Spoil = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a list in use, of a thousand sites."""
    folder = tmp_path_factory.mktemp("fuzz") / "var"
    given_list = folder.parent / "liste.csv"
    given_list.write_text(many(1_010), encoding="utf-8")
    update(folder, Wanted(str(given_list)), today=TODAY)
    return folder


def tried(folder: Path, raw: bytes) -> bool:
    """Whether the list was taken; in use afterwards, in any case, is the first one."""
    given_list, in_use = folder.parent / "donnee.csv", folder / "france_services.csv"
    given_list.write_bytes(raw)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    try:
        update(folder, Wanted(str(given_list)), today=TODAY)
    except DirectoryError as error:
        assert "\n" not in str(error) and str(error).endswith("La liste précédente est gardée.")
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
        return False
    assert in_use.read_bytes() == raw
    assert checked(in_use, 1_010).whole
    for path in folder.iterdir():
        path.unlink()
    for name, content in before.items():
        (folder / name).write_bytes(content)
    return True


def columns(order: list[int]) -> Spoil:
    def spoil(raw: bytes) -> bytes:
        text = io.StringIO()
        rows = csv.reader(io.StringIO(raw.decode()))
        csv.writer(text, delimiter=";").writerows([row[at] for at in order] for row in rows)
        return text.getvalue().encode()

    return spoil


def cells(every: int, column: int, value: str) -> Spoil:
    def spoil(raw: bytes) -> bytes:
        text = io.StringIO()
        rows = list(csv.reader(io.StringIO(raw.decode())))
        for at in range(1, len(rows), every):
            rows[at][column] = value
        csv.writer(text).writerows(rows)
        return text.getvalue().encode()

    return spoil


def inserted(share: float, piece: bytes) -> Spoil:
    return lambda raw: raw[: int(share * len(raw))] + piece + raw[int(share * len(raw)) :]


SHARES = st.floats(0, 1)
SPOILS = st.one_of(
    st.binary(max_size=300).map(lambda piece: lambda raw: piece),
    SHARES.map(lambda share: lambda raw: raw[: int(share * len(raw))]),
    st.integers(1, 300).map(lambda cut: lambda raw: raw[:-cut]),
    st.builds(inserted, SHARES, st.binary(max_size=3) | st.sampled_from([b'"', b"\0", b"\n", b"a" * 140_000])),
    st.permutations(range(24)).map(columns),
    st.lists(st.integers(0, 23), unique=True, min_size=1).map(columns),
    st.builds(cells, st.integers(1, 30), st.integers(0, 23), st.text(max_size=10)),
    st.sampled_from(["utf-8-sig", "cp1252", "utf-16", "latin-1"]).map(
        lambda name: lambda raw: raw.decode().encode(name, errors="replace")
    ),
)


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(spoil=SPOILS)
def test_whatever_is_given(folder: Path, spoil: Spoil) -> None:
    tried(folder, spoil((folder / "france_services.csv").read_bytes()))


def test_a_list_cut_at_any_byte_of_its_end(folder: Path) -> None:
    whole = (folder / "france_services.csv").read_bytes()
    last = len(whole) - whole.rstrip(b"\n").rfind(b"\n")
    taken = [cut for cut in (1, *range(2, last + 40, 29), last - 1, last) if tried(folder, whole[:-cut])]
    # Without its last end of line, or without its last row, it is whole.
    assert taken == [1, last - 1, last]


def test_columns_in_another_order_are_taken(folder: Path) -> None:
    assert tried(folder, columns(list(reversed(range(24))))((folder / "france_services.csv").read_bytes()))
