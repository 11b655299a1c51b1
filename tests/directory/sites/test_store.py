"""Which list is used, and what happens when it breaks or changes."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from datetime import date
from pathlib import Path

import pytest

from bot.directory.errors import DirectoryError
from bot.directory.sites import store
from bot.directory.sites.site import SiteList
from bot.directory.sites.store import has_download, load_sites
from tests.directory.lists import AUBUSSON, BUS, GUERET, table


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    rows = {"demandee.csv": (GUERET,), "france_services.csv": (GUERET, AUBUSSON)}
    rows["france_services.previous.csv"] = (GUERET, AUBUSSON, BUS)
    for name, sites in rows.items():
        (tmp_path / name).write_text(table(*sites), encoding="utf-8")
    return tmp_path


def test_the_order_of_preference(lists: Path, tmp_path: Path) -> None:
    assert len(load_sites(lists / "demandee.csv", lists).sites) == 1
    assert len(load_sites(None, lists).sites) == 2
    assert load_sites(None, tmp_path / "vide").partial
    assert load_sites().partial


def test_the_environment_is_read_by_the_caller_alone(lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_SITES_FILE", str(lists / "demandee.csv"))
    assert len(load_sites(None, lists).sites) == 2


def test_a_file_is_kept_until_it_changes(lists: Path) -> None:
    path = lists / "demandee.csv"
    first = load_sites(path)
    assert load_sites(path) is first
    path.write_text(table(GUERET, AUBUSSON), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert len(load_sites(path).sites) == 2


def test_a_file_that_was_asked_for_is_not_replaced_by_another(lists: Path) -> None:
    for _ in range(2):
        with pytest.raises(DirectoryError, match=r"absent\.csv est introuvable"):
            load_sites(lists / "absent.csv", lists)
    (lists / "absent.csv").write_text(table(GUERET), encoding="utf-8")
    assert len(load_sites(lists / "absent.csv", lists).sites) == 1
    (lists / "absent.csv").write_bytes(b"\0")
    with pytest.raises(DirectoryError):
        load_sites(lists / "absent.csv", lists)


@pytest.mark.parametrize("broken", [b"", b"\0", b"<html>", b"\xff\xfe", b'"', b"id_fs,lib_fs,lib_com\n"])
def test_a_download_that_broke_gives_way_to_the_one_before_then_to_the_excerpt(lists: Path, broken: bytes) -> None:
    (lists / "france_services.csv").write_bytes(broken)
    assert not has_download(lists)
    assert len(load_sites(None, lists).sites) == 3
    (lists / "france_services.previous.csv").write_bytes(broken)
    assert load_sites(None, lists).partial
    (lists / "france_services.csv").write_text(table(GUERET), encoding="utf-8")
    assert has_download(lists)
    assert len(load_sites(None, lists).sites) == 1


def test_folders_where_files_should_be(tmp_path: Path) -> None:
    (tmp_path / "france_services.csv").mkdir()
    (tmp_path / "france_services.hours.json").mkdir()
    assert load_sites(None, tmp_path).partial
    (tmp_path / "france_services.previous.csv").write_text(table(GUERET), encoding="utf-8")
    (tmp_path / "france_services.previous.json").mkdir()
    assert len(load_sites(None, tmp_path).sites) == 1


def test_what_is_said_of_another_list_is_not_believed(lists: Path) -> None:
    beside, digest = lists / "france_services.json", hashlib.sha256((lists / "france_services.csv").read_bytes())
    beside.write_text(json.dumps({"date": "2026-10-02", "sha256": "0" * 64}))
    assert load_sites(None, lists).date is None
    beside.write_text(json.dumps({"date": "2026-10-02", "sha256": digest.hexdigest()}))
    assert load_sites(None, lists).date == date(2026, 10, 2)


@pytest.mark.parametrize(
    "beside", ["[" * 100_000, "[]", "\0", '{"date": 3, "source": null}', '{"date": "2026-99-99"}'], ids=range(5)
)
def test_a_broken_file_beside_the_list_is_ignored(tmp_path: Path, beside: str) -> None:
    (tmp_path / "france_services.csv").write_text(table(GUERET), encoding="utf-8")
    (tmp_path / "france_services.json").write_text(beside)
    found = load_sites(None, tmp_path)
    assert found.date is None and "ANCT" in found.source


def test_the_former_list_serves_while_another_thread_reads_the_new_one(
    lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = load_sites(None, lists)
    reading, go_on = threading.Event(), threading.Event()
    read = store.read_sites

    def slow(path: Path) -> SiteList:
        reading.set()
        assert go_on.wait(10)
        return read(path)

    monkeypatch.setattr(store, "read_sites", slow)
    (lists / "france_services.csv").write_text(table(GUERET), encoding="utf-8")
    thread = threading.Thread(target=load_sites, args=(None, lists))
    thread.start()
    assert reading.wait(10)
    assert load_sites(None, lists) is former
    go_on.set()
    thread.join()
    assert len(load_sites(None, lists).sites) == 1


def test_the_embedded_excerpt_is_partial_and_sourced() -> None:
    found = load_sites()
    assert found.partial and found.date is not None
    assert len(found.sites) > 150
    for site in found.sites:
        assert site.source_url.startswith("http") and site.insee and site.commune
        assert not site.precise_location and not site.telephone and not site.hours
