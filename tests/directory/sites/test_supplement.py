"""The file of the second source: whatever stands in it, the list can be read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.sites.reader import read_sites
from bot.directory.sites.supplement import Known, completed, day_texts, read_supplement, supplement_text
from tests.directory.lists import AUBUSSON, GUERET, table

TODAY = date(2026, 11, 21)
SILENT = AUBUSSON | {"h_lundi": "", "telephone": ""}


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lists") / "liste.csv"
    path.write_text(table(GUERET, SILENT), encoding="utf-8")
    return path


def supplement(path: Path, content: bytes) -> Path:
    target = path.with_name("france_services.hours.json")
    target.write_bytes(content)
    return target


@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"[]", b"3", b"{}", b'{"sites": []}', b'{"sites": {"1": 3, "2": {"insee": 5}}}', b"[" * 100_000],
    ids=lambda content: str(content)[:20],
)
def test_a_broken_file_is_ignored(lists: Path, content: bytes) -> None:
    found = read_sites(lists)
    assert completed(found, supplement(lists, content)) is found
    assert completed(found, lists.with_name("absent.json")) is found


def test_what_is_written_is_read_again(lists: Path) -> None:
    (gueret, _) = read_sites(lists).sites
    known = {
        "2": Known("23008", day_texts(gueret.hours), "05 55 00 00 09", False),
        "3": Known("23096", accessible=True),
    }
    path = supplement(lists, supplement_text(known, TODAY, "https://example.org").encode())
    assert read_supplement(path) == known
    assert completed(read_sites(lists), path).sites[1].hours == gueret.hours


def test_a_number_given_to_another_site_meanwhile_brings_nothing(lists: Path) -> None:
    known = {"2": Known("23096", telephone="05 55 00 00 09")}
    found = read_sites(lists)
    assert completed(found, supplement(lists, supplement_text(known, TODAY, "").encode())) is found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.sampled_from(["hours", "telephone"]), inner),
    max_leaves=10,
)


@settings(deadline=None)
@given(hours=JSON, telephone=JSON, accessible=JSON)
def test_any_value_is_borne(lists: Path, hours: Any, telephone: Any, accessible: Any) -> None:
    told = {"sites": {"2": {"insee": "23008", "hours": hours, "telephone": telephone, "accessible": accessible}}}
    site = completed(read_sites(lists), supplement(lists, json.dumps(told).encode())).sites[1]
    assert site.accessible in (True, False, None) and len(site.hours.days) == 7
